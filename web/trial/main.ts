import { roomWords } from '../../models/phrasebook/room-words.ts';
import { PUBLIC_LINE } from '../../models/office/public-line.ts';
import { pageFrame } from '../room/page-frame.ts';
import { startPage } from '../room/page-start.ts';
import { tryView } from '../room/try-view.ts';

/** Any small file of ours says whether the office is reached; nothing is told with it. */
const ping = async (): Promise<void> => {
  const answer = await fetch('/favicon.svg', { cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
};

startPage((root, wishes) => {
  const words = roomWords(wishes.language);
  const links = { apply: '/release/apply', hall: '/release/counter?why=wish', phone: PUBLIC_LINE };
  const frame = pageFrame(root, words, wishes);
  frame.show(tryView(links, ping, words).element, words.trial.title);
});
