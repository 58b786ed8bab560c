/** The phone: head, talk, menu and what can be sent. */
import { h, icon, show } from '../../../../web/room/dom.ts';
import type { DevState } from '../dev-state.ts';
import type { MenuButton } from '../menu.ts';
import { bubbleOf } from './bubbles.ts';
import { composer } from './composer.ts';
import { does, opened } from './office.ts';
import { words } from './words.ts';

export function phone(): { element: HTMLElement; show(state: DevState): void } {
  const typing = h('span', { class: 'typing', role: 'status' });
  const leave = h(
    'button',
    { class: 'plain', type: 'button', onclick: () => void does({ do: 'unfollow', person }) },
    words.unfollow,
  );
  const talk = h('ol', { class: 'talk', 'aria-label': words.account, tabindex: '0' });
  const profile = h(
    'div',
    { class: 'profile' },
    h('span', { class: 'face office large' }, icon('logo', 44)),
    h('h2', {}, words.account),
    h('p', {}, words.accountIs),
    h('button', { class: 'main', type: 'button', onclick: () => void does({ do: 'follow', person }) }, words.follow),
  );
  const menuBar = h('div', { class: 'menu', role: 'group', 'aria-label': words.menu });
  const writing = composer(() => person);
  let [person, shownFor, shownSeq, shownMenu, atEnd] = ['', '', 0, '', true];
  /** Whoever reads further up is left there; otherwise the newest stays in sight, also when a picture comes or the keyboard opens. */
  const toEnd = (): void => {
    if (atEnd) talk.scrollTop = talk.scrollHeight;
  };
  talk.addEventListener('wheel', look);
  talk.addEventListener('scrollend', look);
  talk.addEventListener('load', toEnd, { capture: true });
  new ResizeObserver(toEnd).observe(talk);
  function look(): void {
    atEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
  }

  return {
    element: h(
      'section',
      { class: 'phone' },
      h('header', {}, h('h1', {}, words.account), typing, leave),
      talk,
      profile,
      menuBar,
      writing,
    ),
    show(state) {
      const one = state.people.find(({ openId }) => openId === state.person);
      if (one === undefined) return;
      person = one.openId;
      if (shownFor !== person) {
        talk.replaceChildren();
        [shownFor, shownSeq, atEnd] = [person, 0, true];
      }
      const fresh = state.bubbles.filter(({ seq }) => seq > shownSeq);
      for (const bubble of fresh) talk.append(bubbleOf(bubble, one));
      shownSeq = fresh.at(-1)?.seq ?? shownSeq;
      if (fresh.some(({ way }) => way === 'person')) atEnd = true;
      toEnd();
      typing.textContent = one.typing ? words.typing : '';
      show(profile, !one.following);
      show(talk, one.following || state.bubbles.length > 0);
      for (const part of [leave, writing]) show(part, one.following);
      show(menuBar, one.following && state.menu.length > 0);
      const menu = JSON.stringify(state.menu) + person;
      if (menu !== shownMenu) menuBar.replaceChildren(...state.menu.map((head) => menuHead(head, person)));
      shownMenu = menu;
    },
  };
}

function menuHead(head: MenuButton, person: string): HTMLElement {
  const below = head.sub_button ?? [];
  if (below.length === 0) return entry(head, person);
  const hide = (): void => {
    list.hidePopover();
  };
  const list: HTMLElement = h(
    'div',
    { class: 'entries', popover: true },
    ...below.map((one) => entry(one, person, hide)),
  );
  const button = h('button', { type: 'button', class: 'head' }, icon('list', 16), head.name);
  button.popoverTargetElement = list;
  return h('div', { class: 'column' }, button, list);
}

function entry(button: MenuButton, person: string, then?: () => void): HTMLElement {
  const tap = (): void => {
    void does({ do: 'tap', person, button });
    then?.();
  };
  return button.type === 'view'
    ? h('a', { href: opened(button.url ?? '/'), target: '_blank', rel: 'noopener', onclick: tap }, button.name)
    : h('button', { type: 'button', onclick: tap }, button.name);
}
