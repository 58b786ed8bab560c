import type { RelayServer } from '../../models/room/rooms.ts';
import { roomWords } from '../../models/phrasebook/room-words.ts';
import { PUBLIC_LINE } from '../../models/office/public-line.ts';
import { pageFrame } from '../room/page-frame.ts';
import { startPage } from '../room/page-start.ts';
import type { RelaysToTry } from '../room/devices.ts';
import { tryView } from '../room/try-view.ts';

/** Any small file of ours says whether the office is reached; nothing is told with it. */
const ping = async (): Promise<void> => {
  const answer = await fetch('/favicon.svg', { cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
};

/** A pass for some minutes, so that the trial says whether a call would get through where no direct way leads. */
const relays = async (): Promise<RelaysToTry> => {
  try {
    const answer = await fetch('/api/trial/relays', { method: 'POST', headers: { 'x-bancheng': '1' } });
    if (!answer.ok) return 'untried';
    const { relays: known } = (await answer.json()) as { relays: RelayServer[] };
    return known.length === 0 ? 'unset' : known;
  } catch {
    return 'untried';
  }
};

startPage((root, wishes) => {
  const words = roomWords(wishes.language);
  const links = { apply: '/release/apply', hall: '/release/counter?why=wish', phone: PUBLIC_LINE };
  const frame = pageFrame(root, words, wishes);
  frame.show(tryView(links, { ping, relays }, words).element, words.trial.title);
});
