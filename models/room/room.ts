/** The room of one session by voice or video: who has a seat, who was let in, and what happened at its door. */
import * as z from 'zod';
import { OfficeId, RoomId, StaffId } from '../ids.ts';
import { Instant, MINUTE, plus } from '../time.ts';
import { RoomParty, RoomSubject } from './subject.ts';
import { DeviceCheck } from './check.ts';
import { Step, StepParty } from '../release/steps.ts';

/** `rejoinMs`: whoever comes back within it finds the seat as it was; later one waits at the door again. An office may set its own. */
export const roomRules = { rejoinMs: 10 * MINUTE } as const;

/** Chosen by a page when it starts: the same page that reconnects keeps its media, another page begins anew. */
export const PageId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);

export const Seat = z.strictObject({
  joinedAt: Instant,
  seenAt: Instant,
  page: PageId,
  /** The socket that speaks for this seat; none while the line is down. The platform names it, nobody can claim another's. */
  connection: z.string().max(128).optional(),
  /** Went by themselves: nothing is held for them against others. */
  left: z.boolean(),
  /** Officers are always admitted, everybody else waits until the officer lets them in. */
  admitted: z.boolean(),
  /** Who of the staff sits here: the officer, a lender's agent. */
  staff: StaffId.optional(),
  /** The version of the notice on recording that was agreed to on this page. */
  consent: z.string().max(20).optional(),
  check: DeviceCheck.optional(),
  muted: z.boolean(),
  cameraOff: z.boolean(),
});
export type Seat = z.infer<typeof Seat>;

export const roomHappenings = [
  'room-opened',
  'room-live',
  'room-ended',
  'room-joined',
  'room-returned',
  'room-replaced',
  'room-taken-over',
  'room-left',
  'room-lost',
  'room-admitted',
  'room-removed',
] as const;
/** `finished`: a live guidance came to its end. */
const endReasons = ['decided', 'finished', 'aborted', 'expired'] as const;
export const RoomHappened = z.strictObject({
  at: Instant,
  what: z.enum(roomHappenings),
  /** Of the staff. */
  by: StaffId.optional(),
  /** Whose seat; or why the room ended. */
  reason: z.enum([...RoomParty.options, ...endReasons]).optional(),
});
export type RoomHappened = z.infer<typeof RoomHappened>;

export const Room = z.strictObject({
  id: RoomId,
  /** What it is for. */
  subject: RoomSubject,
  office: OfficeId,
  version: z.int().nonnegative(),
  openedAt: Instant,
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('open') }),
    /** From the first admission on. */
    z.strictObject({ name: z.literal('live'), since: Instant }),
    z.strictObject({ name: z.literal('ended'), at: Instant, why: z.enum(endReasons) }),
  ]),
  /** How each is shown in the room, masked; sealed by the filing room. */
  names: z.partialRecord(RoomParty, z.string().max(60)),
  seats: z.partialRecord(RoomParty, Seat),
  /** Where the officer's script stands (of a release only), so that a page that comes back shows the same. */
  step: z.strictObject({ step: Step, party: StepParty, at: Instant }).optional(),
  /** The last line that was written beside the video. */
  lastLine: z.int().nonnegative(),
  /** The last two hundred; all of them stand in the audit lines. */
  history: z.array(RoomHappened).max(200),
});
export type Room = z.infer<typeof Room>;
export type EndReason = Extract<Room['state'], { name: 'ended' }>['why'];

/** Kept for whoever sat there: the line is up, or went down so short ago that they may still come back. */
export const isHeld = (seat: Seat, now: Instant): boolean => !seat.left && plus(seat.seenAt, roomRules.rejoinMs) > now;

/** The seat as it was is found again. */
export const isFresh = (seat: Seat, now: Instant): boolean => plus(seat.seenAt, roomRules.rejoinMs) > now;

/** Whom a socket speaks for; undefined for one that has been replaced, or never joined. */
export const seatOn = (room: Room, party: RoomParty, connection: string): Seat | undefined => {
  const seat = room.seats[party];
  return seat?.connection === connection && room.state.name !== 'ended' ? seat : undefined;
};

export const happened = (room: Room, entry: RoomHappened): Pick<Room, 'history'> => ({
  history: [...room.history, entry].slice(-200),
});
