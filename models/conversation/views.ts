/** What each side may see of a conversation: the citizen their own talk, an officer the case with masked numbers. */
import * as z from 'zod';
import { ConversationId, OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { LiveMark } from '../live/live-mark.ts';
import { Summary } from './conversation.ts';
import { Line, Note } from './line.ts';
import { WeChatView } from '../wechat/showing.ts';
import { Rating } from './rating.ts';

/** A line as the citizen sees it: the officer's shown name, never the staff id. */
export const CitizenLine = Line.omit({ conversation: true, by: true });
export type CitizenLine = z.infer<typeof CitizenLine>;

export const CitizenView = z.strictObject({
  id: ConversationId,
  office: OfficeId,
  language: z.enum(['zh', 'en']),
  elder: z.boolean(),
  lastSeq: z.int(),
  readByOfficer: z.int(),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('with-bot') }),
    z.strictObject({
      name: z.literal('waiting-for-officer'),
      kind: z.enum(['live', 'message']),
      /** People before this one, and whole minutes expected; absent for messages. */
      ahead: z.int().nonnegative().optional(),
      minutes: z.int().nonnegative().optional(),
      /** Stands in the green lane. */
      first: z.boolean(),
      number: z.string().optional(),
      dueAt: Instant,
    }),
    z.strictObject({ name: z.literal('with-officer'), officer: z.string() }),
    z.strictObject({ name: z.literal('closed') }),
  ]),
  rated: z.boolean(),
  /** Who reads and writes along. */
  helper: z.strictObject({ name: z.string(), joined: z.boolean() }).optional(),
  live: LiveMark.optional(),
});
export type CitizenView = z.infer<typeof CitizenView>;

/** One row of the officer's list. */
export const DeskRow = z.strictObject({
  id: ConversationId,
  office: OfficeId,
  channel: z.enum(['web', 'wechat']),
  state: z.enum(['with-bot', 'waiting-for-officer', 'with-officer', 'closed']),
  kind: z.enum(['live', 'message']).optional(),
  number: z.string().optional(),
  need: z.string(),
  service: z.string().optional(),
  phone: z.string().optional(),
  officer: StaffId.optional(),
  officerName: z.string().optional(),
  since: Instant,
  dueAt: Instant,
  lastAt: Instant,
  unread: z.int().nonnegative(),
  first: z.boolean(),
  transfers: z.int(),
  live: LiveMark.optional(),
  version: z.int(),
});
export type DeskRow = z.infer<typeof DeskRow>;

export const Viewer = z.strictObject({ id: StaffId, name: z.string(), typing: z.boolean() });
export type Viewer = z.infer<typeof Viewer>;

export const OfficerView = z.strictObject({
  row: DeskRow,
  language: z.enum(['zh', 'en']),
  elder: z.boolean(),
  lastSeq: z.int(),
  readByCitizen: z.int(),
  /** How far it has reached the person in WeChat, where they read it there. */
  wechat: WeChatView.optional(),
  summary: Summary.optional(),
  told: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  rating: Rating.optional(),
  history: z.array(
    z.strictObject({ at: Instant, what: z.string(), by: z.string().optional(), reason: z.string().optional() }),
  ),
  lines: z.array(Line),
  notes: z.array(Note),
  viewers: z.array(Viewer),
  /** Everybody who was there before then is among them. */
  viewersAt: Instant,
});
export type OfficerView = z.infer<typeof OfficerView>;
