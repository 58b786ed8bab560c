/** Where every record is filed: the one list of key patterns. `models/README.md` says who asks for what. */
import type { Block } from '../aftermath/blocks.ts';
import type { BroadcastId } from '../broadcast/broadcast-id.ts';
import type {
  BookingId,
  ComplaintId,
  ConversationId,
  DeliveryId,
  FollowerId,
  LiveId,
  LenderId,
  OfficeId,
  ReleaseId,
  SheetId,
  StaffId,
  RoomId,
  WebhookId,
} from '../ids.ts';
import type { AppointmentKind } from '../appointment/rules.ts';
import type { ResourceId } from '../appointment/resource.ts';
import type { ReleaseList } from '../release/releases.ts';
import type { MatterList, MatterSign } from '../complaint/complaints.ts';
import type { LenderStateName } from '../release/lender-kinds.ts';
import type { Day, Instant } from '../time.ts';

export type Key = { pk: string; sk: string };

/** Work lists are spread, so that one office's busiest hour stays far below one partition's limit (1,000 writes a second). */
export const SHARDS = 4;
export const shardOf = (id: string): number => (id.codePointAt(id.length - 1) ?? 0) % SHARDS;
/** Sums of weeks and months stand apart from the days: a query of days meets days only. */
const sized = (name: string, of: Block['of']): string => (of === 'day' ? name : `${name}-${of.toUpperCase()}`);
const padded = (n: number, width = 8): string => String(n).padStart(width, '0');

