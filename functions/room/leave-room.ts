/** A page goes, by itself or because its line broke; the others are told, the seat is kept for a while. */
import type { SocketSeat } from '../../models/conversation/conversations.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { unseat } from '../../models/room/seats.ts';
import type { Deps } from '../deps.ts';
import { changeRoom } from './change-room.ts';
import { loseSeatOf, tellRoom } from './tell-room.ts';

type Leaving = Pick<Deps, 'rooms' | 'wire' | 'now'>;

export async function leaveRoom(
  deps: Leaving,
  { room: id, party }: SocketSeat,
  socket: string,
): Promise<Outcome<void>> {
  const left = await changeRoom(deps, id, (room, now) => {
    const unseated = unseat(room, party, socket, 'left', now);
    return unseated.ok ? done({ room: unseated.value, said: undefined }) : unseated;
  });
  if (!left.ok) return left;
  if (left.value.changed) await tellRoom(deps, left.value.room);
  return done(undefined);
}

/** The socket is closed, or its holder's session ended. */
export const loseSeat = (deps: Leaving, { room: id, party }: SocketSeat, socket: string): Promise<void> =>
  loseSeatOf(deps, { id }, party, socket);
