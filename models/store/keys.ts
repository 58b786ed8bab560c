/** Where every record is filed: the one list of key patterns. `models/README.md` says who asks for what. */
import type { ConversationId, DeliveryId, OfficeId, StaffId } from '../ids.ts';
import type { Day, Instant } from '../time.ts';

export type Key = { pk: string; sk: string };

/** Work lists are spread, so that one office's busiest hour stays far below one partition's limit (1,000 writes a second). */
export const SHARDS = 4;
export const shardOf = (id: string): number => (id.codePointAt(id.length - 1) ?? 0) % SHARDS;
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
  socket: (connection: string): Key => ({ pk: `SOCKET#${connection}`, sk: 'RECORD' }),
  deskListeners: (office: OfficeId): Key => ({ pk: `DESK#${office}`, sk: 'LISTENERS' }),
  staff: (id: StaffId): Key => ({ pk: `STAFF#${id}`, sk: 'RECORD' }),
  session: (id: string): Key => ({ pk: `SESSION#${id}`, sk: 'RECORD' }),
  attachment: (id: string): Key => ({ pk: `ATTACHMENT#${id}`, sk: 'RECORD' }),
  counter: (office: OfficeId, day: Day, of: string): Key => ({ pk: `COUNTER#${office}`, sk: `${of}#${day}` }),
  auditLine: (record: string, version: number): Key => ({ pk: `AUDIT#${record}`, sk: padded(version) }),
  number: (office: OfficeId, number: string): Key => ({ pk: `NUMBER#${office}`, sk: number }),
  figure: (office: OfficeId, day: Day): Key => ({ pk: `FIGURE#${office}`, sk: day }),
  canned: (office: OfficeId, code: string): Key => ({ pk: `CANNED#${office}`, sk: code }),
  answer: (id: string): Key => ({ pk: `ANSWER#${id}`, sk: 'RECORD' }),
  published: (): Key => ({ pk: 'KNOWLEDGE', sk: 'PUBLISHED' }),
  point: (id: string): Key => ({ pk: 'POINTS', sk: id }),
  rate: (what: string, window: string): Key => ({ pk: `RATE#${what}`, sk: window }),
  dataKey: (id: string): Key => ({ pk: 'DATAKEY', sk: id }),
} as const;

export const lineSpan = (after: number): { from: string; to: string } => ({
  from: `LINE#${padded(after + 1)}`,
  to: 'LINE#~',
});

/** Index `byDue` (gsi1): work lists of an office, earliest due first. */
export const workList = (office: OfficeId, list: 'waiting' | 'with-officer', shard: number): string =>
  `${list}#${office}#${String(shard)}`;
export const closedList = (office: OfficeId, day: Day): string => `closed#${office}#${day}`;
export const dueKey = (due: Instant, id: string): string => `${due}#${id}`;

/** Index `byDigest` (gsi2): look-up by keyed digest of a phone's last four digits, never by the digits themselves; also what belongs to one person or state. */
export const lookUp = (office: OfficeId, what: 'phone-tail', digest: string): string => `${what}#${office}#${digest}`;
export const sessionsOf = (staff: StaffId): string => `sessions#${staff}`;
export const staffOf = (office: OfficeId): string => `staff#${office}`;
export const proposalsOf = (state: string): string => `answers#${state}`;
export const auditOf = (office: OfficeId, day: Day): string => `audit#${office}#${day}`;
