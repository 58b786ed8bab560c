import '../look/tokens.css';
import '../citizen/styles/base.css';
import './sheet.css';
import './camera.css';
import { createApp } from 'vue';
import { browserStorage } from '../citizen/connect.ts';
import { layOutIcons } from '../citizen/icon-sheet.ts';
import { createSheetPage, sheetKey } from './sheet-page.ts';
import SheetPage from './SheetPage.vue';

layOutIcons(document.body);
const id = /^\/sheet\/([^/]+)$/u.exec(location.pathname)?.[1] ?? '';
const page = createSheetPage(id, browserStorage('localStorage'), document.documentElement);
createApp(SheetPage).provide(sheetKey, page).mount('#page');
page.start();
