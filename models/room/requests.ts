/** What a page in a room may say over its socket; each message carries its ticket and names its room. */
import * as z from 'zod';
import { DeliveryId, RoomId } from '../ids.ts';
import { RoomParty } from './subject.ts';
import { DeviceCheck } from './check.ts';
import { PageId } from './room.ts';
import { Step, StepParty } from '../release/steps.ts';

/** The platform takes frames of 32 KB; what is longer is cut by the page and put together by the other. */
export const roomLimits = { frame: 32 * 1024, text: 24_000, parts: 6, candidates: 24 } as const;

const IceCandidate = z.strictObject({
  candidate: z.string().max(600),
  sdpMid: z.string().max(40).nullish(),
  sdpMLineIndex: z.int().nonnegative().max(40).nullish(),
  usernameFragment: z.string().max(256).nullish(),
});
export const Signal = z.union([
  z.strictObject({
    description: z.strictObject({
      type: z.enum(['offer', 'answer', 'pranswer', 'rollback']),
      sdp: z.string().max(roomLimits.text),
    }),
  }),
  z.strictObject({ candidates: z.array(IceCandidate).min(1).max(roomLimits.candidates) }),
  z.strictObject({
    part: z.strictObject({
      id: z.string().max(40),
      n: z.int().positive().max(roomLimits.parts),
      of: z.int().positive().max(roomLimits.parts),
      text: z.string().max(roomLimits.text),
    }),
  }),
]);
export type Signal = z.infer<typeof Signal>;

/** `as`: which seat a member of the staff speaks for; a party's ticket names theirs. That it is theirs is proved by the socket that sat down on it. */
const said = { ticket: z.string().max(2000), room: RoomId, as: RoomParty.optional() };
const Seq = z.int().nonnegative();
export const RoomRequest = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('room-join'),
    ...said,
    page: PageId,
    /** The last written line that the page has. */
    after: Seq,
    takeOver: z.boolean().optional(),
    consent: z.string().max(20).optional(),
    check: DeviceCheck.optional(),
  }),
  z.strictObject({ action: z.literal('room-leave'), ...said }),
  z.strictObject({
    action: z.literal('room-signal'),
    ...said,
    to: RoomParty,
    /** The page it is meant for: to one that sits there since, it would mean nothing. */
    page: PageId,
    signal: Signal,
  }),
  z.strictObject({ action: z.literal('room-state'), ...said, muted: z.boolean(), cameraOff: z.boolean() }),
  z.strictObject({
    action: z.literal('room-chat'),
    ...said,
    delivery: DeliveryId,
    text: z.string().trim().min(1).max(1000),
  }),
  /** Says that the page lives; answered with whatever it missed. */
  z.strictObject({ action: z.literal('room-beat'), ...said, version: Seq, after: Seq }),
  // The officer's
  z.strictObject({ action: z.literal('room-admit'), ...said, party: RoomParty, admitted: z.boolean() }),
  z.strictObject({ action: z.literal('room-step'), ...said, step: Step, party: StepParty }),
]);
export type RoomRequest = z.infer<typeof RoomRequest>;
export type RoomAction = RoomRequest['action'];
