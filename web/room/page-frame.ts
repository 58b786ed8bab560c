/** What stands around each page of the video office: its title, and large type for who wants it. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import { h, icon, setText } from './dom.ts';

export type TypeWishes = {
  /** Whether large type is on, and what happens when the person changes it. */
  elder: boolean;
  changeElder?(on: boolean): void;
};

export function pageFrame(
  root: HTMLElement,
  words: RoomWords,
  wishes: TypeWishes,
): { show(element: HTMLElement, title: string): void } {
  const title = h('h1');
  const main = h('main', { class: 'app', id: 'main' });
  const size = h('span');
  const elder = h(
    'button',
    {
      type: 'button',
      class: 'btn btn-3',
      onclick: () => {
        change(!document.documentElement.hasAttribute('data-elder'));
      },
    },
    icon('size', 20),
    size,
  );
  const head = h('header', { class: 'hd' }, title, h('span', { class: 'grow' }), elder);
  const set = (on: boolean): void => {
    document.documentElement.toggleAttribute('data-elder', on);
    setText(size, on ? words.standard : words.elder);
  };
  const change = (on: boolean): void => {
    set(on);
    wishes.changeElder?.(on);
  };
  set(wishes.elder);
  root.replaceChildren(head, main);
  return {
    show(element, text) {
      setText(title, text);
      // In the call every line of the screen is needed for it.
      head.hidden = text === '';
      document.documentElement.classList.toggle('in-call', text === '');
      document.title = text === '' ? words.title : text;
      main.replaceChildren(element);
    },
  };
}
