/** What a room is for, and who may sit in it: a release by video, or live guidance with an officer at the citizen's side. */
import * as z from 'zod';
import { LiveId, ReleaseId } from '../ids.ts';
import { parties } from '../release/parties.ts';

export const RoomSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('release'), id: ReleaseId }),
  z.strictObject({ kind: z.literal('live'), id: LiveId }),
]);
export type RoomSubject = z.infer<typeof RoomSubject>;

/** Every seat that some room has; in this order they are shown. */
export const roomParties = [...parties, 'citizen'] as const;
export const RoomParty = z.enum(roomParties);
export type RoomParty = z.infer<typeof RoomParty>;

export const seatsOf = {
  release: parties,
  live: ['citizen', 'officer', 'helper'],
} as const satisfies Record<RoomSubject['kind'], readonly RoomParty[]>;

export const hasSeat = (subject: RoomSubject, party: RoomParty): boolean =>
  (seatsOf[subject.kind] as readonly RoomParty[]).includes(party);

export const isSameSubject = (a: RoomSubject, b: RoomSubject): boolean => a.kind === b.kind && a.id === b.id;
