/** What each side may see of a matter: the person their own, officers the file with masked numbers. */
import * as z from 'zod';
import { ShownNoticeChoice } from '../aftermath/notice-choice.ts';
import { grades } from '../conversation/rating.ts';
import { AttachmentId, ComplaintId, ConversationId, OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Answer, Decline } from './answer.ts';
import { Happened, Level, Owner, RevealAsk, WaitingFor } from './complaint.ts';
import { EntryKind, Memo } from './entry.ts';
import { CauseCode, ProblemKind, Urgency } from './kinds.ts';
import { Rating } from './rating.ts';
import { Triage } from './triage/proposal.ts';

export const stateNames = [
  'filed',
  'declined',
  'accepted',
  'assigned',
  'working',
  'waiting-for-citizen',
  'resolved',
  'confirmed',
  'withdrawn',
  'merged',
  'closed',
] as const;

/** A clock as it is shown: what is left is reckoned, in working time where the rule says so. */
export const ShownClock = z.strictObject({
  startedAt: Instant,
  dueAt: Instant,
  /** Milliseconds of the clock's own time. */
  usedMs: z.number(),
  totalMs: z.number(),
  pausedMs: z.number(),
  share: z.number(),
  /** In working time. */
  working: z.boolean(),
  state: z.enum(['go', 'half', 'warn', 'late', 'pause', 'kept', 'missed']),
  stoppedAt: Instant.optional(),
  provisional: z.boolean(),
});
export type ShownClock = z.infer<typeof ShownClock>;

/** One row of the work list. */
export const MatterRow = z.strictObject({
  id: ComplaintId,
  number: z.string(),
  office: OfficeId,
  title: z.string(),
  /** Masked: 王*军. */
  name: z.string().optional(),
  plate: z.string().optional(),
  /** The masked plate is of a new-energy vehicle: one place more, and green. */
  green: z.boolean().optional(),
  state: z.enum(stateNames),
  problem: ProblemKind,
  service: z.string().optional(),
  urgency: Urgency,
  level: Level,
  problemCase: z.boolean(),
  owner: Owner.optional(),
  filedAt: Instant,
  lastAt: Instant,
  /** The clock that the list is sorted by. */
  clock: ShownClock,
  clockOf: z.enum(['contact', 'answer', 'call-back', 'rectification', 'none']),
  cycle: z.int(),
  /** Something from the person that the owner has not opened. */
  news: z.boolean(),
  waitsFor: z.enum(['decline', 'extension', 'report', 'supervision', 'call-back', 'nothing']),
  version: z.int(),
});
export type MatterRow = z.infer<typeof MatterRow>;

export const ShownEntry = z.strictObject({
  seq: z.int(),
  at: Instant,
  from: z.enum(['citizen', 'helper', 'officer']),
  byName: z.string().optional(),
  kind: EntryKind,
  text: z.string(),
  attachments: z.array(AttachmentId),
});
export type ShownEntry = z.infer<typeof ShownEntry>;

export const RulerSpan = z.strictObject({
  from: Instant,
  to: Instant,
  kind: z.enum(['worked', 'lunch', 'night', 'weekend', 'holiday', 'pause']),
});

