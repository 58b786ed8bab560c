/** A matter that somebody could not get done: who reported it, who has it, its clocks, its answer with reasons, and what the person says of it. */
import * as z from 'zod';
import { NoticeWishes } from '../aftermath/notice-wishes.ts';
import { FiledClock } from '../clock/filed-clock.ts';
import { AttachmentId, ComplaintId, ConversationId, OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Answer, Decline } from './answer.ts';
import { CauseCode, ProblemKind, Urgency } from './kinds.ts';
import { Rating } from './rating.ts';
import { Triage } from './triage/proposal.ts';

/** `YC-1118-011`: the office, month and day, the day's running number. Numbers come again after a year; the year is in the filing. */
export const ComplaintNumber = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().regex(/^(?:YC|YN|PL|ZN)-\d{4}-\d{3,5}$/));

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** What the person could not get done; filed sealed. */
export const Matter = z.strictObject({
  /** One line that names it, for lists. */
  title: words(60),
  what: words(4000),
  where: words(120).optional(),
  when: words(120).optional(),
  visits: z.int().min(1).max(99).optional(),
  /** What the person was told there. */
  said: words(1000).optional(),
  wanted: words(500).optional(),
  plate: z.string().max(10).optional(),
});
export type Matter = z.infer<typeof Matter>;

export const Phone = z.string().regex(/^1[3-9]\d{9}$/);

/** Who reported it and, if a helper wrote for somebody, both; filed sealed. Anonymous: empty. */
export const Person = z.strictObject({
  name: words(40).optional(),
  phone: Phone.optional(),
  helper: z.strictObject({ name: words(40), phone: Phone.optional(), relation: words(20) }).optional(),
});
export type Person = z.infer<typeof Person>;

/** Where the person is reached: whoever writes for somebody is the one who is called. */
export const phoneOf = ({ person }: { person: Person }): string | undefined => person.phone ?? person.helper?.phone;

/** The ladder: the one who has it, the head of section, the head of the office. */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Level = z.infer<typeof Level>;

export const Owner = z.strictObject({ id: StaffId, name: z.string().max(40) });
export type Owner = z.infer<typeof Owner>;

export const waitingFor = ['papers', 'consent', 'answer', 'visit', 'other-agency-paper'] as const;
export const WaitingFor = z.enum(waitingFor);
export type WaitingFor = z.infer<typeof WaitingFor>;

const Filed = z.strictObject({ name: z.literal('filed') });
const Declined = z.strictObject({ name: z.literal('declined'), at: Instant, by: StaffId, decline: Decline });
/** Taken on, nobody has it yet. */
const Accepted = z.strictObject({ name: z.literal('accepted'), at: Instant });
/** Given to somebody who has not opened it yet. */
const Assigned = z.strictObject({ name: z.literal('assigned'), owner: Owner, at: Instant });
const Working = z.strictObject({ name: z.literal('working'), owner: Owner, at: Instant });
const Waiting = z.strictObject({
  name: z.literal('waiting-for-citizen'),
  owner: Owner,
  at: Instant,
  forWhat: WaitingFor,
});
/** Answered; whether it is really done is for the person to say. */
const Resolved = z.strictObject({ name: z.literal('resolved'), owner: Owner, at: Instant, answer: Answer });
const Confirmed = z.strictObject({ name: z.literal('confirmed'), owner: Owner, at: Instant, answer: Answer });
const Withdrawn = z.strictObject({ name: z.literal('withdrawn'), at: Instant });
/** The same matter as another one; `was` is put back when the merging is undone. */
const Merged = z.strictObject({
  name: z.literal('merged'),
  at: Instant,
  by: StaffId,
  into: ComplaintId,
  was: z.discriminatedUnion('name', [Filed, Accepted, Assigned, Working, Waiting]),
});
/** Filed away. `answer` or `decline` stays with it: nothing is closed without reasons. */
const Closed = z.strictObject({
  name: z.literal('closed'),
  at: Instant,
  how: z.discriminatedUnion('end', [
    z.strictObject({ end: z.literal('confirmed'), owner: Owner, answer: Answer }),
    /** Nobody said anything: never counted as satisfied. */
    z.strictObject({ end: z.literal('silence'), owner: Owner, answer: Answer }),
    z.strictObject({ end: z.literal('declined'), decline: Decline }),
    z.strictObject({ end: z.literal('withdrawn') }),
  ]),
});