export const keys = {
  conversation: (id: ConversationId): Key => ({ pk: `CONVERSATION#${id}`, sk: 'RECORD' }),
  line: (id: ConversationId, seq: number): Key => ({ pk: `CONVERSATION#${id}`, sk: `LINE#${padded(seq)}` }),
  delivery: (id: ConversationId, delivery: DeliveryId): Key => ({
    pk: `CONVERSATION#${id}`,
    sk: `DELIVERY#${delivery}`,
  }),
  note: (id: ConversationId, note: string): Key => ({ pk: `CONVERSATION#${id}`, sk: `NOTE#${note}` }),
  viewer: (id: ConversationId, staff: StaffId): Key => ({ pk: `CONVERSATION#${id}`, sk: `VIEWER#${staff}` }),
  complaint: (id: ComplaintId): Key => ({ pk: `COMPLAINT#${id}`, sk: 'RECORD' }),
  entry: (id: ComplaintId, seq: number): Key => ({ pk: `COMPLAINT#${id}`, sk: `LINE#${padded(seq)}` }),
  memo: (id: ComplaintId, memo: string): Key => ({ pk: `COMPLAINT#${id}`, sk: `NOTE#${memo}` }),
  complaintDelivery: (id: ComplaintId, delivery: DeliveryId): Key => ({
    pk: `COMPLAINT#${id}`,
    sk: `DELIVERY#${delivery}`,
  }),
  complaintViewer: (id: ComplaintId, staff: StaffId): Key => ({ pk: `COMPLAINT#${id}`, sk: `VIEWER#${staff}` }),
  /** When the sweep has to look at it again. */
  alarm: (id: ComplaintId): Key => ({ pk: `COMPLAINT#${id}`, sk: 'ALARM' }),
  live: (id: LiveId): Key => ({ pk: `LIVE#${id}`, sk: 'RECORD' }),
  /** When the sweep has to look at it. */
  liveStep: (id: LiveId): Key => ({ pk: `LIVE#${id}`, sk: 'STEP' }),
  /** The newest live guidance of a talk: of two that are opened at once one is. */
  liveOfTalk: (id: ConversationId): Key => ({ pk: `CONVERSATION#${id}`, sk: 'LIVE' }),
  room: (id: RoomId): Key => ({ pk: `ROOM#${id}`, sk: 'RECORD' }),
  roomLine: (id: RoomId, seq: number): Key => ({ pk: `ROOM#${id}`, sk: `LINE#${padded(seq)}` }),
  roomDelivery: (id: RoomId, delivery: DeliveryId): Key => ({ pk: `ROOM#${id}`, sk: `DELIVERY#${delivery}` }),
  /** All that was told of one record lies together. */
  notice: (of: { kind: string; id: string; to: string; version: number; index: number }): Key => ({
    pk: `NOTICES#${of.kind}#${of.id}`,
    sk: `${padded(of.version)}#${padded(of.index, 3)}#${of.to}`,
  }),
  lookUpMark: (id: ComplaintId, what: string): Key => ({ pk: `COMPLAINT#${id}`, sk: `LOOKUP#${what}` }),
  complaintNumber: (year: string, number: string): Key => ({ pk: `COMPLAINTS#${year}`, sk: number }),
  release: (id: ReleaseId): Key => ({ pk: `RELEASE#${id}`, sk: 'RECORD' }),
  releaseNote: (id: ReleaseId, note: string): Key => ({ pk: `RELEASE#${id}`, sk: `NOTE#${note}` }),
  releaseDelivery: (id: ReleaseId, delivery: DeliveryId): Key => ({ pk: `RELEASE#${id}`, sk: `DELIVERY#${delivery}` }),
  releaseAlarm: (id: ReleaseId): Key => ({ pk: `RELEASE#${id}`, sk: 'ALARM' }),
  releaseLookUp: (id: ReleaseId, what: string): Key => ({ pk: `RELEASE#${id}`, sk: `LOOKUP#${what}` }),
  /** Besides the two indexes' own lists: what one lender has. */
  releaseOfLender: (id: ReleaseId): Key => ({ pk: `RELEASE#${id}`, sk: 'LENDER' }),
  releaseNumber: (year: string, number: string): Key => ({ pk: `RELEASES#${year}`, sk: number }),
  socket: (connection: string): Key => ({ pk: `SOCKET#${connection}`, sk: 'RECORD' }),
  deskListeners: (office: OfficeId): Key => ({ pk: `DESK#${office}`, sk: 'LISTENERS' }),
  /** `place` is a time and a note: the newest is the last. */
  mention: (staff: StaffId, place: string): Key => ({ pk: `MENTIONS#${staff}`, sk: place }),
  staff: (id: StaffId): Key => ({ pk: `STAFF#${id}`, sk: 'RECORD' }),
  /** `sign` is a keyed digest of use and phone. */
  phoneCode: (sign: string): Key => ({ pk: `PHONECODE#${sign}`, sk: 'RECORD' }),
  reportDraft: (id: ComplaintId): Key => ({ pk: `REPORTDRAFT#${id}`, sk: 'RECORD' }),
  applicationDraft: (id: ReleaseId): Key => ({ pk: `APPLICATIONDRAFT#${id}`, sk: 'RECORD' }),
  webhook: (id: WebhookId): Key => ({ pk: `WEBHOOK#${id}`, sk: 'RECORD' }),
  /** By the time of what happened: the log is read from its end. */
  webhookDelivery: (id: WebhookId, at: Instant, event: DeliveryId): Key => ({
    pk: `WEBHOOK#${id}`,
    sk: `DELIVERY#${at}#${event}`,
  }),
  smsTemplates: (): Key => ({ pk: 'SMSTEMPLATES', sk: 'RECORD' }),
  /** One for the whole account; each instance asks for it once a minute. */
  weChatToken: (): Key => ({ pk: 'WECHATTOKEN', sk: 'RECORD' }),
  follower: (id: FollowerId): Key => ({ pk: `FOLLOWER#${id}`, sk: 'RECORD' }),
  /** What was said in WeChat, filed as it arrives (`arrived`), and once more for each delivery that is answered later. */
  lateWeChatTurn: (id: FollowerId, delivery: DeliveryId, attempt: string): Key => ({
    pk: `FOLLOWER#${id}`,
    sk: `LATE#${delivery}#${attempt}`,
  }),
  weChatNonce: (nonce: string): Key => ({ pk: `WECHATNONCE#${nonce}`, sk: 'RECORD' }),
  weChatTemplate: (message: string): Key => ({ pk: `WECHATTEMPLATE#${message}`, sk: 'RECORD' }),
  apiKey: (id: string): Key => ({ pk: `APIKEY#${id}`, sk: 'RECORD' }),
  lender: (id: LenderId): Key => ({ pk: `LENDER#${id}`, sk: 'RECORD' }),
  lenderCode: (office: OfficeId, code: string): Key => ({ pk: `LENDERCODE#${office}#${code}`, sk: 'RECORD' }),
  lenderApplication: (id: LenderId, application: LenderId): Key => ({
    pk: `LENDER#${id}`,
    sk: `APPLICATION#${application}`,
  }),
  lenderReveal: (id: LenderId, reveal: string): Key => ({ pk: `LENDER#${id}`, sk: `REVEAL#${reveal}` }),
  /** `sign` is a keyed digest of what makes the row the same row. */
  releaseRow: (lender: LenderId, sign: string): Key => ({ pk: `RELEASEROW#${lender}#${sign}`, sk: 'RECORD' }),
  session: (id: string): Key => ({ pk: `SESSION#${id}`, sk: 'RECORD' }),
  attachment: (id: string): Key => ({ pk: `ATTACHMENT#${id}`, sk: 'RECORD' }),
  counter: (office: OfficeId, day: Day, of: string): Key => ({ pk: `COUNTER#${office}`, sk: `${of}#${day}` }),
  auditLine: (record: string, version: number): Key => ({ pk: `AUDIT#${record}`, sk: padded(version) }),
  number: (office: OfficeId, number: string): Key => ({ pk: `NUMBER#${office}`, sk: number }),
  figure: (office: OfficeId, day: Day, of: Block['of'] = 'day'): Key => ({
    pk: `${sized('FIGURE', of)}#${office}`,
    sk: day,
  }),
  /** The same broken down: read only for the period itself, so that trends stay small. */
  figureBy: (office: OfficeId, day: Day, of: Block['of'] = 'day'): Key => ({
    pk: `${sized('FIGUREBY', of)}#${office}`,
    sk: day,
  }),
  figurePairs: (office: OfficeId, day: Day): Key => ({ pk: `FIGUREPAIRS#${office}`, sk: day }),
  /** What talks were about: read week by week, apart from the rest so that the managers' page stays small. */
  figureTopics: (office: OfficeId, day: Day): Key => ({ pk: `FIGURETOPICS#${office}`, sk: day }),
  standing: (office: OfficeId): Key => ({ pk: `STANDING#${office}`, sk: 'NOW' }),
  counted: (office: OfficeId, figure: string, place: string): Key => ({ pk: `CASES#${office}#${figure}`, sk: place }),
  asking: (office: OfficeId, list: string, record: string): Key => ({ pk: `ASKS#${office}#${list}`, sk: record }),
  digest: (office: OfficeId, day: Day): Key => ({ pk: `DIGEST#${office}`, sk: day }),
  ledgerExport: (id: string): Key => ({ pk: `EXPORT#${id}`, sk: 'RECORD' }),
  review: (id: string): Key => ({ pk: `REVIEW#${id}`, sk: 'RECORD' }),
  broadcast: (id: BroadcastId): Key => ({ pk: `BROADCAST#${id}`, sk: 'RECORD' }),
  evidenceHead: (id: ReleaseId): Key => ({ pk: `EVIDENCE#${id}`, sk: 'HEAD' }),
  evidenceLine: (id: ReleaseId, seq: number): Key => ({ pk: `EVIDENCE#${id}`, sk: `LINE#${padded(seq)}` }),
  evidenceDelivery: (id: ReleaseId, delivery: DeliveryId): Key => ({
    pk: `EVIDENCE#${id}`,
    sk: `DELIVERY#${delivery}`,
  }),
  evidenceManifest: (id: ReleaseId): Key => ({ pk: `EVIDENCE#${id}`, sk: 'MANIFEST' }),
  evidenceDeletion: (id: ReleaseId): Key => ({ pk: `EVIDENCE#${id}`, sk: 'DELETION' }),
  evidenceNote: (id: ReleaseId, note: string): Key => ({ pk: `EVIDENCE#${id}`, sk: `NOTE#${note}` }),
  evidenceCopy: (id: ReleaseId, copy: DeliveryId): Key => ({ pk: `EVIDENCE#${id}`, sk: `COPY#${copy}` }),
  /** The file beside the chain: retention, hold, who looked. */
  evidenceFile: (id: ReleaseId): Key => ({ pk: `EVIDENCE#${id}`, sk: 'RECORD' }),
  evidenceKey: (office: OfficeId, n: number): Key => ({ pk: 'EVIDENCEKEYS', sk: `${office}#${padded(n, 4)}` }),
  evidenceKeyMade: (key: string): Key => ({ pk: `EVIDENCEKEY#${key}`, sk: 'RECORD' }),
  rewatch: (office: OfficeId, day: Day): Key => ({ pk: `REWATCH#${office}`, sk: day }),
  sample: (office: OfficeId, day: Day): Key => ({ pk: `SAMPLE#${office}`, sk: day }),
  canned: (office: OfficeId, code: string): Key => ({ pk: `CANNED#${office}`, sk: code }),
  macro: (office: OfficeId, code: string): Key => ({ pk: `MACRO#${office}`, sk: code }),
  stepCard: (id: string): Key => ({ pk: `STEPCARD#${id}`, sk: 'RECORD' }),
  answer: (id: string): Key => ({ pk: `ANSWER#${id}`, sk: 'RECORD' }),
  published: (): Key => ({ pk: 'KNOWLEDGE', sk: 'PUBLISHED' }),
  /** `sign` is a keyed digest of the word. */
  unknownWord: (office: OfficeId, month: string, sign: string): Key => ({ pk: `WORDS#${office}#${month}`, sk: sign }),
  unknownWordSeen: (sign: string): Key => ({ pk: `WORDSEEN#${sign}`, sk: 'MARK' }),
  point: (id: string): Key => ({ pk: 'POINTS', sk: id }),
  booking: (id: BookingId): Key => ({ pk: `BOOKING#${id}`, sk: 'RECORD' }),
  /** What has to be done next, by the sweep or by a person. */
  bookingStep: (id: BookingId): Key => ({ pk: `BOOKING#${id}`, sk: 'STEP' }),
  /** A month's places of one desk or agent lie together: choosing reads one span, taking writes single items. */
  bookedPlace: (resource: ResourceId, day: Day, at: Instant, seat: number): Key => ({
    pk: placesOf(resource, day),
    sk: `${at}#${padded(seat, 2)}`,
  }),
  ticket: (reference: string): Key => ({ pk: `TICKET#${reference}`, sk: 'RECORD' }),
  ticketStep: (reference: string): Key => ({ pk: `TICKET#${reference}`, sk: 'STEP' }),
  bookingCalendar: (resource: ResourceId): Key => ({ pk: `CALENDAR#${resource}`, sk: 'RECORD' }),
  sheet: (id: SheetId): Key => ({ pk: `SHEET#${id}`, sk: 'RECORD' }),
  sheetStep: (id: SheetId): Key => ({ pk: `SHEET#${id}`, sk: 'STEP' }),
  /** The one open sheet of a talk for a service. */
  sheetAtHand: (id: ConversationId, service: string): Key => ({ pk: `CONVERSATION#${id}`, sk: `SHEET#${service}` }),
  /** `sign` is a keyed digest of the code. */
  sheetCode: (office: OfficeId, sign: string): Key => ({ pk: `SHEETCODE#${office}#${sign}`, sk: 'RECORD' }),
  rate: (what: string, window: string): Key => ({ pk: `RATE#${what}`, sk: window }),
  dataKey: (id: string): Key => ({ pk: 'DATAKEY', sk: id }),
} as const;

