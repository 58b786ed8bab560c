/** What managers and auditors see: the three promises with everything that belongs beside them, and the lists behind. */
import * as z from 'zod';
import { RevealAsk } from '../complaint/complaint.ts';
import { MatterRow } from '../complaint/views.ts';
import { CauseCode, ProblemKind } from '../complaint/kinds.ts';
import { ConversationId, OfficeId, StaffId } from '../ids.ts';
import { Day, Instant } from '../time.ts';
import { FigureName } from './figure-names.ts';

/** `share` is null where there is nothing to divide by; a page says how many are missing rather than a share of few. */
export const Ratio = z.strictObject({
  numerator: z.int(),
  denominator: z.int(),
  share: z.number().nullable(),
});
export type Ratio = z.infer<typeof Ratio>;

export const promiseNames = ['response', 'on-time', 'satisfaction'] as const;
export const PromiseName = z.enum(promiseNames);
export type PromiseName = z.infer<typeof PromiseName>;

/** What would betray that a promise is kept on paper only. */
export const besideNames = [
  'fell-silent',
  'contact-not-reached',
  'median-first-contact',
  'ended-without-contact',
  'paused-share',
  'last-minutes',
  'reopened',
  'extended',
  'rating-coverage',
  'withdrawn-after-contact',
  'same-device',
] as const;
export const BesideName = z.enum(besideNames);
export type BesideName = z.infer<typeof BesideName>;

export const Beside = z.strictObject({
  name: BesideName,
  /** `share` lies between 0 and 1, `minutes` are working minutes, about (read from a histogram). */
  unit: z.enum(['count', 'share', 'minutes']),
  /** Null: nothing to say, such as a median of nothing. */
  value: z.number().nullable(),
  previous: z.number().nullable(),
  /** For a share: of how many. */
  of: z.int().optional(),
  /** The list behind it, if it counts matters. */
  cases: FigureName.optional(),
});
export type Beside = z.infer<typeof Beside>;

export const ShownPromise = z.strictObject({
  name: PromiseName,
  ratio: Ratio,
  /** denominator − numerator: the cells that are not filled. */
  missed: z.int(),
  previous: Ratio,
  /** Events of the period that the promise leaves out, and why. */
  excluded: z.array(
    z.strictObject({
      why: z.enum(['no-way', 'withdrawn', 'merged', 'declined', 'resolved', 'still-running', 'unrated']),
      count: z.int(),
      cases: FigureName.optional(),
    }),
  ),
  /** The lists behind numerator and missed. */
  keptCases: FigureName,
  missedCases: FigureName,
  beside: z.array(Beside),
});
export type ShownPromise = z.infer<typeof ShownPromise>;

const Three = { response: Ratio, onTime: Ratio, satisfaction: Ratio };