export const State = z.discriminatedUnion('name', [
  Filed,
  Declined,
  Accepted,
  Assigned,
  Working,
  Waiting,
  Resolved,
  Confirmed,
  Withdrawn,
  Merged,
  Closed,
]);
export type State = z.infer<typeof State>;
export type StateName = State['name'];

/** What befell it. No free words: history is filed unsealed, so that audit lines and figures can be drawn from it. */
export const happenings = [
  'filed',
  'seen',
  'triaged',
  'accepted',
  'decline-asked',
  'decline-returned',
  'declined',
  'assigned',
  'claimed',
  'transferred',
  'problem-case',
  'first-contact',
  'contact-missed',
  'contact-tried',
  'asked-citizen',
  'resumed',
  'citizen-added',
  'citizen-pressed',
  'office-wrote',
  'extension-asked',
  'extension-approved',
  'extension-refused',
  'answered',
  'outcome',
  'answer-missed',
  'report-read',
  'confirmed',
  'reopened',
  'rated',
  'called-back',
  'rectification-missed',
  'rectified',
  'withdrawn',
  'merged',
  'unmerged',
  'received-merged',
  'linked',
  'reminded',
  'supervised',
  'supervision-answered',
  'supervision-missed',
  'call-back-missed',
  'waiting-reminder',
  'fell-silent',
  'last-call',
  'raised',
  'closed',
  'check-back-sent',
  'check-back-answered',
  'sampled',
  'revealed',
  'reveal-asked',
  'reveal-granted',
  'reveal-refused',
  'notices-chosen',
] as const;
export const Happened = z.strictObject({
  at: Instant,
  what: z.enum(happenings),
  by: StaffId.optional(),
  /** A word from a closed list: in-time, late, a grade, an outcome, the ladder's step. */
  reason: z.string().max(40).optional(),
  /** Whole minutes: used, paused, late. */
  amounts: z.record(z.string(), z.int().nonnegative()).optional(),
});
export type Happened = z.infer<typeof Happened>;

export const Extension = z.strictObject({
  days: z.int().min(1).max(15),
  askedAt: Instant,
  askedBy: StaffId,
  decidedAt: Instant.optional(),
  decidedBy: StaffId.optional(),
  approved: z.boolean().optional(),
});

/** What stands masked in a file, and may be seen whole for a reason. */
export const PersonalField = z.enum(['phone', 'name', 'plate', 'helper']);
export type PersonalField = z.infer<typeof PersonalField>;

/** A colleague asks to see one field whole; the reason is the memo of the same id. */
export const RevealAsk = z.strictObject({
  id: z.string().min(1).max(64),
  field: PersonalField,
  by: StaffId,
  at: Instant,
  decidedAt: Instant.optional(),
  decidedBy: StaffId.optional(),
  /** Granted, and seen until then; refused without it. */
  until: Instant.optional(),
});
export type RevealAsk = z.infer<typeof RevealAsk>;

/** 15:00 */
export const ClockTime = z.string().regex(/^\d{2}:\d{2}$/);

/** What follows a low grade: somebody else calls, and what was wrong is put right by its own clock. */
export const Rectification = z.strictObject({
  clock: FiledClock,
  callBack: FiledClock,
  /** When the person wants to be called, in their words; filed sealed with the rating. */
  wish: z.enum(['morning', 'afternoon', 'none', 'any']).optional(),
  notBefore: ClockTime.optional(),
  calledBackBy: StaffId.optional(),
});

/** The newest asks of one matter, those that wait among them. */
export const REVEAL_ASKS = 20;

