/** Which seat somebody may take: the one place that says who is who in a room. */
import { maySee, may } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { RoomId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { hasSeat, isSameSubject, type RoomParty, type RoomSubject } from '../../models/room/subject.ts';
import type { Room } from '../../models/room/room.ts';

/** A party by a signed link, or staff by their session. */
export type RoomGuest =
  | { who: 'party'; room: RoomId; subject: RoomSubject; party: RoomParty; language: 'zh' | 'en' }
  | { who: 'staff'; officer: Officer };

/** An officer's seat is in their own office; a link opens the one seat that it names. */
export function seatOf(guest: RoomGuest, room: Room): Outcome<RoomParty> {
  if (guest.who === 'party')
    return guest.room === room.id &&
      isSameSubject(guest.subject, room.subject) &&
      hasSeat(room.subject, guest.party) &&
      guest.party !== 'officer'
      ? done(guest.party)
      : refused('not-found', 'no such room');
  // A lender's agent comes in here, to the lender's seat, once agents sign in: role and lender of the release decide.
  if (!maySee(guest.officer, room.office)) return refused('not-found', 'no such room');
  return may(guest.officer.role, room.subject.kind === 'release' ? 'work-releases' : 'work-desk')
    ? done('officer')
    : refused('not-allowed', 'not for this role');
}
