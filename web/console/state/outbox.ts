/** Replies and notes on their way: sent one after the other, kept through a lost network, never sent twice. */
import { ref } from 'vue';
import type { Line, Note } from '../../../models/conversation/line.ts';
import type { DeskRow } from '../../../models/conversation/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import type { Drafts } from './drafts.ts';
import { keep, recall } from './kept.ts';

export type Letter = {
  /** Chosen here: a repeated delivery is recognised by it. */
  delivery: string;
  conversation: string;
  at: number;
  text: string;
} & ({ kind: 'reply'; seen: number; guide?: { id: string; name: string } } | { kind: 'note'; mentions: string[] });
export type Delivered =
  | { kind: 'reply'; letter: Letter; row: DeskRow; lines: Line[] }
  | { kind: 'note'; letter: Letter; note: Note }
  | { kind: 'held-back'; letter: Letter; problem: Problem };

export function createOutbox(
  staff: string,
  connection: DeskConnection,
  drafts: Drafts,
  onDelivered: (delivered: Delivered) => void,
) {
  const place = `outbox.${staff}`;
  const letters = ref<Letter[]>(recall<Letter[]>(place, []));
  let sending = false;

  const store = (next: Letter[]): void => {
    letters.value = next;
    keep(place, next.length === 0 ? undefined : next);
  };
  const take = (letter: Letter): void => {
    store(letters.value.filter((l) => l.delivery !== letter.delivery));
  };
  const path = (letter: Letter, what: string): string => `/api/desk/conversations/${letter.conversation}/${what}`;

  async function post(letter: Letter): Promise<Delivered | 'later'> {
    const { text, delivery } = letter;
    if (letter.kind === 'note') {
      const answer = await connection.request<{ note: Note }>('POST', path(letter, 'notes'), {
        delivery,
        text,
        mentions: letter.mentions,
      });
      if (answer.ok) return { kind: 'note', letter, note: answer.value.note };
      return isPassing(answer.problem) ? 'later' : { kind: 'held-back', letter, problem: answer.problem };
    }
    const answer = await connection.request<{ row: DeskRow; lines: Line[] }>('POST', path(letter, 'messages'), {
      delivery,
      text,
      seen: letter.seen,
      ...(letter.guide === undefined ? {} : { guide: letter.guide.id }),
    });
    if (answer.ok) return { kind: 'reply', letter, ...answer.value };
    return isPassing(answer.problem) ? 'later' : { kind: 'held-back', letter, problem: answer.problem };
  }

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let letter = letters.value[0]; letter !== undefined; letter = letters.value[0]) {
        const delivered = await post(letter);
        if (delivered === 'later') return;
        take(letter);
        if (delivered.kind === 'held-back') {
          const guide = letter.kind === 'reply' ? letter.guide : undefined;
          drafts.giveBack(letter.conversation, letter.kind, {
            text: letter.text,
            ...(guide === undefined ? {} : { guide }),
          });
        }
        onDelivered(delivered);
      }
    } finally {
      sending = false;
    }
  }

  connection.listen((event) => {
    if (event.type === 'refresh') void flush();
  });

  return {
    letters,
    flush,
    send(letter: Letter): void {
      store([...letters.value, letter]);
      void flush();
    },
  };
}

/** No network and an expired sign-in pass; the letter waits. Everything else is an answer. */
const isPassing = ({ kind }: Problem): boolean => kind === 'offline' || kind === 'signed-out' || kind === 'too-many';
