/** How a page of the video office begins: icons, language and large type as this device remembers them. */
import '../look/tokens.css';
import '../citizen/styles/base.css';
import './room.css';
import { layOutIcons } from '../citizen/icon-sheet.ts';
import { keepPreferences, readPreferences } from '../citizen/preferences.ts';
import type { Language } from '../../models/phrasebook/refusals.ts';
import type { TypeWishes } from './page-frame.ts';

const box = ((): Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
})();
export const asked = new URLSearchParams(location.search);
const preferences = readPreferences(box);
const language: Language = (asked.get('lang') ?? preferences.language) === 'en' ? 'en' : 'zh';
const elder = asked.has('elder') || preferences.elder === 'on' || preferences.elder === 'max';

export function startPage(mount: (root: HTMLElement, wishes: TypeWishes & { language: Language }) => void): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  layOutIcons(document.body);
  const root = document.getElementById('page');
  if (root === null) return;
  mount(root, {
    language,
    elder,
    changeElder(on) {
      keepPreferences(box, { ...readPreferences(box), elder: on ? 'on' : 'off' });
    },
  });
}