export const placesOf = (resource: ResourceId, day: Day): string => `PLACES#${resource}#${day.slice(0, 7)}`;

export const lineSpan = (after: number): { from: string; to: string } => ({
  from: `LINE#${padded(after + 1)}`,
  to: 'LINE#~',
});

/** Index `byDue` (gsi1): work lists of an office, earliest due first. */
export const workList = (office: OfficeId, list: 'waiting' | 'with-officer', shard: number): string =>
  `${list}#${office}#${String(shard)}`;
export const closedList = (office: OfficeId, day: Day): string => `closed#${office}#${day}`;
export const dueKey = (due: Instant, id: string): string => `${due}#${id}`;

export const matterList = (office: OfficeId, list: MatterList, shard: number): string =>
  `matter-${list}#${office}#${String(shard)}`;
export const mattersClosed = (office: OfficeId, day: Day): string => `matter-closed#${office}#${day}`;
export const releaseList = (office: OfficeId, list: ReleaseList, shard: number): string =>
  `release-${list}#${office}#${String(shard)}`;
export const releasesClosed = (office: OfficeId, day: Day): string => `release-closed#${office}#${day}`;
export const releaseAlarms = (shard: number): string => `release-alarm#${String(shard)}`;
/** Index `byDigest`: what one officer has; what one lender has that is not over. */
export const releasesOf = (staff: StaffId): string => `releases#${staff}`;
export const releasesOfLender = (lender: LenderId): string => `lender-releases#${lender}`;
export const releaseSigns = (what: 'phone' | 'plate', digest: string): string => `release-${what}#${digest}`;
/** Notices whose next try comes, and those that were given up. */
export const noticesDue = (shard: number): string => `notice-due#${String(shard)}`;
export const noticesFailed = (office: OfficeId): string => `notice-failed#${office}`;
/** Followers with something to send or to look at again, and turns whose answer is owed. */
export const weChatDue = (shard: number): string => `wechat-due#${String(shard)}`;
export const lateWeChatTurns = (shard: number): string => `wechat-late#${String(shard)}`;
export const alarmList = (shard: number): string => `matter-alarm#${String(shard)}`;
/** Index `byDigest`: what one officer has, earliest due first. */
export const mattersOf = (staff: StaffId): string => `matters#${staff}`;
export const matterLookUp = (what: MatterSign, digest: string): string => `matter-${what}#${digest}`;

