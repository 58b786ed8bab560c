/** A room's course: opened for a session, its script moved on by the officer, ended once and for all. */
import type { OfficeId, RoomId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { happened, type EndReason, type Room } from './room.ts';
import type { Step, StepParty } from '../release/steps.ts';
import type { RoomSubject } from './subject.ts';

export type OpenRoom = { id: RoomId; subject: RoomSubject; office: OfficeId; names: Room['names'] };

export const opened = ({ id, subject, office, names }: OpenRoom, now: Instant): Room => ({
  id,
  subject,
  office,
  version: 0,
  openedAt: now,
  state: { name: 'open' },
  names,
  seats: {},
  lastLine: 0,
  history: [{ at: now, what: 'room-opened' }],
});

/** The step that everybody has on screen; only the officer in the room turns the page. */
export function turnTo(room: Room, by: StaffId, step: Step, party: StepParty, now: Instant): Outcome<Room> {
  if (room.state.name === 'ended') return refused('wrong-state', 'the room has ended');
  if (room.subject.kind !== 'release') return refused('wrong-state', 'this room has no script');
  if (room.seats.officer?.staff !== by) return refused('not-allowed', 'only the officer in the room leads');
  if (room.step?.step === step && room.step.party === party) return done(room);
  return done({ ...room, step: { step, party, at: now } });
}

/** Everybody's line is let go; what was kept of the room stays. A second ending changes nothing. */
export function end(room: Room, why: EndReason, by: StaffId | undefined, now: Instant): Outcome<Room> {
  if (room.state.name === 'ended') return done(room);
  return done({
    ...room,
    state: { name: 'ended', at: now, why },
    ...happened(room, { at: now, what: 'room-ended', reason: why, ...(by === undefined ? {} : { by }) }),
  });
}
