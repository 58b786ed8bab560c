/** What may be asked of the “办不成事” window: by the person, by officers, by managers. */
import * as z from 'zod';
import { NoticeChoice } from '../aftermath/notice-choice.ts';
import { AttachmentId, ComplaintId, DeliveryId, OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { grades } from '../conversation/rating.ts';
import { StartUpload } from '../conversation/requests.ts';
import { Answer, Decline } from './answer.ts';
import { ClockTime, ComplaintNumber, Matter, Person, PersonalField, WaitingFor } from './complaint.ts';
import { CauseCode, ProblemKind, Urgency } from './kinds.ts';
import { RatingReason } from './rating.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** A report as a person hands it in. `id` is chosen with the draft, so that handing it in twice files it once. */
export const FileComplaint = z.strictObject({
  id: ComplaintId,
  office: OfficeId,
  channel: z.enum(['chat', 'wechat', 'form', 'open311', 'counter']),
  language: z.enum(['zh', 'en']),
  matter: Matter.omit({ title: true }).extend({ title: Matter.shape.title.optional() }),
  person: Person,
  service: z.string().max(60).optional(),
  problem: ProblemKind.optional(),
  notify: z.enum(['chat', 'sms', 'none']),
  attachments: z.array(AttachmentId).max(12).default([]),
});
export type FileComplaint = z.infer<typeof FileComplaint>;

/** Number and code from the receipt. */
export const FindComplaint = z.strictObject({
  number: ComplaintNumber,
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{8}$/),
});
export type FindComplaint = z.infer<typeof FindComplaint>;

/** What the person may do with their own matter. */
export const CitizenAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('add'), text: words(4000), attachments: z.array(AttachmentId).max(12).default([]) }),
  z.strictObject({ act: z.literal('press'), for: z.enum(['news', 'call', 'higher']) }),
  z.strictObject({ act: z.literal('confirm') }),
  z.strictObject({ act: z.literal('reopen'), text: z.string().trim().max(4000).optional() }),
  z.strictObject({
    act: z.literal('rate'),
    grade: z.enum(grades),
    reasons: z.array(RatingReason).max(9).default([]),
    words: z.string().trim().max(1000).optional(),
  }),
  /** Why a grade was given, said after it; once. */
  z.strictObject({
    act: z.literal('explain'),
    reasons: z.array(RatingReason).max(9).default([]),
    words: z.string().trim().max(1000).optional(),
  }),
  z.strictObject({
    act: z.literal('wish-call'),
    wish: z.enum(['morning', 'afternoon', 'none', 'any']),
    notBefore: ClockTime.optional(),
  }),
  z.strictObject({ act: z.literal('check-back'), holds: z.boolean() }),
  z.strictObject({ act: z.literal('withdraw'), text: z.string().trim().max(1000).optional() }),
  z.strictObject({ act: z.literal('notices'), choice: NoticeChoice }),
]);
export type CitizenAct = z.infer<typeof CitizenAct>;
export const ActOnOwn = z.strictObject({ delivery: DeliveryId, what: CitizenAct });
export type ActOnOwn = z.infer<typeof ActOnOwn>;

export const matterViews = ['mine', 'new', 'due-soon', 'overdue', 'waiting', 'answered', 'all'] as const;
export type MatterView = (typeof matterViews)[number];
export const ListMatters = z.strictObject({
  view: z.enum(matterViews),
  office: OfficeId.optional(),
  problem: ProblemKind.optional(),
  service: z.string().max(60).optional(),
});
export type ListMatters = z.infer<typeof ListMatters>;
export const OneMatter = z.strictObject({ id: ComplaintId });
export const OneMatterPhoto = z.strictObject({ id: ComplaintId, photo: AttachmentId });
/** An officer photographs a paper for a matter. */
export const AddMatterPhoto = StartUpload.extend({ id: ComplaintId });
export type AddMatterPhoto = z.infer<typeof AddMatterPhoto>;
export type OneMatter = z.infer<typeof OneMatter>;

/** Papers photographed at the office, shown to the person with the words that they belong to. */
const papers = z.array(AttachmentId).max(6).optional();