/** Index `byDigest` (gsi2): look-up by keyed digest of a phone's last four digits, never by the digits themselves; also what belongs to one person or state. */
export const lookUp = (office: OfficeId, what: 'phone-tail', digest: string): string => `${what}#${office}#${digest}`;
export const sessionsOf = (staff: StaffId): string => `sessions#${staff}`;
export const webhooksOf = (office: OfficeId): string => `webhooks#${office}`;
/** Index `byDue`: events whose next try comes. */
export const deliveriesDue = (shard: number): string => `webhook-due#${String(shard)}`;
export const apiKeysOf = (office: OfficeId): string => `apikeys#${office}`;
/** Index `byDue`: an office's lenders in one state, and the mandates that end there, earliest end first. */
export const lendersOf = (office: OfficeId, state: LenderStateName): string => `lenders#${office}#${state}`;
export const mandatesOf = (office: OfficeId): string => `mandates#${office}`;
/** Agents stand apart from the office's own staff. */
export const agentsOf = (lender: LenderId): string => `agents#${lender}`;
export const staffOf = (office: OfficeId): string => `staff#${office}`;
export const proposalsOf = (state: string): string => `answers#${state}`;
export const stepCardsIn = (state: string): string => `step-cards#${state}`;
export const auditOf = (office: OfficeId, day: Day): string => `audit#${office}#${day}`;
/** Index `byDue`: an office's reviews, earliest due first. */
export const reviewsOf = (office: OfficeId): string => `reviews#${office}`;
/** Index `byDue`: an office's radio scripts by week; index `byDigest`: those that anybody may read. */
export const broadcastsOf = (office: OfficeId): string => `broadcasts#${office}`;
export const broadcastsPublished = (office: OfficeId): string => `broadcasts-published#${office}`;
/** Index `byDue`: words of a month that enough talks used, by how many. */
export const unknownWordsOf = (office: OfficeId, month: string): string => `words#${office}#${month}`;
/** Index `byDue`: evidence whose next step of retention comes. */
export const evidenceDue = (shard: number): string => `evidence-due#${String(shard)}`;
/** Index `byDigest`: what was closed on a day; once it is announced for deletion, what is announced. */
export const evidenceClosed = (office: OfficeId, day: Day): string => `evidence-closed#${office}#${day}`;
export const evidenceAnnounced = (office: OfficeId): string => `evidence-announced#${office}`;

