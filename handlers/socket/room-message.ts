/** The window for rooms: what a page in a video session says, checked and handed to its duty. */
import { standingOf } from '../../functions/access/standing.ts';
import type { Deps } from '../../functions/deps.ts';
import { heldBy, joinRoom, type JoinRoom } from '../../functions/room/join-room.ts';
import { leaveRoom } from '../../functions/room/leave-room.ts';
import { releaseInHand } from '../../functions/release/lender-releases.ts';
import { admitToRoom, turnPage } from '../../functions/room/lead-room.ts';
import type { RoomGuest } from '../../functions/room/room-guest.ts';
import { beatInRoom, relaySignal, showMedia, writeInRoom } from '../../functions/room/speak-in-room.ts';
import type { SocketSeat } from '../../models/conversation/conversations.ts';
import { refused, type Outcome, type Refusal } from '../../models/outcome.ts';
import { refusalSentence, type Language } from '../../models/phrasebook/refusals.ts';
import { roomLimits, RoomRequest } from '../../models/room/requests.ts';
import { lineView, type RoomNews } from '../../models/room/views.ts';
import { msOf } from '../../models/time.ts';
import type { Wired } from '../wiring.ts';
import { holderOf, type TicketHolder } from './ticket.ts';

/** A page that connects to three others says some forty things within seconds; nobody says more than that for long. */
const MESSAGES = { most: 150, windowSeconds: 10 } as const;

type SeatHolder = Exclude<TicketHolder, { who: 'citizen' }>;

export const isForRoom = (said: unknown): boolean =>
  String((said as { action?: unknown } | null)?.action).startsWith('room-');

export async function hearInRoom({ deps, signer }: Wired, socket: string, said: unknown, size: number): Promise<void> {
  const request = RoomRequest.safeParse(said);
  if (!request.success || size > roomLimits.frame)
    return refuse(deps, socket, said, { kind: 'bad-input', detail: 'the message does not fit its schema' });
  const holder = holderOf(signer, request.data.ticket, msOf(deps.now()));
  if (holder === undefined) return refuse(deps, socket, said, { kind: 'not-allowed', detail: 'signed out' });
  if (holder.who === 'citizen') return refuse(deps, socket, said, { kind: 'not-allowed', detail: 'no seat in a room' });
  if (holder.who === 'party' && holder.room !== request.data.room)
    return refuse(deps, socket, said, { kind: 'not-found', detail: 'no such room' });
  const answer = await serve(deps, socket, holder, request.data);
  if (!answer.ok) return refuse(deps, socket, said, answer.refusal, languageOf(holder));
  if (answer.value !== undefined) await deps.wire.send(socket, answer.value);
}

async function serve(
  deps: Deps,
  socket: string,
  holder: SeatHolder,
  request: RoomRequest,
): Promise<Outcome<RoomNews | undefined>> {
  const seat = { room: request.room, party: holder.who === 'party' ? holder.party : (request.as ?? 'officer') };
  if (await isTooMuch(deps, seat)) return refused('too-many', 'too many messages from one seat');
  switch (request.action) {
    case 'room-join':
      return holder.who === 'party'
        ? joinAsParty(deps, socket, holder, request)
        : joinAsStaff(deps, socket, holder, request);
    case 'room-leave':
      return silent(await leaveRoom(deps, seat, socket));
    case 'room-signal':
      return silent(await relaySignal(deps, seat, socket, request));
    case 'room-state':
      return silent(await showMedia(deps, seat, socket, request));
    case 'room-chat': {
      const wrote = await writeInRoom(deps, seat, socket, request);
      return wrote.ok ? { ok: true, value: { type: 'room-line', line: lineView(wrote.value) } } : wrote;
    }
    case 'room-beat':
      return { ok: true, value: await beatInRoom(deps, seat, socket, request) };
    case 'room-admit':
      return silent(await admitToRoom(deps, seat.room, socket, request.party, request.admitted));
    case 'room-step':
      return silent(await turnPage(deps, seat.room, socket, request.step, request.party));
  }
}

/** A lender's agent is asked for the mandate each time the page takes its seat; the owner's side stands behind its slip. */
async function joinAsParty(
  deps: Deps,
  socket: string,
  holder: Extract<TicketHolder, { who: 'party' }>,
  request: JoinRoom,
): Promise<Outcome<RoomNews>> {
  const { agent, subject } = holder;
  if (agent === undefined || subject.kind !== 'release') return joinRoom(deps, holder, socket, request);
  const has = await releaseInHand(deps, agent, subject.id);
  if (!has.ok) return has;
  const joined = await joinRoom(deps, holder, socket, request);
  if (!joined.ok) return joined;
  // A colleague may have taken the case over meanwhile: then the seat is theirs.
  const still = await releaseInHand(deps, agent, subject.id);
  if (still.ok) return joined;
  await leaveRoom(deps, { room: request.room, party: holder.party }, socket);
  return still;
}

/** The seat is taken first and the session asked again afterwards: one that ends in between loses it again. */
async function joinAsStaff(
  deps: Deps,
  socket: string,
  { staff, session }: Extract<TicketHolder, { who: 'staff' }>,
  request: JoinRoom,
): Promise<Outcome<RoomNews>> {
  const standing = await standingOf(deps, session, staff);
  if (standing === undefined) return refused('not-allowed', 'signed out');
  const guest: RoomGuest = { who: 'staff', officer: standing.officer };
  const joined = await joinRoom(deps, guest, socket, request);
  if (!joined.ok) return joined;
  const seat: SocketSeat = { room: request.room, party: joined.value.room.you };
  const owner = await deps.sockets.owner(socket);
  if (owner?.of === 'staff') await deps.sockets.remember(socket, { ...owner, seat });
  if (owner?.of === 'staff' && (await standingOf(deps, session, staff)) !== undefined) return joined;
  await leaveRoom(deps, seat, socket);
  return refused('not-allowed', 'signed out');
}

async function isTooMuch(deps: Deps, { room, party }: SocketSeat): Promise<boolean> {
  const { most, windowSeconds } = MESSAGES;
  const used = await deps.limits.use(`room#${room}#${party}`, windowSeconds, msOf(deps.now()));
  return used > most * Number(process.env['RATE_FACTOR'] ?? '1');
}

const silent = ({ ...outcome }: Outcome<unknown>): Outcome<undefined> =>
  outcome.ok ? { ok: true, value: undefined } : outcome;
const languageOf = (holder: SeatHolder): Language => (holder.who === 'party' ? holder.language : 'zh');

async function refuse(
  deps: Deps,
  socket: string,
  said: unknown,
  refusal: Refusal,
  language: Language = 'zh',
): Promise<void> {
  const { action, delivery } = (said ?? {}) as { action?: unknown; delivery?: unknown };
  const holder = heldBy(refusal.detail);
  await deps.wire.send(socket, {
    type: 'refused',
    ...(typeof action === 'string' ? { action: action.slice(0, 20) } : {}),
    ...(typeof delivery === 'string' ? { delivery: delivery.slice(0, 64) } : {}),
    kind: refusal.kind,
    sentence: refusalSentence(refusal, language),
    ...(holder === undefined ? {} : { heldBy: holder }),
  });
}