/** One line of a breakdown; `key` is a service's id, a cause, a kind of problem, a channel, or `none`. */
export const BreakdownRow = z.strictObject({
  key: z.string(),
  /** Filed in the period; of a cause, which is known only then: answered. */
  received: z.int(),
  onTime: Ratio,
  satisfaction: Ratio,
  reopened: z.int(),
  /** Median working minutes until the answer, about; of causes only, null elsewhere and for nothing answered. */
  medianAnswer: z.number().nullable(),
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;

export const OfficeRow = z.strictObject({
  office: OfficeId,
  received: z.int(),
  ...Three,
  coverage: Ratio,
  reopened: z.int(),
  open: z.int(),
  overdue: z.int(),
});
export type OfficeRow = z.infer<typeof OfficeRow>;

/** Load, never a ranking: no satisfaction here. Ordered by name. */
export const OfficerRow = z.strictObject({
  id: StaffId,
  name: z.string(),
  office: OfficeId,
  open: z.int(),
  overdue: z.int(),
  taken: z.int(),
  onTime: Ratio,
  reopened: z.int(),
});
export type OfficerRow = z.infer<typeof OfficerRow>;

export const NowCounts = z.strictObject({
  open: z.int(),
  /** In nobody's hands. */
  unclaimed: z.int(),
  /** Waiting for the person: the clock stands. */
  waiting: z.int(),
  /** Due within the next 24 hours. */
  dueSoon: z.int(),
  overdue: z.int(),
  /** A low grade whose putting right is not done. */
  rectifying: z.int(),
});
export type NowCounts = z.infer<typeof NowCounts>;

/** The assistant and the desk: what became of the talks. */
export const DeskFigures = z.strictObject({
  asked: z.int(),
  answeredByBot: z.int(),
  handedOver: z.int(),
  claimed: z.int(),
  firstReplies: z.int(),
  closed: z.int(),
  failedTurns: z.int(),
  messagesLeft: z.int(),
  unsolved: z.int(),
  rated: z.int(),
});
export type DeskFigures = z.infer<typeof DeskFigures>;

/** GET /api/oversight */
export const Oversight = z.strictObject({
  office: z.union([OfficeId, z.literal('all')]),
  /** The offices in it, and those that this person may choose. */
  offices: z.array(OfficeId),
  mayChoose: z.array(OfficeId),
  from: Day,
  to: Day,
  /** The period of the same length before. */
  previous: z.strictObject({ from: Day, to: Day }),
  computedAt: Instant,
  received: z.int(),
  receivedBefore: z.int(),
  promises: z.array(ShownPromise).length(3),
  now: NowCounts,
  byService: z.array(BreakdownRow),
  byCause: z.array(BreakdownRow),
  byProblem: z.array(BreakdownRow),
  byChannel: z.array(BreakdownRow),
  byOffice: z.array(OfficeRow),
  officers: z.array(OfficerRow),
  /** Index 0 is Sunday. */
  byWeekday: z.array(z.strictObject({ received: z.int(), answered: z.int() })).length(7),
  /** 反复与来回转: each with its list. */
  repeats: z.array(z.strictObject({ figure: FigureName, count: z.int(), previous: z.int() })),
  /** The twelve weeks that end with the period's last day, Monday to Sunday; the last may be short. */
  trend: z.array(z.strictObject({ from: Day, to: Day, received: z.int(), ...Three })),
  desk: DeskFigures,
  /** The newest published digest of each office in it. */
  digests: z.array(z.strictObject({ office: OfficeId, day: Day, hash: z.string() })),
});
export type Oversight = z.infer<typeof Oversight>;

/** One event behind a figure, with the matter as it stands now. */
export const CaseRow = z.strictObject({
  at: Instant,
  /** The day under which it was counted. */
  day: Day,
  /** A word from a closed list: a grade, in-time, late, why it was left out. */
  reason: z.string().optional(),
  cause: CauseCode.optional(),
  problem: ProblemKind.optional(),
  service: z.string().optional(),
  by: StaffId.optional(),
  /** Whole minutes: used, paused, left. */
  amounts: z.record(z.string(), z.int()).optional(),
  /** When the answer is or was due, and when it came. */
  dueAt: Instant.optional(),
  answeredAt: Instant.optional(),
  /** Of a talk: which. */
  talk: ConversationId.optional(),
  /** Absent for a talk, and when the matter is gone: deleted after its time. */
  row: MatterRow.optional(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** GET /api/oversight/cases */
export const CasePage = z.strictObject({
  figure: FigureName,
  rows: z.array(CaseRow),
  /** Names of the staff that appear. */
  names: z.record(z.string(), z.string()),
  /** Handed back as `cursor` for more; absent at the end. */
  next: z.string().optional(),
});
export type CasePage = z.infer<typeof CasePage>;

/** GET /api/oversight/approvals: what waits for a manager, oldest first. */
export const Approvals = z.strictObject({
  declines: z.array(MatterRow),
  extensions: z.array(MatterRow),
  reports: z.array(MatterRow),
  /** Colleagues who ask to see a field whole. */
  revealAsks: z.array(z.strictObject({ row: MatterRow, ask: RevealAsk })),
  /** Reveals of the last seven days, newest first: to be looked at, nothing to decide. */
  reveals: z.array(
    z.strictObject({
      at: Instant,
      by: StaffId.optional(),
      /** Which field. */
      field: z.string(),
      /** Absent for a talk. */
      matter: MatterRow.optional(),
    }),
  ),
  names: z.record(z.string(), z.string()),
});
export type Approvals = z.infer<typeof Approvals>;

/** What somebody heard who called a person of the sample. `not-done` reopens the matter. */
export const sampleResults = ['done', 'not-done', 'not-reached'] as const;
export const SampleResult = z.enum(sampleResults);
export type SampleResult = z.infer<typeof SampleResult>;

/** GET and POST /api/oversight/sample */
export const ShownSample = z.strictObject({
  office: OfficeId,
  day: Day,
  drawn: z.boolean(),
  /** Of how many matters closed in the seven days before. */
  of: z.int(),
  drawnBy: StaffId.optional(),
  picks: z.array(
    z.strictObject({
      row: MatterRow,
      result: SampleResult.optional(),
      by: StaffId.optional(),
      at: Instant.optional(),
      /** Not for somebody who handled it. */
      mayCall: z.boolean(),
    }),
  ),
  names: z.record(z.string(), z.string()),
});
export type ShownSample = z.infer<typeof ShownSample>;

/** One office's day, sealed: nobody can change its lines afterwards without being seen. GET /integrity.json */
export const ShownDigest = z.strictObject({
  office: OfficeId,
  day: Day,
  /** Audit lines of the day. */
  lines: z.int(),
  hash: z.string(),
  previous: z.string(),
  writtenAt: Instant,
});
export type ShownDigest = z.infer<typeof ShownDigest>;
export const Integrity = z.strictObject({
  /** The text whose SHA-256 is a day's hash, in words. */
  how: z.string(),
  days: z.array(ShownDigest),
});
export type Integrity = z.infer<typeof Integrity>;