/** The file as the office sees it. */
export const MatterFile = z.strictObject({
  row: MatterRow,
  channel: z.string(),
  language: z.enum(['zh', 'en']),
  matter: z.strictObject({
    what: z.string(),
    where: z.string().optional(),
    when: z.string().optional(),
    visits: z.int().optional(),
    said: z.string().optional(),
    wanted: z.string().optional(),
  }),
  /** Masked; the real ones by `reveal`. */
  person: z.strictObject({
    name: z.string().optional(),
    phone: z.string().optional(),
    helper: z.strictObject({ name: z.string(), relation: z.string(), phone: z.string().optional() }).optional(),
    anonymous: z.boolean(),
    notify: z.enum(['chat', 'sms', 'none']),
  }),
  proposal: Triage.optional(),
  cause: CauseCode.optional(),
  contact: ShownClock.optional(),
  answerBy: ShownClock,
  ruler: z.array(RulerSpan),
  /** Steps of the ladder, taken and to come. */
  ladder: z.array(z.strictObject({ step: z.string(), at: Instant, taken: z.boolean() })),
  rectification: z
    .strictObject({
      clock: ShownClock,
      callBack: ShownClock,
      wish: z.string().optional(),
      notBefore: z.string().optional(),
      mayCall: z.boolean(),
    })
    .optional(),
  extension: z
    .strictObject({ days: z.int(), askedAt: Instant, askedBy: StaffId, approved: z.boolean().optional() })
    .optional(),
  declineAsked: z.strictObject({ by: StaffId, at: Instant, decline: Decline }).optional(),
  supervision: z.strictObject({ by: StaffId, at: Instant, dueAt: Instant, answeredAt: Instant.optional() }).optional(),
  report: z.strictObject({ at: Instant, by: StaffId, readBy: StaffId.optional() }).optional(),
  /** Colleagues who asked to see a field whole, and what became of it. */
  revealAsks: z.array(RevealAsk),
  answer: Answer.optional(),
  decline: Decline.optional(),
  waitingFor: WaitingFor.optional(),
  /** Absent while those who handled it may not see it. */
  rating: Rating.optional(),
  rated: z.boolean(),
  entries: z.array(ShownEntry),
  memos: z.array(Memo),
  /** The talk, as far as the person let it go along. */
  talk: z.strictObject({ conversation: ConversationId, upTo: z.int() }).optional(),
  checklist: z.array(z.strictObject({ id: z.string(), text: z.string(), doneBy: StaffId.optional() })),
  merged: z.array(z.strictObject({ id: ComplaintId, number: z.string() })),
  mergedInto: z.strictObject({ id: ComplaintId, number: z.string() }).optional(),
  links: z.array(z.strictObject({ to: z.enum(['case', 'guide', 'review']), id: z.string(), title: z.string() })),
  history: z.array(Happened),
  viewers: z.array(z.strictObject({ id: StaffId, name: z.string(), typing: z.boolean() })),
  /** Names of staff that appear above, so that ids need not be shown. */
  names: z.record(z.string(), z.string()),
  /** True when the catalogue says that this office does the service: a “no” then needs a report. */
  canBeDone: z.boolean(),
});
export type MatterFile = z.infer<typeof MatterFile>;

/** The matter as the person sees it: no staff ids, no notes, the handler's shown name only. */
export const OwnMatter = z.strictObject({
  id: ComplaintId,
  /** Absent for whoever left no way to be told. */
  notices: ShownNoticeChoice.optional(),
  number: z.string(),
  office: OfficeId,
  title: z.string(),
  what: z.string(),
  plate: z.string().optional(),
  phoneTail: z.string().optional(),
  name: z.string().optional(),
  helper: z.string().optional(),
  state: z.enum(stateNames),
  level: Level,
  cycle: z.int(),
  filedAt: Instant,
  contactDueAt: Instant.optional(),
  contactedAt: Instant.optional(),
  answerDueAt: Instant,
  answeredAt: Instant.optional(),
  paused: z.boolean(),
  provisional: z.boolean(),
  waitingFor: WaitingFor.optional(),
  handler: z.string().optional(),
  /** Without the internal report. */
  answer: z
    .strictObject({
      outcome: z.enum(['done', 'explained', 'handed-on', 'not-possible']),
      text: z.string(),
      basis: z.array(z.string()),
      reasons: z.array(z.string()).optional(),
      goTo: z.string().optional(),
    })
    .optional(),
  decline: Decline.optional(),
  /** When silence files it away, uncounted as satisfied. */
  silentUntil: Instant.optional(),
  steps: z.array(z.strictObject({ at: Instant, what: z.string(), reason: z.string().optional() })),
  entries: z.array(ShownEntry),
  may: z.strictObject({
    add: z.boolean(),
    withdraw: z.boolean(),
    confirm: z.boolean(),
    reopen: z.boolean(),
    rate: z.boolean(),
    press: z.boolean(),
    wishCall: z.boolean(),
    checkBack: z.boolean(),
  }),
  rated: z.enum(grades).optional(),
  /** When the person wants to be called, as they said. */
  wish: z.enum(['morning', 'afternoon', 'none', 'any']).optional(),
  /** By when somebody who did not handle it calls, after a low grade. */
  callBackDueAt: Instant.optional(),
  mergedInto: z.string().optional(),
});
export type OwnMatter = z.infer<typeof OwnMatter>;

/** What a person gets at once: printable, with number, code and promises. */
export const Receipt = z.strictObject({
  id: ComplaintId,
  number: z.string(),
  code: z.string(),
  office: OfficeId,
  title: z.string(),
  filedAt: Instant,
  contactDueAt: Instant.optional(),
  answerDueAt: Instant,
  provisional: z.boolean(),
  phoneTail: z.string().optional(),
  helper: z.string().optional(),
});
export type Receipt = z.infer<typeof Receipt>;
