/** Somebody comes into a room, or comes back: the newest page of a party has the seat, the one before is told. */
import { done, type Outcome } from '../../models/outcome.ts';
import type { RoomRequest } from '../../models/room/requests.ts';
import { sit } from '../../models/room/seats.ts';
import { lineView, viewFor, type RoomNews } from '../../models/room/views.ts';
import type { Deps } from '../deps.ts';
import { changeRoom } from './change-room.ts';
import { seatOf, type RoomGuest } from './room-guest.ts';
import { tellRoom } from './tell-room.ts';

export type JoinRoom = Extract<RoomRequest, { action: 'room-join' }>;
type Joined = Extract<RoomNews, { type: 'room-joined' }>;

/** A page gets so many written lines at once; it asks on with its next beat. */
export const LINES_AT_ONCE = 200;

export async function joinRoom(
  deps: Pick<Deps, 'rooms' | 'wire' | 'now' | 'relays'>,
  guest: RoomGuest,
  socket: string,
  request: JoinRoom,
): Promise<Outcome<Joined>> {
  const { page, consent, check, takeOver } = request;
  const joined = await changeRoom(deps, request.room, (room, now) => {
    const party = seatOf(guest, room);
    if (!party.ok) return party;
    const seated = sit(
      room,
      {
        party: party.value,
        page,
        connection: socket,
        ...(guest.who === 'staff' ? { staff: guest.officer } : {}),
        ...(consent === undefined ? {} : { consent }),
        ...(check === undefined ? {} : { check }),
        ...(takeOver === undefined ? {} : { takeOver }),
      },
      now,
    );
    return seated.ok ? done({ room: seated.value.room, said: { ...seated.value, party: party.value } }) : seated;
  });
  if (!joined.ok) return joined;
  const { room, said } = joined.value;
  if (said.thrownOut !== undefined) await throwOut(deps, said.thrownOut, said.how, room.names[said.party] ?? '');
  const inside = room.seats[said.party]?.admitted === true;
  const [lines, relays] = await Promise.all([
    inside && room.lastLine > request.after ? deps.rooms.linesAfter(room.id, request.after, LINES_AT_ONCE) : [],
    deps.relays.for(`${room.id}-${said.party}`),
    tellRoom(deps, room, said.party),
  ]);
  return done({
    type: 'room-joined',
    room: viewFor(room, said.party),
    lines: lines.map(lineView),
    relays,
    serverNow: deps.now(),
  });
}

async function throwOut(deps: Pick<Deps, 'wire'>, connection: string, how: string, by: string): Promise<void> {
  const news: RoomNews =
    how === 'taken-over' ? { type: 'room-out', why: 'taken-over', by } : { type: 'room-out', why: 'replaced' };
  await deps.wire.send(connection, news);
}

/** Who has the officer's seat, for the second officer to see before they take over; undefined when it is free. */
export const heldBy = (detail: string): string | undefined => /^the room is held by (.+)$/u.exec(detail)?.[1];
