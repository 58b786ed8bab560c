/** How the office files its rooms: what can be asked of the filing room and what it promises. */
import type { DeliveryId, RoomId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { RoomParty } from './subject.ts';
import type { RoomLine } from './line.ts';
import type { Room, Seat } from './room.ts';

export interface Rooms {
  find(id: RoomId): Promise<Room | undefined>;
  /** Writes over the version that was read; a new room only where none is. `repeated`: the line of this delivery stands already. */
  commit(before: Room | undefined, after: Room, line?: RoomLine): Promise<'done' | 'stale' | 'repeated'>;
  /** Notes that a seat's page lives, if it is still that page's seat; one request, no new version. */
  seen(id: RoomId, party: RoomParty, connection: string, at: Instant): Promise<Room | undefined>;
  /** Mute and camera of a seat, in the same manner. */
  show(
    id: RoomId,
    party: RoomParty,
    connection: string,
    media: Pick<Seat, 'muted' | 'cameraOff'>,
  ): Promise<Room | undefined>;
  linesAfter(id: RoomId, after: number, limit: number): Promise<RoomLine[]>;
  lineOf(id: RoomId, delivery: DeliveryId): Promise<RoomLine | undefined>;
}

/** STUN and TURN servers for one page, with credentials that run out. */
export type RelayServer = { urls: string[]; username?: string; credential?: string };
export interface RelayServers {
  /** `holder` names nobody: room and party. `forMs`: how long, where it is less than a call may last. */
  for(holder: string, forMs?: number): Promise<RelayServer[]>;
}
