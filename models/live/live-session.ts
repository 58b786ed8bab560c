/** Live guidance: an officer at a citizen's side by video or voice, asked for in their talk by either of them. */
import * as z from 'zod';
import { ConversationId, LiveId, OfficeId, RoomId, StaffId } from '../ids.ts';
import { grades } from '../conversation/rating.ts';
import { Instant, MINUTE } from '../time.ts';
import { Asked, LiveStep, Rung, type StepReason } from './ladder.ts';

/** Defaults, to be set by an office; no law says so. `goneMs`: a call in which one side showed no life for so long is over. */
export const liveRules = { waitMs: 30 * MINUTE, inviteMs: 15 * MINUTE, goneMs: 5 * MINUTE, lookMs: MINUTE } as const;

export const liveOutcomes = ['solved', 'not-solved', 'cut-off'] as const;
export const LiveOutcome = z.enum(liveOutcomes);
export type LiveOutcome = z.infer<typeof LiveOutcome>;

const Who = z.enum(['citizen', 'officer']);
export type Who = z.infer<typeof Who>;

export const LiveState = z.discriminatedUnion('name', [
  /** The citizen waits for an officer. */
  z.strictObject({ name: z.literal('waiting') }),
  /** An officer asked; the citizen has not opened it yet. */
  z.strictObject({ name: z.literal('invited'), until: Instant }),
  z.strictObject({ name: z.literal('live'), since: Instant }),
  z.strictObject({ name: z.literal('ended'), at: Instant, since: Instant, outcome: LiveOutcome }),
  z.strictObject({ name: z.literal('cancelled'), at: Instant, by: Who }),
  /** `who`: the one who did not come. */
  z.strictObject({ name: z.literal('missed'), at: Instant, who: Who }),
]);

export const liveHappenings = [
  'live-asked',
  'live-invited',
  'live-answered',
  'live-accepted',
  'live-stepped',
  'live-helper',
  'live-ended',
  'live-cancelled',
  'live-missed',
  'live-rated',
] as const;
/** No free words: the history is filed unsealed. */
export const LiveHappened = z.strictObject({
  at: Instant,
  what: z.enum(liveHappenings),
  by: StaffId.optional(),
  /** What was asked for, the rung that was stepped to, the outcome, who did not come, the grade. */
  reason: z.enum([...Rung.options, ...liveOutcomes, ...Who.options, ...grades]).optional(),
  /** Whole seconds: `waited` before it began, `lasted` from then on. */
  amounts: z.record(z.string(), z.int().nonnegative()).optional(),
});
export type LiveHappened = z.infer<typeof LiveHappened>;

export const LiveHelper = z.strictObject({
  id: z.string().max(40),
  name: z.string().min(1).max(20),
  at: Instant,
  /** The helper of the talk, come along: goes when the person takes that back. */
  ofTalk: z.literal(true).optional(),
});
export type LiveHelper = z.infer<typeof LiveHelper>;

export const LiveSession = z.strictObject({
  id: LiveId,
  version: z.int().nonnegative(),
  office: OfficeId,
  conversation: ConversationId,
  language: z.enum(['zh', 'en']),
  service: z.string().max(60).optional(),
  askedBy: Who,
  askedAt: Instant,
  asked: Asked,
  /** In the green lane (绿色通道): stands as if they had asked earlier. */
  first: z.boolean(),
  /** The talk was with this officer when it was asked for: nobody else answers it. */
  for: StaffId.optional(),
  how: Rung,
  steps: z.array(LiveStep).max(60),
  officer: z.strictObject({ id: StaffId, name: z.string().max(40) }).optional(),
  room: RoomId.optional(),
  /** Who sits beside the citizen from elsewhere; sealed. */
  helper: LiveHelper.optional(),
  rated: z.strictObject({ grade: z.enum(grades), at: Instant }).optional(),
  state: LiveState,
  lastAt: Instant,
  history: z.array(LiveHappened).max(80),
});
export type LiveSession = z.infer<typeof LiveSession>;
export type StepWish = { to: Rung; why: StepReason; by: Who };

export const isOver = ({ state }: LiveSession): boolean =>
  state.name === 'ended' || state.name === 'cancelled' || state.name === 'missed';
