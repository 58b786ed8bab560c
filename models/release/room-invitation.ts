/** What a party's page of a session is given: its seat, what is said about the recording, what this party has to do. */
import * as z from 'zod';
import type { Party } from './parties.ts';
import { DeviceCheck } from '../room/check.ts';
import type { RelayServer } from '../room/rooms.ts';
import type { Step } from './steps.ts';
import { Sha256 } from './evidence.ts';

export type RoomInvitation = {
  socket: { url: string; ticket: string };
  room: string;
  /** No room is open yet: where to wait for it, once the devices were tried and the notice was agreed to. */
  waits?: string;
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

export const AgreeToRecording = z.strictObject({ version: z.string().max(20) });
export const TellCheck = DeviceCheck;
export const AnnouncePaper = z.strictObject({
  sha256: Sha256,
  bytes: z
    .int()
    .positive()
    .max(10 * 1024 * 1024),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type AnnouncePaper = z.infer<typeof AnnouncePaper>;
