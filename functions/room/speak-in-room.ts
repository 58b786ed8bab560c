/** What a page in a room says to the others: signals for the media, mute and camera, a written line, that it lives. */
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { SocketSeat } from '../../models/conversation/conversations.ts';
import type { RoomLine } from '../../models/room/line.ts';
import type { RoomRequest } from '../../models/room/requests.ts';
import { lineView, viewFor, type RoomNews } from '../../models/room/views.ts';
import { seatOn } from '../../models/room/room.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { LINES_AT_ONCE } from './join-room.ts';
import { loseSeatOf, tellSeats } from './tell-room.ts';

type Speaking = Pick<Deps, 'rooms' | 'wire' | 'now'>;
type Said<Action extends RoomRequest['action']> = Extract<RoomRequest, { action: Action }>;

/** Only between seats that were let in; one read. A signal for a page that has gone since is dropped: its successor begins anew. */
export async function relaySignal(
  deps: Speaking,
  { room: id, party }: SocketSeat,
  socket: string,
  { to, page, signal }: Said<'room-signal'>,
): Promise<Outcome<void>> {
  const room = await deps.rooms.find(id);
  const from = room === undefined ? undefined : seatOn(room, party, socket);
  if (room === undefined || from === undefined) return refused('wrong-state', 'this seat is another page’s');
  const other = room.seats[to];
  if (!from.admitted || to === party) return refused('not-allowed', 'the officer has not let you in yet');
  if (other?.connection === undefined || !other.admitted || other.page !== page) return done(undefined);
  const sent = await deps.wire.send(other.connection, { type: 'room-signal', from: party, page: from.page, signal });
  if (sent === 'gone') await loseSeatOf(deps, room, to, other.connection);
  return done(undefined);
}

export async function showMedia(
  deps: Speaking,
  { room: id, party }: SocketSeat,
  socket: string,
  { muted, cameraOff }: Said<'room-state'>,
): Promise<Outcome<void>> {
  const room = await deps.rooms.show(id, party, socket, { muted, cameraOff });
  if (room === undefined) return refused('wrong-state', 'this seat is another page’s');
  const inside = room.seats[party]?.admitted === true;
  await tellSeats(deps, room, (other) =>
    other === 'officer' || (inside && room.seats[other]?.admitted === true)
      ? { type: 'room-media', party, muted, cameraOff }
      : undefined,
  );
  return done(undefined);
}

/** Kept first, then told; the same delivery twice is one line. */
export async function writeInRoom(
  deps: Speaking,
  { room: id, party }: SocketSeat,
  socket: string,
  { delivery, text }: Said<'room-chat'>,
): Promise<Outcome<RoomLine>> {
  for (let round = 0; round < 60; round++) {
    const room = await deps.rooms.find(id);
    const seat = room === undefined ? undefined : seatOn(room, party, socket);
    if (room === undefined || seat === undefined) return refused('wrong-state', 'this seat is another page’s');
    if (!seat.admitted) return refused('not-allowed', 'the officer has not let you in yet');
    const line: RoomLine = { room: id, seq: room.lastLine + 1, at: deps.now(), from: party, text, delivery };
    const wrote = await deps.rooms.commit(room, { ...room, lastLine: line.seq }, line);
    if (wrote === 'repeated') {
      const kept = await deps.rooms.lineOf(id, delivery);
      return kept === undefined ? refused('stale', 'the line is not there') : done(kept);
    }
    if (wrote === 'done') {
      await tellSeats(deps, room, (other) =>
        room.seats[other]?.admitted === true && other !== party
          ? { type: 'room-line', line: lineView(line) }
          : undefined,
      );
      return done(line);
    }
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

/** Answered with what the page missed: the room when it has moved on, the lines behind its last one. */
export async function beatInRoom(
  deps: Speaking,
  { room: id, party }: SocketSeat,
  socket: string,
  { version, after }: Said<'room-beat'>,
): Promise<RoomNews> {
  const room = await deps.rooms.seen(id, party, socket, deps.now());
  if (room === undefined) return { type: 'room-out', why: 'lost' };
  if (room.state.name === 'ended') return { type: 'room-out', why: 'ended' };
  const behind = room.seats[party]?.admitted === true && room.lastLine > after;
  return {
    type: 'room-beat',
    version: room.version,
    ...(room.version > version ? { room: viewFor(room, party) } : {}),
    ...(behind ? { lines: (await deps.rooms.linesAfter(id, after, LINES_AT_ONCE)).map(lineView) } : {}),
  };
}
