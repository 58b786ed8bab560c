/** Whose phone it is, and how each stands with the account. */
import { h } from '../../../../web/room/dom.ts';
import type { DevPerson, DevState } from '../dev-state.ts';
import { choose, does } from './office.ts';
import { words } from './words.ts';

export function people(): { element: HTMLElement; show(state: DevState): void } {
  const list = h('ul', {});
  const name = h('input', {
    'aria-label': words.personName,
    placeholder: words.addPerson,
    autocomplete: 'off',
    maxlength: '20',
  });
  const add = (event: Event): void => {
    event.preventDefault();
    if (name.value.trim() !== '') void does({ do: 'add', name: name.value.trim() });
    name.value = '';
  };
  let shown = '';
  return {
    element: h(
      'nav',
      { class: 'people', 'aria-label': words.people },
      h('h2', {}, words.people),
      list,
      h('form', { onsubmit: add }, name, h('button', {}, words.add)),
    ),
    show(state) {
      const now = JSON.stringify([state.people, state.person]);
      if (now === shown) return;
      shown = now;
      const focused = (document.activeElement as HTMLElement | null)?.dataset['person'];
      list.replaceChildren(...state.people.map((one) => row(one, one.openId === state.person)));
      if (focused !== undefined) list.querySelector<HTMLElement>(`[data-person="${focused}"]`)?.focus();
    },
  };
}

function row(one: DevPerson, current: boolean): HTMLElement {
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        'data-person': one.openId,
        'aria-current': current ? 'true' : undefined,
        onclick: () => {
          choose(one.openId);
        },
      },
      h('span', { class: 'face' }, one.name.slice(0, 1)),
      h('span', { class: 'who' }, h('strong', {}, one.name), h('small', {}, standing(one))),
    ),
    current ? refusal(one) : undefined,
  );
}

const standing = ({ following, left }: DevPerson): string =>
  following ? `${words.following} · ${words.left(left)}` : words.notFollowing;

function refusal({ openId, blocks }: DevPerson): HTMLElement {
  const onchange = (event: Event): void => {
    void does({ do: 'block', person: openId, blocks: (event.currentTarget as HTMLInputElement).checked });
  };
  return h('label', {}, h('input', { type: 'checkbox', checked: blocks, onchange }), words.blocks);
}
