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
import { isWeChat } from './in-wechat.ts';
import { layOutIcons } from './icon-sheet.ts';
import { draft } from './draft.ts';
import Page from './Page.vue';

layOutIcons(document.body);
const { preferences, words, live, talk } = readAddress(location.search, location.pathname);
if (words !== '') draft.value = words;
// Opened in WeChat, then in a browser with a camera: the link tells that one whose talk it is.
if (talk !== undefined && !isWeChat(navigator.userAgent))
  location.replace(`/wechat/talk/${encodeURIComponent(talk)}?live=${live ?? 'video'}`);
// Said once: a reload must not put the words back.
else if (location.search !== '' && talk === undefined) history.replaceState(history.state, '', location.pathname);

const chat = createChat(connectHere, browserStorage('localStorage'), document.documentElement, preferences, live);
createApp(Page).provide(chatKey, chat).mount('#page');
chat.transport.start();
