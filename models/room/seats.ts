/** How seats are taken, kept, lost and handed on: one party, one seat, one page at a time. */
import type { StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { hasSeat, type RoomParty } from './subject.ts';
import type { DeviceCheck } from './check.ts';
import { happened, isFresh, isHeld, type Room, type RoomHappened, type Seat } from './room.ts';

export type Arrival = {
  party: RoomParty;
  page: string;
  connection: string;
  staff?: { id: StaffId; name: string };
  consent?: string;
  check?: DeviceCheck;
  /** The second officer has seen who sits there and wants the seat all the same. */
  takeOver?: boolean;
};
export type Seated = {
  room: Room;
  how: 'joined' | 'returned' | 'replaced' | 'taken-over';
  /** A page that has to be told that another one sits there now. */
  thrownOut?: string;
};

/** Somebody comes, or comes back; the newest page of a party wins. */
export function sit(room: Room, arrival: Arrival, now: Instant): Outcome<Seated> {
  const { party, page, connection, staff, takeOver = false } = arrival;
  if (room.state.name === 'ended') return refused('wrong-state', 'the room has ended');
  if (!hasSeat(room.subject, party)) return refused('not-found', 'no such seat in this room');
  const seat = room.seats[party];
  const another = seat !== undefined && seat.staff !== staff?.id;
  const held = another && isHeld(seat, now);
  if (held && !(takeOver && party === 'officer'))
    return refused('stale', `the room is held by ${room.names[party] ?? party}`);
  const kept = seat !== undefined && !another && isFresh(seat, now) ? seat : undefined;
  const thrownOut = seat?.connection === connection ? undefined : seat?.connection;
  const how = held ? 'taken-over' : kept === undefined ? 'joined' : kept.page === page ? 'returned' : howBack(kept);
  // In live guidance the officer has answered this very citizen: nobody waits at the door.
  const cameByThemselves = room.subject.kind === 'live' && party === 'citizen';
  const next: Seat = {
    joinedAt: kept?.joinedAt ?? now,
    seenAt: now,
    page,
    connection,
    left: false,
    admitted: party === 'officer' || cameByThemselves || kept?.admitted === true,
    muted: kept?.muted ?? false,
    cameraOff: kept?.cameraOff ?? false,
    ...(staff === undefined ? {} : { staff: staff.id }),
    ...agreed(arrival, another ? undefined : seat),
  };
  return done({
    room: {
      ...room,
      state: cameByThemselves && room.state.name === 'open' ? { name: 'live', since: now } : room.state,
      names: staff === undefined ? room.names : { ...room.names, [party]: staff.name },
      seats: { ...room.seats, [party]: next },
      ...happened(room, entry(`room-${how}`, party, now, staff?.id)),
    },
    how,
    ...(thrownOut === undefined ? {} : { thrownOut }),
  });
}

const howBack = (kept: Seat): 'replaced' | 'returned' => (kept.connection === undefined ? 'returned' : 'replaced');

/** What was agreed to and checked stays with the person, also after a long absence. */
function agreed(arrival: Arrival, before: Seat | undefined): Pick<Seat, 'consent' | 'check'> {
  const consent = arrival.consent ?? before?.consent;
  const check = arrival.check ?? before?.check;
  return { ...(consent === undefined ? {} : { consent }), ...(check === undefined ? {} : { check }) };
}

/** The line of a seat is gone; `on` is the socket that went: one that was replaced before changes nothing. */
export function unseat(room: Room, party: RoomParty, on: string, what: 'left' | 'lost', now: Instant): Outcome<Room> {
  const seat = room.seats[party];
  if (seat?.connection !== on || room.state.name === 'ended') return done(room);
  const { connection: _gone, ...rest } = seat;
  return done({
    ...room,
    seats: { ...room.seats, [party]: { ...rest, left: what === 'left', seenAt: now } },
    ...happened(room, entry(`room-${what}`, party, now, seat.staff)),
  });
}

/** Somebody else speaks for this party from now on: the seat of the one before is cleared, with all that was agreed to on it. */
export function vacate(room: Room, party: RoomParty, name: string, now: Instant): Outcome<Room> {
  const { [party]: seat, ...seats } = room.seats;
  if (room.state.name === 'ended' || (seat === undefined && room.names[party] === name)) return done(room);
  const next = { ...room, seats, names: { ...room.names, [party]: name } };
  return done(
    seat === undefined ? next : { ...next, ...happened(room, entry('room-removed', party, now, seat.staff)) },
  );
}

/** The officer lets somebody in from the waiting room, or sends them back there. */
export function admit(room: Room, by: StaffId, party: RoomParty, admitted: boolean, now: Instant): Outcome<Room> {
  if (room.state.name === 'ended') return refused('wrong-state', 'the room has ended');
  if (room.seats.officer?.staff !== by) return refused('not-allowed', 'only the officer in the room lets people in');
  const seat = room.seats[party];
  if (party === 'officer' || seat === undefined) return refused('wrong-state', 'nobody waits on this seat');
  if (seat.admitted === admitted) return done(room);
  if (admitted && room.subject.kind === 'release' && seat.consent === undefined)
    return refused('wrong-state', 'the recording was not agreed to yet');
  return done({
    ...room,
    state: admitted && room.state.name === 'open' ? { name: 'live', since: now } : room.state,
    seats: { ...room.seats, [party]: { ...seat, admitted } },
    ...happened(
      admitted && room.state.name === 'open' ? { ...room, ...happened(room, { at: now, what: 'room-live' }) } : room,
      entry(admitted ? 'room-admitted' : 'room-removed', party, now, by),
    ),
  });
}

const entry = (what: RoomHappened['what'], reason: RoomParty, at: Instant, by: StaffId | undefined): RoomHappened => ({
  at,
  what,
  reason,
  ...(by === undefined ? {} : { by }),
});
