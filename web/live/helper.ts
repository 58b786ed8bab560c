import '../look/tokens.css';
import '../citizen/styles/base.css';
import '../citizen/styles/cards.css';
import './live.css';
import { createApp } from 'vue';
import { layOutIcons } from '../citizen/icon-sheet.ts';
import { browserStorage } from '../citizen/connect.ts';
import { readPreferences } from '../citizen/preferences.ts';
import HelperPage from './HelperPage.vue';

layOutIcons(document.body);
const preferences = readPreferences(browserStorage('localStorage'));
const language = preferences.language === 'en' ? 'en' : 'zh';
document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
createApp(HelperPage, { language, slip: location.pathname.split('/').at(-1) ?? '' }).mount('#page');
