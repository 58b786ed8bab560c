/** The slip with which a page opens its socket and signs each message: nothing has to be looked up to know who speaks. */
import type { Device } from '../../functions/complaint/act-on-own.ts';
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import type { Officer } from '../../models/access/staff.ts';
import { ConversationId, OfficeId, RoomId, StaffId } from '../../models/ids.ts';
import type { Language } from '../../models/phrasebook/refusals.ts';
import { RoomParty, RoomSubject } from '../../models/room/subject.ts';
import type { Signer } from '../../models/signing.ts';
import { HOUR, MINUTE } from '../../models/time.ts';

/** The platform closes a socket after two hours; the slip lasts a little longer than any socket. */
const TICKET_MS = 2 * HOUR + 10 * MINUTE;

/** Somebody who has a seat and no account: a signed link, a confirmed phone or the own talk stand behind the ticket. */
export type PartyHolder = {
  room: RoomId;
  subject: RoomSubject;
  party: Exclude<RoomParty, 'officer'>;
  language: Language;
  /** In the lender's seat: whose mandate has to stand when the page takes the seat. */
  agent?: StaffId;
};
export type TicketHolder =
  | { who: 'citizen'; visitor: Visitor; device: Device }
  | { who: 'staff'; staff: StaffId; session: string }
  | ({ who: 'party' } & PartyHolder);

export const citizenTicket = (
  signer: Signer,
  { conversation, office, language, elder, helper }: Visitor,
  { sameDevice }: Device,
  nowMs: number,
): string =>
  signer.sign(
    'socket',
    {
      c: conversation,
      o: office,
      l: language,
      e: elder,
      d: sameDevice,
      ...(helper === undefined ? {} : { h: helper }),
    },
    nowMs + TICKET_MS,
  );
/** Names the session and claims nothing about the person: what they may do is asked when they speak. */
export const staffTicket = (signer: Signer, { id, session }: Pick<Officer, 'id' | 'session'>, nowMs: number): string =>
  signer.sign('socket', { s: id, i: session }, nowMs + TICKET_MS);

/** Opens one seat of one room, for as long as a socket may live. */
export const partyTicket = (
  signer: Signer,
  { room, subject, party, language, agent }: PartyHolder,
  nowMs: number,
): string =>
  signer.sign(
    'socket',
    { r: room, k: subject.id, u: subject.kind, p: party, l: language, ...(agent === undefined ? {} : { a: agent }) },
    nowMs + TICKET_MS,
  );

export function holderOf(signer: Signer, ticket: string, nowMs: number): TicketHolder | undefined {
  const says = signer.check('socket', ticket, nowMs);
  if (says === undefined) return undefined;
  const staff = StaffId.safeParse(says['s']);
  if (staff.success)
    return typeof says['i'] === 'string' ? { who: 'staff', staff: staff.data, session: says['i'] } : undefined;
  if (says['r'] !== undefined) return partyOf(says);
  const office = OfficeId.safeParse(says['o']);
  const conversation = ConversationId.safeParse(says['c']);
  if (!office.success || !conversation.success) return undefined;
  return {
    who: 'citizen',
    visitor: {
      conversation: conversation.data,
      office: office.data,
      language: says['l'] === 'en' ? 'en' : 'zh',
      elder: says['e'] === true,
      ...(typeof says['h'] === 'string' ? { helper: says['h'] } : {}),
    },
    device: { sameDevice: says['d'] === true },
  };
}

function partyOf(says: Record<string, unknown>): TicketHolder | undefined {
  const room = RoomId.safeParse(says['r']);
  // A slip from before there were rooms for anything else names no kind.
  const subject = RoomSubject.safeParse({ kind: says['u'] ?? 'release', id: says['k'] });
  const party = RoomParty.exclude(['officer']).safeParse(says['p']);
  if (!room.success || !subject.success || !party.success) return undefined;
  const language: Language = says['l'] === 'en' ? 'en' : 'zh';
  const agent = StaffId.safeParse(says['a']).data;
  const seat = { room: room.data, subject: subject.data, party: party.data, language };
  return { who: 'party', ...seat, ...(agent === undefined ? {} : { agent }) };
}

export const socketAddress = (): string => process.env['SOCKET_URL'] ?? '';
