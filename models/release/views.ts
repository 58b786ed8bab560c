/** How a release looks: to officers in a list and as a file, to its own sides, and on the receipt. */
import * as z from 'zod';
import { ShownNoticeChoice } from '../aftermath/notice-choice.ts';
import { ShownClock } from '../complaint/views.ts';
import { AttachmentId, BookingId, LenderId, OfficeId, ReleaseId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { ReleaseNote } from './note.ts';
import { Defect, PaperKind } from './papers.ts';
import { Basis, Side } from './parties.ts';
import { Comparison, Custody, Eligibility, Session, Ticked } from './release.ts';

/** What stands for a side besides its state: whose move it is. */
export const waitsFor = ['office', 'owner', 'lender', 'both', 'nobody'] as const;

export const ReleaseRow = z.strictObject({
  id: ReleaseId,
  number: z.string(),
  office: OfficeId,
  state: z.string(),
  basis: Basis,
  sides: z.array(Side),
  /** Whole: officers work with plates. */
  plate: z.string(),
  /** Masked. */
  owner: z.string(),
  lender: z.string(),
  agent: z.string().optional(),
  officer: z.strictObject({ id: StaffId, name: z.string() }).optional(),
  filedAt: Instant,
  lastAt: Instant,
  startsAt: Instant.optional(),
  /** Runs from acceptance; undefined before. */
  clock: ShownClock.optional(),
  waitsFor: z.enum(waitsFor),
  version: z.int(),
});
export type ReleaseRow = z.infer<typeof ReleaseRow>;

export const ShownPaper = z.strictObject({
  kind: PaperKind,
  of: Side,
  from: z.enum(['handed-in', 'on-file']),
  article: z.string(),
  photos: z.array(AttachmentId),
  verdict: z.strictObject({ good: z.boolean(), defects: z.array(Defect), words: z.string().optional() }).optional(),
});
export type ShownPaper = z.infer<typeof ShownPaper>;

const ShownHappening = z.strictObject({
  at: Instant,
  what: z.string(),
  by: z.string().optional(),
  reason: z.string().optional(),
});

/** The file as the office sees it. Numbers masked; whole by `reveal`. */
export const ReleaseFile = z.strictObject({
  row: ReleaseRow,
  channel: z.string(),
  language: z.enum(['zh', 'en']),
  owner: z.strictObject({
    name: z.string(),
    company: z.boolean(),
    phone: z.string().optional(),
    proxy: z.string().optional(),
  }),
  /** `id`: of one that is enrolled. */
  lender: z.strictObject({ id: LenderId.optional(), name: z.string(), agent: z.string().optional() }),
  vehicle: z.strictObject({ plate: z.string(), vinTail: z.string(), certificate: z.string(), contract: z.string() }),
  helper: z.strictObject({ name: z.string(), relation: z.string() }).optional(),
  certificateWith: Side,
  papers: z.array(ShownPaper),
  eligibility: Eligibility.optional(),
  bookings: z.array(z.strictObject({ booking: BookingId, sides: z.array(Side), startsAt: Instant })),
  sessions: z.array(Session),
  /** All cells that are asked for, in the order of the script. */
  required: z.array(z.string()),
  ticked: z.array(Ticked),
  challenge: z.partialRecord(Side, z.array(z.string())),
  codesRight: z.array(Side),
  /** The code that waits to be typed, or was; only while a session is open. */
  codes: z.partialRecord(
    Side,
    z.strictObject({ phone: z.string(), until: Instant, triesLeft: z.int(), used: z.boolean() }),
  ),
  comparison: Comparison.optional(),
  custody: Custody.optional(),
  /** What each side reads aloud. */
  statements: z.partialRecord(Side, z.string()),
  acceptedAt: Instant.optional(),
  decision: z
    .strictObject({
      what: z.string(),
      at: Instant,
      by: z.string(),
      reason: z.string().optional(),
      words: z.string().optional(),
    })
    .optional(),
  registry: z.strictObject({ serial: z.string(), at: Instant }).optional(),
  notes: z.array(ReleaseNote),
  history: z.array(ShownHappening),
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** What one of its own sides sees: nothing of the other's papers or numbers. */
export const OwnRelease = z.strictObject({
  id: ReleaseId,
  number: z.string(),
  office: OfficeId,
  side: Side,
  state: z.string(),
  basis: Basis,
  plate: z.string(),
  owner: z.string(),
  lender: z.string(),
  agent: z.string().optional(),
  officer: z.string().optional(),
  /** None where the owner does not take part. */
  phone: z.string().optional(),
  /** The owner's. */
  notices: ShownNoticeChoice.optional(),
  filedAt: Instant,
  certificateWith: Side,
  papers: z.array(ShownPaper),
  bookings: z.array(z.strictObject({ booking: BookingId, sides: z.array(Side), startsAt: Instant })),
  helper: z.strictObject({ name: z.string(), relation: z.string() }).optional(),
  /** A room is open for this side. */
  roomOpen: z.boolean(),
  statement: z.string().optional(),
  challenge: z.array(z.string()),
  acceptedAt: Instant.optional(),
  clock: ShownClock.optional(),
  decision: z
    .strictObject({ what: z.string(), at: Instant, reason: z.string().optional(), words: z.string().optional() })
    .optional(),
  registeredAt: Instant.optional(),
  custody: Custody.optional(),
  history: z.array(z.strictObject({ at: Instant, what: z.string(), reason: z.string().optional() })),
  version: z.int(),
});
export type OwnRelease = z.infer<typeof OwnRelease>;

/** A release in the list of a lender's agents; of the office's people no word. */
export const LenderReleaseRow = ReleaseRow.omit({ officer: true, lender: true }).extend({
  /** Whoever looks has it. */
  mine: z.boolean(),
  /** A room is open for the lender's side. */
  roomOpen: z.boolean(),
});
export type LenderReleaseRow = z.infer<typeof LenderReleaseRow>;
/** One release as an agent of its lender sees it. */
export type LenderRelease = OwnRelease & {
  mine: boolean;
  /** Whoever looks may take it on, also in a colleague's place. */
  mayTake: boolean;
};

export const ReleaseReceipt = z.strictObject({
  id: ReleaseId,
  number: z.string(),
  code: z.string(),
  office: OfficeId,
  plate: z.string(),
  lender: z.string(),
  filedAt: Instant,
  phoneTail: z.string(),
  papers: z.array(ShownPaper),
});
export type ReleaseReceipt = z.infer<typeof ReleaseReceipt>;