const revealReason = z.string().trim().min(4).max(200);

/** What an officer or manager does. `seen` is the version on screen: whoever decides has seen what is decided about. */
export const StaffAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('accept'),
    problem: ProblemKind,
    urgency: Urgency,
    cause: CauseCode.optional(),
    service: z.string().max(60).optional(),
    take: z.boolean().default(false),
  }),
  z.strictObject({
    act: z.literal('sort'),
    problem: ProblemKind,
    urgency: Urgency,
    cause: CauseCode.optional(),
    service: z.string().max(60).optional(),
  }),
  z.strictObject({ act: z.literal('ask-decline'), decline: Decline }),
  z.strictObject({
    act: z.literal('decide-decline'),
    agree: z.boolean(),
    words: z.string().trim().max(1000).optional(),
  }),
  z.strictObject({ act: z.literal('claim') }),
  z.strictObject({ act: z.literal('assign'), to: StaffId }),
  z.strictObject({ act: z.literal('transfer'), to: StaffId.optional(), reason: words(500) }),
  z.strictObject({
    act: z.literal('contact'),
    how: z.enum(['call', 'visit']),
    reached: z.boolean(),
    words: words(2000),
  }),
  z.strictObject({ act: z.literal('message'), text: words(4000), attachments: papers }),
  z.strictObject({ act: z.literal('ask'), for: WaitingFor, text: words(2000), attachments: papers }),
  z.strictObject({ act: z.literal('resume'), reason: words(500) }),
  z.strictObject({ act: z.literal('answer'), answer: Answer, cause: CauseCode, attachments: papers }),
  z.strictObject({ act: z.literal('ask-extension'), days: z.int().min(1).max(15), reason: words(1000) }),
  z.strictObject({
    act: z.literal('decide-extension'),
    approve: z.boolean(),
    words: z.string().trim().max(1000).optional(),
  }),
  z.strictObject({ act: z.literal('read-report') }),
  z.strictObject({ act: z.literal('ask-reveal'), field: PersonalField, reason: revealReason }),
  z.strictObject({
    act: z.literal('decide-reveal'),
    ask: z.string().min(1).max(64),
    grant: z.boolean(),
    words: z.string().trim().max(1000).optional(),
  }),
  z.strictObject({ act: z.literal('call-back'), reached: z.boolean(), words: words(2000) }),
  z.strictObject({ act: z.literal('rectify'), text: words(2000) }),
  z.strictObject({ act: z.literal('merge'), into: ComplaintId }),
  z.strictObject({ act: z.literal('unmerge') }),
  z.strictObject({
    act: z.literal('link'),
    to: z.enum(['case', 'guide', 'review']),
    id: words(60),
  }),
  z.strictObject({ act: z.literal('supervise'), dueAt: Instant, words: words(1000) }),
  z.strictObject({ act: z.literal('answer-supervision'), words: words(2000) }),
  z.strictObject({ act: z.literal('raise'), reason: words(500) }),
  z.strictObject({ act: z.literal('list-tick'), item: z.string().max(26), done: z.boolean() }),
  z.strictObject({ act: z.literal('list-add'), texts: z.array(words(120)).min(1).max(12) }),
]);
export type StaffAct = z.infer<typeof StaffAct>;
export const ActOnMatter = z.strictObject({
  id: ComplaintId,
  delivery: DeliveryId,
  seen: z.int().nonnegative(),
  what: StaffAct,
});
export type ActOnMatter = z.infer<typeof ActOnMatter>;

export const NoteOnMatter = z.strictObject({
  id: ComplaintId,
  delivery: DeliveryId,
  text: words(4000),
  mentions: z.array(StaffId).max(10).default([]),
});
export type NoteOnMatter = z.infer<typeof NoteOnMatter>;
export const RevealOnMatter = z.strictObject({
  id: ComplaintId,
  field: PersonalField,
  reason: revealReason,
});
export type RevealOnMatter = z.infer<typeof RevealOnMatter>;
export const SearchMatters = z.strictObject({ q: z.string().trim().min(2).max(60) });
export const ShowOnMatter = z.strictObject({ id: ComplaintId, typing: z.boolean() });
