/** What of a room's history belongs into the evidence: who came, was let in, went and came back. */
import type { EvidenceBody } from './evidence.ts';
import { Party } from './parties.ts';
import type { RoomHappened } from '../room/room.ts';

type Presence = Extract<EvidenceBody, { kind: 'presence' }>;

const words = {
  'room-joined': 'joined',
  'room-taken-over': 'joined',
  'room-returned': 'returned',
  'room-replaced': 'returned',
  'room-left': 'left',
  'room-lost': 'left',
  'room-removed': 'left',
  'room-admitted': 'admitted',
} as const satisfies Partial<Record<RoomHappened['what'], Presence['what']>>;

/** `happened`: what was added to the history with one change. */
export const presenceIn = (happened: readonly RoomHappened[]): Presence[] =>
  happened.flatMap(({ what, reason }) => {
    const party = Party.safeParse(reason);
    const word = (words as Partial<Record<string, Presence['what']>>)[what];
    return word !== undefined && party.success ? [{ kind: 'presence', party: party.data, what: word }] : [];
  });
