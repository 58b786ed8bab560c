/** The officer's console, the page behind /console. */
import { createApp } from 'vue';
import 'element-plus/es/components/base/style/css';
import 'element-plus/es/components/dialog/style/css';
import 'element-plus/es/components/drawer/style/css';
import 'element-plus/es/components/dropdown/style/css';
import 'element-plus/es/components/dropdown-item/style/css';
import 'element-plus/es/components/dropdown-menu/style/css';
import 'element-plus/es/components/message/style/css';
import 'element-plus/es/components/option/style/css';
import 'element-plus/es/components/select/style/css';
import '../look/tokens.css';
import './base.css';
import './page/two-panes.css';
import './work/three-panes.css';
import './work/context.css';
import App from './app.vue';

createApp(App).mount('#console');
