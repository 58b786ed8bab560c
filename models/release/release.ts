/** A mortgage that is to be released by video: who applies, with which papers, what was done in the sessions, how it was decided and where the certificate is. */
import * as z from 'zod';
import { NoticeWishes } from '../aftermath/notice-wishes.ts';
import { FiledClock } from '../clock/filed-clock.ts';
import { Owner as Holder, Phone } from '../complaint/complaint.ts';
import { AttachmentId, BookingId, ConversationId, LenderId, OfficeId, ReleaseId, RoomId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Defect, PaperKind } from './papers.ts';
import { Basis, Side } from './parties.ts';
import type { Shape } from './steps.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** `YC-1128-J001`: the office, month and day, J for 解押, the day's running number. */
export const ReleaseNumber = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().regex(/^(?:YC|YN|PL|ZN)-\d{4}-J\d{3,5}$/));

/** The vehicle as the applicant writes it; filed sealed. */
export const Vehicle = z.strictObject({
  plate: words(10),
  /** The last six of the 17 characters. */
  vinTail: z.string().regex(/^[A-HJ-NPR-Z0-9]{6}$/),
  /** 登记证书编号, commonly 12 digits; its exact shape is unverified. */
  certificate: z.string().regex(/^\d{10,14}$/),
  contract: words(60),
});
export type Vehicle = z.infer<typeof Vehicle>;

/** A person or a company; with a proxy, that person comes to the call. Filed sealed. */
export const OwnerSide = z.strictObject({
  name: words(60),
  company: z.boolean(),
  /** Of the one who comes to the call; confirmed by a code. Not asked where the lender applies alone. */
  phone: Phone.optional(),
  proxy: z.strictObject({ name: words(40) }).optional(),
});
export type OwnerSide = z.infer<typeof OwnerSide>;

/** Somebody whom the owner named to sit beside them in the call; says and decides nothing in the owner's place. Filed sealed. */
export const Helper = z.strictObject({
  /** Names this naming: a link made for another one opens nothing. */
  id: z.string().max(40),
  name: words(40),
  relation: words(20),
  at: Instant,
});
export type Helper = z.infer<typeof Helper>;

/** The agent is known once one of the lender's people takes it on. */
export const LenderSide = z.strictObject({ lender: LenderId, name: words(60), agent: Holder.optional() });
export type LenderSide = z.infer<typeof LenderSide>;

export const Paper = z.strictObject({
  kind: PaperKind,
  photos: z.array(AttachmentId).max(8),
  /** Undefined: not looked at since it was last handed in. `words` are filed sealed with the rest of the list. */
  verdict: z
    .strictObject({ good: z.boolean(), defects: z.array(Defect).max(7), words: z.string().max(500).optional() })
    .optional(),
});
export type Paper = z.infer<typeof Paper>;

/** What the officer found in the national register; no interface to it is assumed. `copied` is filed sealed. */
export const Eligibility = z.strictObject({
  at: Instant,
  by: StaffId,
  mortgagedHere: z.boolean(),
  seized: z.boolean(),
  /** Not asked where the owner applies alone with a court document. */
  lenderEnrolled: z.boolean().optional(),
  copied: z.strictObject({
    plate: words(10),
    certificate: words(20),
    owner: words(60),
    lender: words(80),
    mortgagedOn: z.string().max(20),
  }),
});
export type Eligibility = z.infer<typeof Eligibility>;

/** One meeting in the room. Owner and lender may come in sessions of their own. */
export const Session = z.strictObject({
  room: RoomId,
  with: z.array(Side).min(1).max(2),
  booking: BookingId.optional(),
  startedAt: Instant,
  endedAt: Instant.optional(),
  how: z.enum(['done', 'aborted', 'no-show', 'technical']).optional(),
});
export type Session = z.infer<typeof Session>;

/** A step done with somebody, e.g. `identity:owner`, and in which session. */
export const Ticked = z.strictObject({ cell: z.string().max(30), at: Instant, by: StaffId, room: RoomId.optional() });
export type Ticked = z.infer<typeof Ticked>;

/** Each field of the certificate held against the register. */
export const comparedFields = ['plate', 'certificate', 'owner', 'lender', 'mortgagedOn'] as const;
export const Comparison = z.record(z.enum(comparedFields), z.enum(['same', 'accepted', 'different']));
export type Comparison = z.infer<typeof Comparison>;

/** The only two grounds on which a release may be refused (令164 art. 36, 15, 29; facts 1.1). */
export const refusalGrounds = ['documents-invalid', 'seized'] as const;
export const Decision = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('approved'), at: Instant, by: StaffId }),
  /** `words`: what exactly, for both sides; sealed. Without them no refusal exists. */
  z.strictObject({
    what: z.literal('refused'),
    at: Instant,
    by: StaffId,
    ground: z.enum(refusalGrounds),
    words: words(1000),
  }),
  /** No refusal: the same release is done at the counter (suspicion: 令164 art. 74; technical; or because somebody wants it so). */
  z.strictObject({
    what: z.literal('moved-to-counter'),
    at: Instant,
    by: StaffId,
    why: z.enum(['suspicion', 'technical', 'wish']),
    words: words(1000),
  }),
]);
export type Decision = z.infer<typeof Decision>;

/** Where the certificate is: brought or fetched, annotated, on its way back, back. `tracking` is sealed. */
export const Custody = z.strictObject({
  way: z.enum(['mail', 'counter']),
  collectedAt: Instant.optional(),
  annotatedAt: Instant.optional(),
  sentAt: Instant.optional(),
  tracking: words(40).optional(),
  returnedAt: Instant.optional(),
});
export type Custody = z.infer<typeof Custody>;

