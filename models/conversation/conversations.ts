/** How the office files its conversations: what can be asked of the filing room and what it promises. */
import type { ConversationId, DeliveryId, OfficeId, RoomId, StaffId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { RoomParty } from '../room/subject.ts';
import type { Day, Instant } from '../time.ts';
import type { Conversation } from './conversation.ts';
import type { Line, Note } from './line.ts';
import type { Mention } from './mention.ts';
import type { Viewer } from './views.ts';

/** A conversation as read, with the sockets that listen to it; one read. */
export type Opened = { conversation: Conversation; listeners: readonly string[] };

export type Delivered = { from: number; to: number };

/** What is written in the same transaction as a turn; `reached`: the last line that is said in WeChat with it. */
export type Along = { readonly writes: readonly unknown[]; readonly reached?: number };

export interface Conversations {
  find(id: ConversationId): Promise<Outcome<Opened>>;
  /** The same one read, also for a talk in which nobody has spoken yet: its open pages are known before its record. */
  look(id: ConversationId): Promise<{ conversation?: Conversation; listeners: readonly string[] }>;
  /**
   * Writes the record and its new lines in one transaction, if the record is still the one that was read and, for a citizen's
   * message, if its delivery id is new. `stale`: somebody else wrote first, read again. `repeated`: this delivery was taken before.
   */
  commit(
    before: Conversation | undefined,
    after: Conversation,
    lines: readonly Line[],
    delivery?: DeliveryId,
    along?: Along,
  ): Promise<'done' | 'stale' | 'repeated'>;
  /** The lines that one delivery brought about. */
  delivered(id: ConversationId, delivery: DeliveryId): Promise<Delivered | undefined>;
  /** Lines behind `after`, at most `limit`, ascending. */
  linesAfter(id: ConversationId, after: number, limit: number): Promise<Line[]>;
  /** With word to those who are named in it, in one transaction. */
  addNote(note: Note, mentions?: readonly Mention[]): Promise<'done' | 'repeated'>;
  notes(id: ConversationId): Promise<Note[]>;
  /** A mark that does not touch the version: reading is not writing. */
  markRead(id: ConversationId, by: 'citizen' | 'officer', seq: number): Promise<void>;
  show(id: ConversationId, viewer: Viewer, until: Instant): Promise<void>;
  viewers(id: ConversationId, now: Instant): Promise<Viewer[]>;
  listen(id: ConversationId, socket: string): Promise<void>;
  unlisten(id: ConversationId, socket: string): Promise<void>;

  /** Work list in the order of its line: earliest due first, with the head start of the green lane; at most `limit` from each shard, merged. */
  list(office: OfficeId, list: 'waiting' | 'with-officer', limit: number): Promise<Conversation[]>;
  closedOn(
    office: OfficeId,
    day: Day,
    limit: number,
    start?: string,
  ): Promise<{ conversations: Conversation[]; next?: string }>;
  /** Conversations of a work list whose due time is before `now`: costs what is due, not what exists. */
  due(office: OfficeId, list: 'waiting' | 'with-officer', now: Instant, limit: number): Promise<Conversation[]>;
  /** Who stands before this time; those in the green lane stand earlier than they came. */
  countAhead(office: OfficeId, before: Instant): Promise<number>;
  byPhoneTail(office: OfficeId, tail: string): Promise<Conversation[]>;
  byNumber(office: OfficeId, number: string): Promise<Conversation[]>;
  /** The next number of this office's day, from 1. */
  nextNumber(office: OfficeId, day: Day, of: string): Promise<number>;
}

/** Sockets that listen to one office's lists. */
export interface Desks {
  listen(office: OfficeId, listener: DeskListener): Promise<void>;
  unlisten(office: OfficeId, listener: DeskListener): Promise<void>;
  listeners(office: OfficeId): Promise<DeskListener[]>;
}
/** An open console and whose it is: it is told of changes, and its officer counts as on duty. */
export type DeskListener = { socket: string; staff: StaffId };

/** A seat in a room that a socket speaks for. */
export type SocketSeat = { room: RoomId; party: RoomParty };
/** Which socket belongs to whom, so that a closed one can be taken off its lists. */
export type SocketOwner =
  /** `helper`: the naming by which somebody reads along. */
  | { of: 'citizen'; conversation: ConversationId; helper?: string }
  | { of: 'party'; seat: SocketSeat }
  | { of: 'staff'; staff: StaffId; office: OfficeId; session: string; watching?: ConversationId; seat?: SocketSeat };
export interface Sockets {
  remember(socket: string, owner: SocketOwner): Promise<void>;
  owner(socket: string): Promise<SocketOwner | undefined>;
  forget(socket: string): Promise<void>;
}

/** The way out to a browser; `gone` when nobody is there any more, `failed` when it did not get through: the page asks for what it missed. */
export interface Wire {
  send(socket: string, message: unknown): Promise<'sent' | 'gone' | 'failed'>;
}
