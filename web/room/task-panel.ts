/** What this party has to do now: read a text aloud, type a code, or simply follow the officer. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import type { Step } from '../../models/release/steps.ts';
import { readSoFar, type Caption } from './captions.ts';
import { h, icon, setText, show } from './dom.ts';
import type { Invitation, RoomOffice } from './room-office.ts';

export type TaskPanel = { element: HTMLElement; update(mine: Caption['mine']): void; stop(): void };

export function taskPanel({ statement, steps }: Invitation, office: RoomOffice, words: RoomWords): TaskPanel {
  const bars = steps.map(() => h('i'));
  const progress = h('div', { class: 'pr', role: 'img' }, ...bars);
  const head = h('span');
  const place = h('span');
  const reading = readingTask(statement, office, words);
  const code = codeTask(office, words);
  const plain = h('p', { class: 'plain' });
  const element = h('div', { class: 'task' }, progress, h('h1', {}, head, place), reading.element, code.element, plain);
  let shown: Step | undefined;
  return {
    element,
    update(mine) {
      show(progress, mine !== undefined);
      setText(head, mine === undefined ? words.title : words.steps[mine.step]);
      setText(place, mine === undefined ? '' : words.step(mine.n, mine.of));
      if (mine !== undefined) progress.setAttribute('aria-label', words.step(mine.n, mine.of));
      bars.forEach((bar, i) => {
        bar.className = mine === undefined || i + 1 > mine.n ? '' : i + 1 === mine.n ? 'on' : 'y';
      });
      setText(plain, mine === undefined ? words.waitingHint : words.captions[mine.step]);
      const doing = mine?.step;
      show(plain, doing !== 'statement' && doing !== 'code');
      show(reading.element, doing === 'statement');
      show(code.element, doing === 'code');
      if (doing === shown) return;
      shown = doing;
      if (doing === 'statement') reading.begin();
      else reading.stop();
      if (doing === 'code') code.begin();
    },
    stop: reading.stop,
  };
}

/** The text darkens as fast as it is read slowly; it leads the reader and judges nobody. */
function readingTask(
  statement: string,
  office: RoomOffice,
  words: RoomWords,
): { element: HTMLElement; begin(): void; stop(): void } {
  const read = h('b');
  const rest = h('span');
  const told = h('p', { class: 'hint', role: 'status' }, words.readHint);
  let timer: ReturnType<typeof setInterval> | undefined;
  const paint = (n: number): void => {
    const letters = Array.from(statement);
    setText(read, letters.slice(0, n).join(''));
    setText(rest, letters.slice(n).join(''));
  };
  const stop = (): void => {
    clearInterval(timer);
  };
  const begin = (): void => {
    stop();
    setText(told, words.readHint);
    const since = Date.now();
    paint(0);
    timer = setInterval(() => {
      paint(readSoFar(statement, Date.now() - since));
    }, 200);
  };
  const finish = async (): Promise<void> => {
    stop();
    paint(statement.length);
    const answer = await office.readStatement();
    setText(told, answer.ok ? words.readTold : answer.sentence);
  };
  // Read out whole, not letter by letter as it darkens.
  const text = h(
    'blockquote',
    {},
    h('span', { class: 'sr' }, statement),
    h('span', { 'aria-hidden': 'true' }, read, rest),
  );
  const element = h(
    'div',
    { class: 'fill' },
    text,
    told,
    h(
      'div',
      { class: 'go' },
      h('button', { type: 'button', class: 'btn btn-q', onclick: begin }, icon('flip', 18), words.readAgain),
      h(
        'button',
        { type: 'button', class: 'btn btn-1', onclick: () => void finish() },
        icon('check', 20),
        words.readDone,
      ),
    ),
  );
  return { element, begin, stop };
}

function codeTask(office: RoomOffice, words: RoomWords): { element: HTMLElement; begin(): void } {
  const field = h('input', {
    id: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '6',
    'aria-describedby': 'code-told',
  });
  const told = h('p', { class: 'hint', id: 'code-told', role: 'status' });
  const send = h('button', { class: 'btn btn-1' }, icon('check', 20), words.codeSend);
  const submit = async (): Promise<void> => {
    const code = field.value.replace(/\D/gu, '');
    if (code.length !== 6) {
      setText(told, words.codeWrongShape);
      field.focus();
      return;
    }
    send.disabled = true;
    const answer = await office.enterCode(code);
    send.disabled = answer.ok;
    field.readOnly = answer.ok;
    setText(told, answer.ok ? words.codeRight : answer.sentence);
    if (!answer.ok) field.select();
  };
  const element = h(
    'form',
    {
      class: 'fill',
      onsubmit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    h('label', { for: 'code', class: 'plain' }, words.codeLabel),
    field,
    told,
    h('div', { class: 'go one' }, send),
  );
  return {
    element,
    begin() {
      field.value = '';
      field.readOnly = false;
      send.disabled = false;
      setText(told, words.captions.code);
    },
  };
}
