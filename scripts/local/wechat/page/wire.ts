/** What travelled between platform and product, newest first, and the switches that spoil the line. */
import { h, icon } from '../../../../web/room/dom.ts';
import type { DevState } from '../dev-state.ts';
import type { Exchange, Faults } from '../talk.ts';
import { does } from './office.ts';
import { words } from './words.ts';

const KEPT = 120;
const troubles = {
  drop: { label: words.drop, hint: words.troubleHints.drop, on: { drop: 0.3 }, off: { drop: 0 } },
  repeat: { label: words.repeat, hint: words.troubleHints.repeat, on: { repeat: 0.5 }, off: { repeat: 0 } },
  reorder: { label: words.reorder, hint: words.troubleHints.reorder, on: { reorderMs: 4000 }, off: { reorderMs: 0 } },
  slow: { label: words.slow, hint: words.troubleHints.slow, on: { slowMs: 6000 }, off: { slowMs: 0 } },
} as const satisfies Record<string, { label: string; hint: string; on: Partial<Faults>; off: Partial<Faults> }>;

export function wire(): { element: HTMLElement; show(state: DevState): void } {
  const switches = Object.values(troubles).map((trouble) => ({ trouble, button: toggle(trouble) }));
  const empty = h('p', { class: 'empty' }, words.nothingYet);
  const list = h('ol', { class: 'exchanges', reversed: true });
  let last = 0;
  return {
    element: h(
      'section',
      { class: 'wire', 'aria-label': words.wire },
      h(
        'header',
        {},
        h('h2', {}, words.wire),
        h('div', { role: 'group', 'aria-label': words.troubles }, ...switches.map(({ button }) => button)),
      ),
      empty,
      list,
    ),
    show({ exchanges, faults }) {
      for (const { trouble, button } of switches) {
        const [name] = Object.keys(trouble.off) as [keyof Faults];
        button.setAttribute('aria-pressed', String(faults[name] > 0));
      }
      for (const one of exchanges.filter(({ seq }) => seq > last)) list.prepend(exchange(one));
      last = exchanges.at(-1)?.seq ?? last;
      while (list.childElementCount > KEPT) list.lastElementChild?.remove();
      empty.hidden = list.childElementCount > 0;
    },
  };
}

type Trouble = (typeof troubles)[keyof typeof troubles];
function toggle({ label, hint, on, off }: Trouble): HTMLButtonElement {
  const button = h('button', { type: 'button', title: hint, 'aria-pressed': 'false', onclick: turn }, label);
  return button;
  function turn(): void {
    void does({ do: 'faults', faults: button.getAttribute('aria-pressed') === 'true' ? off : on });
  }
}

function exchange(one: Exchange): HTMLElement {
  const part = (name: string, text: string | undefined): HTMLElement | undefined =>
    text === undefined
      ? undefined
      : h('div', {}, h('h3', {}, name), h('pre', { tabindex: '0' }, text === '' ? words.empty : laidOut(text)));
  const again = one.attempt !== undefined && one.attempt > 1 ? ` · ${words.attempt(one.attempt)}` : '';
  return h(
    'li',
    { class: one.good ? undefined : 'bad' },
    h(
      'details',
      {},
      h(
        'summary',
        {},
        icon(one.kind === 'callback' ? 'right' : 'left', 16),
        h('b', {}, one.title.replace('/cgi-bin', '')),
        h('span', {}, `${words.kinds[one.kind]}${again}`),
        h('em', {}, one.outcome),
        h('time', {}, `${String(one.tookMs)} ms`),
      ),
      part(words.parts.sent, one.sent),
      part(words.parts.plain, one.plain),
      part(words.parts.answer, one.answer),
      part(words.parts.answerPlain, one.answerPlain),
    ),
  );
}

/** XML and JSON a field a line; anything else as it is. */
function laidOut(text: string): string {
  if (text.startsWith('<')) return text.replaceAll(/>\s*<(?!!\[CDATA|\/)/gu, '>\n  <').replace(/<\/xml>$/u, '\n</xml>');
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
