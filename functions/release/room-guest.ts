/** Which seat somebody may take: the one place that says who is who in a room. */
import { maySee, may } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { ReleaseId, RoomId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Party } from '../../models/release/parties.ts';
import type { Room } from '../../models/release/room.ts';

/** A party by a signed link, or staff by their session. */
export type RoomGuest =
  | { who: 'party'; room: RoomId; release: ReleaseId; party: Party; language: 'zh' | 'en' }
  | { who: 'staff'; officer: Officer };

/** An officer's seat is in their own office; a link opens the one seat that it names. */
export function seatOf(guest: RoomGuest, room: Room): Outcome<Party> {
  if (guest.who === 'party')
    return guest.room === room.id && guest.release === room.release && guest.party !== 'officer'
      ? done(guest.party)
      : refused('not-found', 'no such room');
  // A lender's agent comes in here, to the lender's seat, once agents sign in: role and lender of the release decide.
  if (!maySee(guest.officer, room.office)) return refused('not-found', 'no such room');
  return may(guest.officer.role, 'work-releases') ? done('officer') : refused('not-allowed', 'not for this role');
}
