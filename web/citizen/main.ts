import '../look/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/talk.css';
import './styles/cards.css';
import './styles/composer.css';
import './styles/sheets.css';
import './styles/elder.css';
import { createApp } from 'vue';
import { readAddress } from './address.ts';
import { chatKey, createChat } from './chat.ts';
import { browserStorage, connectHere } from './connect.ts';
import { layOutIcons } from './icon-sheet.ts';
import { draft } from './draft.ts';
import Page from './Page.vue';

layOutIcons(document.body);
const { preferences, words } = readAddress(location.search);
if (words !== '') draft.value = words;
// Said once: a reload must not put the words back.
if (location.search !== '') history.replaceState(history.state, '', location.pathname);

const chat = createChat(connectHere, browserStorage('localStorage'), document.documentElement, preferences);
createApp(Page).provide(chatKey, chat).mount('#page');
chat.transport.start();
