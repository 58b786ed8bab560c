/** What the citizen's room page asks of the office; how that is fetched is joined from outside. */
import type { Party } from '../../models/release/parties.ts';
import type { Findings } from '../../models/release/room-findings.ts';
import type { RelayServer } from '../../models/release/rooms.ts';
import type { Step } from '../../models/release/steps.ts';
import type { Still } from './snapshot.ts';

export type Invitation = {
  socket: { url: string; ticket: string };
  room: string;
  /** As people name it, `YC-1128-J001`. */
  number: string;
  party: Exclude<Party, 'officer'>;
  plate: { text: string; kind: 'blue' | 'green' | 'yellow' };
  /** When it was agreed for, in words: 今天10:45. */
  when: string;
  office: { name: string; phone: string };
  /** What is said about the recording, in paragraphs; its version is what gets agreed to. */
  notice: { version: string; paragraphs: readonly string[]; agreed: boolean };
  /** What this party reads aloud. */
  statement: string;
  /** What this party has to do, in the order of the script. */
  steps: readonly Step[];
  relays: readonly RelayServer[];
  /** Where to go instead, and where the progress stands. */
  links: { hall: string; progress: string };
};
export type Told = { ok: true } | { ok: false; sentence: string };

export interface RoomOffice {
  /** Asked at the start, and again whenever a new socket needs a fresh ticket. */
  invite(): Promise<Invitation>;
  agree(version: string): Promise<Told>;
  tellCheck(check: Findings): Promise<Told>;
  enterCode(code: string): Promise<Told>;
  /** The party says that they have read their statement. */
  readStatement(): Promise<Told>;
  sendPaper(still: Still): Promise<Told>;
  /** Something small, to measure the way. */
  ping(): Promise<unknown>;
}
