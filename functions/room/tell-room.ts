/** Tells every page in a room what is new, each as its seat may see it; a page that is gone loses its line. */
import { roomParties, type RoomParty } from '../../models/room/subject.ts';
import { unseat } from '../../models/room/seats.ts';
import { viewFor, type RoomNews } from '../../models/room/views.ts';
import type { Room } from '../../models/room/room.ts';
import { done } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeRoom } from './change-room.ts';

type Telling = Pick<Deps, 'rooms' | 'wire' | 'now'>;

/** The room itself, after a change. */
export const tellRoom = (deps: Telling, room: Room, except?: RoomParty): Promise<void> =>
  tellSeats(deps, room, (party) => (party === except ? undefined : { type: 'room', room: viewFor(room, party) }));

/** What `news` makes for each seat whose line is up; `undefined` sends nothing. */
export async function tellSeats(
  deps: Telling,
  room: Room,
  news: (party: RoomParty) => RoomNews | undefined,
): Promise<void> {
  const told = await Promise.all(
    roomParties.map(async (party) => {
      const connection = room.seats[party]?.connection;
      const content = connection === undefined ? undefined : news(party);
      if (connection === undefined || content === undefined) return undefined;
      return (await deps.wire.send(connection, content)) === 'gone' ? { party, connection } : undefined;
    }),
  );
  for (const gone of told) if (gone !== undefined) await loseSeatOf(deps, room, gone.party, gone.connection);
}

/** The platform does not always say when a line ends: the first message that finds nobody does. */
export async function loseSeatOf(
  deps: Telling,
  { id }: Pick<Room, 'id'>,
  party: RoomParty,
  connection: string,
): Promise<void> {
  const lost = await changeRoom(deps, id, (room, now) => {
    const unseated = unseat(room, party, connection, 'lost', now);
    return unseated.ok ? done({ room: unseated.value, said: undefined }) : unseated;
  });
  if (lost.ok && lost.value.changed) await tellRoom(deps, lost.value.room);
}
