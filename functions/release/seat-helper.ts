/** A helper who is named while the call is open: the room knows the new name, and whoever was named before has no seat any more. */
import { maskName } from '../../models/conversation/masking.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { openSession, type Release } from '../../models/release/release.ts';
import type { Party } from '../../models/release/parties.ts';
import { vacate } from '../../models/room/seats.ts';
import type { Room } from '../../models/room/room.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeRoom } from '../room/change-room.ts';
import { tellRoom } from '../room/tell-room.ts';

type Seating = Pick<Deps, 'rooms' | 'wire' | 'now'>;

export async function seatHelper(deps: Seating, r: Release): Promise<void> {
  const { helper } = r;
  if (helper !== undefined) await handOverSeat(deps, r, 'helper', helper.name, helper.at);
}

/** To somebody else, from `since` on: what the one before agreed to is theirs; a page of theirs that is open there is told. */
export async function handOverSeat(
  deps: Seating,
  r: Release,
  party: Exclude<Party, 'officer'>,
  name: string,
  since: Instant,
): Promise<void> {
  const session = openSession(r);
  if (session?.with.includes(party === 'lender' ? 'lender' : 'owner') !== true) return;
  const cleared = await changeRoom(
    deps,
    session.room,
    (room, now): Outcome<{ room: Room; said: string | undefined }> => {
      const seat = room.seats[party];
      if (seat !== undefined && seat.joinedAt > since) return done({ room, said: undefined });
      const vacated = vacate(room, party, maskName(name), now);
      return vacated.ok ? done({ room: vacated.value, said: seat?.connection }) : vacated;
    },
  );
  if (!cleared.ok || !cleared.value.changed) return;
  const { said, room } = cleared.value;
  if (said !== undefined) await deps.wire.send(said, { type: 'room-out', why: 'replaced' });
  await tellRoom(deps, room);
}
