import '../look/tokens.css';
import '../citizen/styles/base.css';
import './room.css';
import { layOutIcons } from '../citizen/icon-sheet.ts';
import { keepPreferences, readPreferences } from '../citizen/preferences.ts';
import { roomWords } from '../../models/phrasebook/room-words.ts';
import { officeOverHttp } from './office-over-http.ts';
import { mountRoomPage } from './room-page.ts';

const box = ((): Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
})();
const asked = new URLSearchParams(location.search);
const preferences = readPreferences(box);
const language = (asked.get('lang') ?? preferences.language) === 'en' ? 'en' : 'zh';
const elder = asked.has('elder') || preferences.elder === 'on' || preferences.elder === 'max';

document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
layOutIcons(document.body);
const root = document.getElementById('page');
if (root !== null)
  mountRoomPage(root, officeOverHttp(roomWords(language).openFailed), {
    language,
    elder,
    changeElder(on) {
      keepPreferences(box, { ...readPreferences(box), elder: on ? 'on' : 'off' });
    },
  });
