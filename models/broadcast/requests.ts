/** What may be asked of the radio scripts, and what is shown of them. */
import * as z from 'zod';
import { Ratio } from '../aftermath/oversight-views.ts';
import { OfficeId, StaffId } from '../ids.ts';
import { Day } from '../time.ts';
import { Broadcast, WithdrawalReason } from './broadcast.ts';
import { BroadcastId } from './broadcast-id.ts';
import { Effect } from './effect.ts';
import { BroadcastItem } from './item.ts';

export const ListBroadcasts = z.strictObject({ cursor: z.string().max(80).optional() });
export type ListBroadcasts = z.infer<typeof ListBroadcasts>;
export const OneBroadcast = z.strictObject({ id: BroadcastId });
export type OneBroadcast = z.infer<typeof OneBroadcast>;

/** Any day of a week that is over. */
export const DraftBroadcast = z.strictObject({ week: Day });
export type DraftBroadcast = z.infer<typeof DraftBroadcast>;

/** `version` is the one on screen. */
const Seen = { id: BroadcastId, version: z.int().nonnegative() };
export const EditBroadcast = z.strictObject({
  ...Seen,
  title: Broadcast.shape.title,
  items: z.array(BroadcastItem).min(1).max(12),
});
export type EditBroadcast = z.infer<typeof EditBroadcast>;

export const ActOnBroadcast = z.strictObject({
  ...Seen,
  what: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('send') }),
    z.strictObject({ act: z.literal('aired'), day: Day, programme: z.string().trim().min(1).max(60) }),
  ]),
});
export type ActOnBroadcast = z.infer<typeof ActOnBroadcast>;

export const DecideBroadcast = z.strictObject({
  ...Seen,
  what: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('approve') }),
    z.strictObject({ decision: z.literal('return'), remark: z.string().trim().min(1).max(500) }),
    z.strictObject({ decision: z.literal('withdraw'), reason: WithdrawalReason }),
  ]),
});
export type DecideBroadcast = z.infer<typeof DecideBroadcast>;

/** One line of the list. */
export const BroadcastRow = Broadcast.pick({ id: true, week: true, title: true, state: true, aired: true }).extend({
  items: z.int(),
  seconds: z.int(),
});
export type BroadcastRow = z.infer<typeof BroadcastRow>;

/** GET /api/broadcasts */
export const BroadcastList = z.strictObject({
  office: OfficeId,
  rows: z.array(BroadcastRow),
  next: z.string().optional(),
  /** The last week that is over: a script may be drafted for it unless it has one. */
  week: Day,
  mayDraft: z.boolean(),
});
export type BroadcastList = z.infer<typeof BroadcastList>;

/** GET /api/broadcasts/{id} */
export const ShownBroadcast = z.strictObject({
  broadcast: Broadcast,
  seconds: z.int(),
  secondsOf: z.array(z.int()),
  shares: z.array(Ratio),
  /** Once it was aired: item by item. */
  effects: z.array(Effect),
  names: z.record(StaffId, z.string()),
});
export type ShownBroadcast = z.infer<typeof ShownBroadcast>;