export const cancelReasons = [
  'applicant',
  'wrong-office',
  'lender-not-enrolled',
  'done-elsewhere',
  'papers-never-came',
  'no-show',
] as const;

const at = { at: Instant };
export const State = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('applied'), ...at }),
  z.strictObject({ name: z.literal('checking-papers'), ...at }),
  z.strictObject({ name: z.literal('papers-missing'), ...at }),
  /** Papers good, eligible; a session is booked or waited for. */
  z.strictObject({ name: z.literal('booked'), ...at }),
  z.strictObject({ name: z.literal('in-session'), ...at }),
  z.strictObject({ name: z.literal('decided'), ...at }),
  z.strictObject({ name: z.literal('registry-done'), ...at }),
  z.strictObject({ name: z.literal('certificate-returned'), ...at }),
  z.strictObject({ name: z.literal('closed'), ...at }),
  z.strictObject({ name: z.literal('cancelled'), ...at, reason: z.enum(cancelReasons) }),
  z.strictObject({ name: z.literal('expired'), ...at }),
]);
export type State = z.infer<typeof State>;
export type StateName = State['name'];

/** Closed words and ids only: history is filed unsealed, so that audit lines can be drawn from it. */
export const happenings = [
  'filed',
  'claimed',
  'transferred',
  'papers-added',
  'papers-good',
  'papers-faulty',
  'eligible',
  'not-eligible',
  'agent-took',
  'booked',
  'rebooked',
  'unbooked',
  'helper-named',
  'helper-removed',
  'session-opened',
  'session-ended',
  'ticked',
  'unticked',
  'challenged',
  'code-sent',
  'code-right',
  'code-wrong',
  'accepted',
  'approved',
  'refused',
  'moved-to-counter',
  'registered',
  'registered-late',
  'certificate-collected',
  'certificate-annotated',
  'certificate-sent',
  'certificate-returned',
  'revealed',
  'reminded',
  'late',
  'cancelled',
  'expired',
  'closed',
  'notices-chosen',
] as const;
export const Happened = z.strictObject({
  at: Instant,
  what: z.enum(happenings),
  by: StaffId.optional(),
  reason: z.string().max(40).optional(),
  amounts: z.record(z.string(), z.int().nonnegative()).optional(),
});
export type Happened = z.infer<typeof Happened>;

export const Release = z.strictObject({
  id: ReleaseId,
  version: z.int().nonnegative(),
  number: z.string(),
  office: OfficeId,
  channel: z.enum(['chat', 'wechat', 'form', 'lender', 'counter']),
  language: z.enum(['zh', 'en']),
  filedAt: Instant,
  lastAt: Instant,
  /** The version that a person last made; the clock's own steps put nobody's screen out of date. */
  touched: z.int().nonnegative(),
  basis: Basis,
  /** Who applies: both, or the one who has the court document. */
  sides: z.array(Side).min(1).max(2),
  /** Sealed. */
  owner: OwnerSide,
  /** Enrolled here; whoever applies alone with a court document needs none. */
  lender: LenderSide.optional(),
  /** As whoever applies alone wrote it, where no enrolled lender stands; may be a person. Sealed. */
  mortgagee: words(60).optional(),
  /** Sealed. */
  helper: Helper.optional(),
  /** Sealed. */
  vehicle: Vehicle,
  certificateWith: Side,
  /** The code on the receipt, eight characters; sealed. */
  code: z.string().length(8),
  notify: z.enum(['chat', 'sms', 'none']),
  wishes: NoticeWishes.optional(),
  talk: ConversationId.optional(),
  /** Sealed: verdicts hold words. */
  papers: z.array(Paper).max(9),
  /** Sealed. */
  eligibility: Eligibility.optional(),
  /** The officer who has it. */
  officer: Holder.optional(),
  bookings: z
    .array(z.strictObject({ booking: BookingId, sides: z.array(Side).min(1).max(2), startsAt: Instant }))
    .max(20),
  sessions: z.array(Session).max(20),
  ticked: z.array(Ticked).max(40),
  /** What each side was asked to do, in this order. */
  challenges: z.array(z.strictObject({ side: Side, wanted: z.array(z.string().max(40)).max(6), at: Instant })).max(20),
  comparison: Comparison.optional(),
  custody: Custody.optional(),
  /** Complete when all sides have stated their will; from then on the working day counts. */
  acceptedAt: Instant.optional(),
  clock: FiledClock.optional(),
  /** Sealed. */
  decision: Decision.optional(),
  /** The act in the national register: its serial number there. Sealed. */
  registry: z.strictObject({ serial: words(40), at: Instant, by: StaffId }).optional(),
  rung: z.array(z.string().max(60)).max(60),
  state: State,
  history: z.array(Happened),
});
export type Release = z.infer<typeof Release>;

const KEPT = 160;
export const noted = (r: Release, ...happened: Happened[]): Release => ({
  ...r,
  history: [...r.history, ...happened].slice(-KEPT),
});

/** What the lender is called, as far as anybody said. */
export const lenderNameOf = ({ lender, mortgagee }: Pick<Release, 'lender' | 'mortgagee'>): string =>
  lender?.name ?? mortgagee ?? '';

export const shapeOf = ({ basis, sides, certificateWith, owner }: Release): Shape => ({
  basis,
  sides,
  certificateWith,
  ownerByProxy: owner.proxy !== undefined,
});

const over: readonly StateName[] = ['closed', 'cancelled', 'expired'];
export const isOver = ({ state }: Pick<Release, 'state'>): boolean => over.includes(state.name);
export const openSession = ({ sessions }: Pick<Release, 'sessions'>): Session | undefined =>
  sessions.find(({ endedAt }) => endedAt === undefined);