/** Index `byDue`: an office's appointments of a day, by time; what comes next for which; whom to call. */
export const bookingsOn = (office: OfficeId, day: Day): string => `bookings#${office}#${day}`;
export const bookingsDue = (shard: number): string => `booking-due#${String(shard)}`;
export const bookingsToCall = (office: OfficeId, kind: AppointmentKind): string => `booking-call#${office}#${kind}`;
export const queueList = (office: OfficeId, kind: AppointmentKind, list: 'waiting' | 'called', shard: number): string =>
  `queue-${list}#${office}#${kind}#${String(shard)}`;
export const ticketsDue = (shard: number): string => `ticket-due#${String(shard)}`;
/** Index `byDue`: who waits to go live, the green lane first; live guidances that the sweep has to look at. */
export const liveWaiting = (office: OfficeId, shard: number): string => `live-waiting#${office}#${String(shard)}`;
export const liveDue = (shard: number): string => `live-due#${String(shard)}`;
/** Index `byDigest`: all appointments of one matter. */
export const bookingsFor = (reference: string): string => `bookings-for#${reference}`;
/** Index `byDue`: sheets with photos to judge, those that wait longest first; what the clock does next. */
export const sheetsToJudge = (office: OfficeId, shard: number): string => `sheet-judge#${office}#${String(shard)}`;
export const sheetsDue = (shard: number): string => `sheet-due#${String(shard)}`;
/** Index `byDigest`: all sheets of one talk. */
export const sheetsOf = (conversation: ConversationId): string => `sheets#${conversation}`;
