/** The page of a lender's agents, behind /lender. */
import { createApp } from 'vue';
import 'element-plus/es/components/base/style/css';
import 'element-plus/es/components/message/style/css';
import '../look/tokens.css';
import '../console/base.css';
import App from './app.vue';

createApp(App).mount('#console');
