/** What the officer in the room does: lets people in, turns the script's page, ends it. */
import type { StaffId, RoomId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { isSameSubject, type RoomParty } from '../../models/room/subject.ts';
import { end, opened, turnTo, type OpenRoom } from '../../models/room/course.ts';
import { admit } from '../../models/room/seats.ts';
import { seatOn, type EndReason, type Room } from '../../models/room/room.ts';
import type { Step, StepParty } from '../../models/release/steps.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeRoom } from './change-room.ts';
import { tellRoom, tellSeats } from './tell-room.ts';

type Leading = Pick<Deps, 'rooms' | 'wire' | 'now'>;

/** A room for one session; said twice, the room that stands is answered. */
export async function openRoom(deps: Pick<Deps, 'rooms' | 'now'>, wanted: OpenRoom): Promise<Outcome<Room>> {
  const room = opened(wanted, deps.now());
  if ((await deps.rooms.commit(undefined, room)) === 'done') return done({ ...room, version: 1 });
  const standing = await deps.rooms.find(wanted.id);
  return standing !== undefined && isSameSubject(standing.subject, wanted.subject)
    ? done(standing)
    : refused('stale', 'another room has this name');
}

/** The seat, not the session, proves the leader: it was given to this socket after the session was asked. */
export const admitToRoom = (
  deps: Leading,
  id: RoomId,
  socket: string,
  party: RoomParty,
  admitted: boolean,
): Promise<Outcome<Room>> => lead(deps, id, socket, (room, by, now) => admit(room, by, party, admitted, now));

export const turnPage = (
  deps: Leading,
  id: RoomId,
  socket: string,
  step: Step,
  party: StepParty,
): Promise<Outcome<Room>> => lead(deps, id, socket, (room, by, now) => turnTo(room, by, step, party, now));

async function lead(
  deps: Leading,
  id: RoomId,
  socket: string,
  rule: (room: Room, by: StaffId, now: Instant) => Outcome<Room>,
): Promise<Outcome<Room>> {
  const led = await changeRoom(deps, id, (room, now) => {
    const by = seatOn(room, 'officer', socket)?.staff;
    if (by === undefined) return refused('not-allowed', 'only the officer in the room leads');
    const ruled = rule(room, by, now);
    return ruled.ok ? done({ room: ruled.value, said: undefined }) : ruled;
  });
  if (!led.ok) return led;
  if (led.value.changed) await tellRoom(deps, led.value.room);
  return done(led.value.room);
}

/** With the decision, or without one; every page in it is told and lets its line go. */
export async function endRoom(deps: Leading, id: RoomId, why: EndReason, by?: StaffId): Promise<Outcome<Room>> {
  const ended = await changeRoom(deps, id, (room, now) => {
    const ruled = end(room, why, by, now);
    return ruled.ok ? done({ room: ruled.value, said: undefined }) : ruled;
  });
  if (!ended.ok) return ended;
  const { room, changed } = ended.value;
  if (changed) await tellSeats(deps, room, () => ({ type: 'room-out', why: 'ended' }));
  return done(room);
}
