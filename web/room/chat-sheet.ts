/** Beside the video: lines that everybody sees, a photo of a paper, and the phone for when nothing else works. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import type { CallState } from './call.ts';
import { h, icon, setText, show } from './dom.ts';
import type { Invitation, RoomOffice } from './room-office.ts';
import { photoOfPaper } from './snapshot.ts';

export type ChatSheet = {
  element: HTMLDialogElement;
  open(): void;
  /** Answers how many lines came while it was shut. */
  update(state: CallState): number;
};

export function chatSheet(
  { party, office: { phone } }: Invitation,
  office: Pick<RoomOffice, 'sendPaper'>,
  words: RoomWords,
  write: (text: string) => void,
): ChatSheet {
  let read = 0;
  let last = 0;
  const list = h('ol', { class: 'lines', 'aria-live': 'polite', tabindex: '0', 'aria-label': words.chatTitle });
  const empty = h('p', { class: 'note' }, words.chatEmpty);
  const field = h('input', {
    id: 'line',
    maxlength: '1000',
    autocomplete: 'off',
    placeholder: words.chatField,
    'aria-label': words.chatField,
  });
  const told = h('p', { class: 'note', role: 'status' });
  const file = h('input', { type: 'file', accept: 'image/*', capture: 'environment', class: 'sr', id: 'paper' });
  file.addEventListener('change', () => void sendPaper());
  const sendPaper = async (): Promise<void> => {
    const [photo] = file.files ?? [];
    file.value = '';
    if (photo === undefined) return;
    setText(told, words.paperSending);
    const still = await photoOfPaper(photo);
    const answer = still === undefined ? undefined : await office.sendPaper(still);
    setText(told, answer?.ok === true ? words.paperSent : answer === undefined ? words.paperFailed : answer.sentence);
  };
  const send = (event: Event): void => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    write(text);
  };
  const element = h(
    'dialog',
    { class: 'chatsheet', 'aria-label': words.chatTitle },
    h(
      'div',
      { class: 'chathead' },
      h('h2', {}, words.chatTitle),
      h(
        'button',
        {
          type: 'button',
          class: 'btn btn-3',
          onclick: () => {
            element.close();
          },
        },
        words.chatClose,
      ),
    ),
    empty,
    list,
    told,
    h('form', { class: 'say', onsubmit: send }, field, h('button', { class: 'btn btn-1' }, words.chatSend)),
    h(
      'div',
      { class: 'more' },
      h('label', { for: 'paper', class: 'btn btn-2' }, icon('camera', 20), words.paper, file),
      h('a', { class: 'btn btn-2', href: `tel:${phone}` }, icon('phone', 20), words.help(phone)),
    ),
  );
  return {
    element,
    open() {
      read = last;
      element.showModal();
      field.focus();
    },
    update({ lines, unsent }) {
      last = lines.at(-1)?.seq ?? 0;
      if (element.open) read = last;
      show(empty, lines.length + unsent.length === 0);
      const shown = [
        ...lines.map(({ from, text }) => ({
          who: from === party ? words.me : words.parties[from],
          text,
          mine: from === party,
          note: '',
        })),
        ...unsent.map(({ text }) => ({ who: words.me, text, mine: true, note: words.chatWaiting })),
      ];
      const print = JSON.stringify(shown);
      if (list.dataset['print'] !== print) {
        list.dataset['print'] = print;
        list.replaceChildren(
          ...shown.map(({ who, text, mine, note }) =>
            h(
              'li',
              { class: mine ? 'mine' : '' },
              h('small', {}, who),
              h('p', {}, text),
              note === '' ? undefined : h('small', {}, note),
            ),
          ),
        );
        list.scrollTop = list.scrollHeight;
      }
      return lines.filter(({ seq, from }) => seq > read && from !== party).length;
    },
  };
}
