/** The page at /dev/wechat: a phone to type on, whose it is, and beside it what travelled for each message. */
import { h, icon } from '../../../../web/room/dom.ts';
import { watch } from './office.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { wire } from './wire.ts';
import { isChinese, words } from './words.ts';

document.title = words.title;
document.documentElement.lang = isChinese ? 'zh-CN' : 'en';
const mode = h('span', { class: 'mode' });
const parts = [people(), phone(), wire()];
document
  .querySelector('#page')
  ?.append(
    h('div', { class: 'bar' }, icon('wechat', 22), h('strong', {}, words.title), h('span', {}, words.onlyHere), mode),
    h('main', {}, ...parts.map(({ element }) => element)),
  );
void watch((state) => {
  mode.textContent = words.modes[state.mode] ?? state.mode;
  for (const part of parts) part.show(state);
});