/** Photos of both sides together. */
export const PHOTOS_A_MATTER = 40;

export const Complaint = z.strictObject({
  id: ComplaintId,
  version: z.int().nonnegative(),
  number: z.string(),
  office: OfficeId,
  channel: z.enum(['chat', 'wechat', 'form', 'open311', 'counter']),
  language: z.enum(['zh', 'en']),
  filedAt: Instant,
  lastAt: Instant,
  /** The version that a person last made; the clock's own steps do not make anybody's screen out of date. */
  touched: z.int().nonnegative(),
  /** Entries so far. */
  lastSeq: z.int().nonnegative(),
  person: Person,
  matter: Matter,
  /** The code on the receipt, eight characters; sealed. */
  code: z.string().length(8),
  anonymous: z.boolean(),
  helped: z.boolean(),
  /** Where the person is told of changes. */
  notify: z.enum(['chat', 'sms', 'none']),
  wishes: NoticeWishes.optional(),
  service: z.string().max(60).optional(),
  problem: ProblemKind,
  cause: CauseCode.optional(),
  urgency: Urgency,
  /** What the system thinks; a person decides. */
  proposal: Triage.optional(),
  triagedBy: StaffId.optional(),
  /** The talk it came from; `upTo` is the last line that the person let go along, 0 for none. */
  talk: z.strictObject({ conversation: ConversationId, upTo: z.int().nonnegative() }).optional(),
  attachments: z.array(AttachmentId).max(PHOTOS_A_MATTER),
  level: Level,
  /** Everybody who had it, in order, without repeats next to each other. */
  owners: z.array(StaffId).max(60),
  problemCase: z.boolean(),
  /** 1, and one more with every reopening. */
  cycle: z.int().positive(),
  contact: FiledClock,
  answerBy: FiledClock,
  firstSeenAt: Instant.optional(),
  firstContactAt: Instant.optional(),
  extension: Extension.optional(),
  /** An officer would decline it; nobody is told before a manager agrees. Sealed. */
  declineAsked: z.strictObject({ by: StaffId, at: Instant, decline: Decline }).optional(),
  /** A manager's eye on it, until answered. */
  supervision: z.strictObject({ by: StaffId, at: Instant, dueAt: Instant, answeredAt: Instant.optional() }).optional(),
  /** A “no” to something that can be done: read by a manager or not yet. */
  report: z.strictObject({ at: Instant, by: StaffId, readBy: StaffId.optional() }).optional(),
  revealAsks: z.array(RevealAsk).max(REVEAL_ASKS).optional(),
  rating: Rating.optional(),
  rectification: Rectification.optional(),
  checkBackAt: Instant.optional(),
  checkedBack: z.boolean(),
  merged: z.array(ComplaintId).max(40),
  links: z.array(z.strictObject({ to: z.enum(['case', 'guide', 'review']), id: z.string().max(60) })).max(40),
  checklist: z.array(z.strictObject({ id: z.string().max(26), text: words(120), doneBy: StaffId.optional() })).max(40),
  /** Steps of the ladder that have been taken, `cycle:step`. */
  rung: z.array(z.string().max(60)).max(200),
  state: State,
  history: z.array(Happened),
});
export type Complaint = z.infer<typeof Complaint>;

/** History is short on purpose: the whole of it is in the audit lines. */
const KEPT = 120;
export const noted = (c: Complaint, ...happened: Happened[]): Complaint => ({
  ...c,
  history: [...c.history, ...happened].slice(-KEPT),
});

/** Still to be answered. */
export const isOpen = ({ state }: Pick<Complaint, 'state'>): boolean =>
  ['filed', 'accepted', 'assigned', 'working', 'waiting-for-citizen'].includes(state.name);

export const ownerOf = ({ state }: Pick<Complaint, 'state'>): Owner | undefined =>
  'owner' in state
    ? state.owner
    : state.name === 'closed' && 'owner' in state.how
      ? state.how.owner
      : state.name === 'merged' && 'owner' in state.was
        ? state.was.owner
        : undefined;
