/** Reads a room, lets a rule change it, writes it back; when somebody else wrote first it reads again. */
import type { RoomId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Room } from '../../models/room/room.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';

/** Four parties and their reconnecting pages need a few rounds; more than that is a fault, not a race. */
const ROUNDS = 60;

/** `said` carries out of the rule what is not part of the record. */
export async function changeRoom<Said>(
  deps: Pick<Deps, 'rooms' | 'now'>,
  id: RoomId,
  rule: (room: Room, now: Instant) => Outcome<{ room: Room; said: Said }>,
): Promise<Outcome<{ room: Room; said: Said; changed: boolean }>> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = await deps.rooms.find(id);
    if (before === undefined) return refused('not-found', 'no such room');
    const ruled = rule(before, deps.now());
    if (!ruled.ok) return ruled;
    const { room, said } = ruled.value;
    if (room === before) return done({ room, said, changed: false });
    if ((await deps.rooms.commit(before, room)) === 'done')
      return done({ room: { ...room, version: before.version + 1 }, said, changed: true });
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}
