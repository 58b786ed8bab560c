/** What a page in a room is told: the whole room as its seat may see it, and what is new. */
import type { RoomId } from '../ids.ts';
import type { RefusalKind } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { roomParties, type RoomParty, type RoomSubject } from './subject.ts';
import type { DeviceCheck } from './check.ts';
import type { RoomLine } from './line.ts';
import type { Signal } from './requests.ts';
import type { Room } from './room.ts';
import type { RelayServer } from './rooms.ts';

export type SeatView = {
  party: RoomParty;
  name: string;
  page: string;
  /** The line is up. */
  here: boolean;
  admitted: boolean;
  muted: boolean;
  cameraOff: boolean;
  joinedAt: Instant;
  seenAt: Instant;
  /** Told to the officer alone. */
  consent?: string;
  check?: DeviceCheck;
};
export type RoomView = {
  id: RoomId;
  subject: RoomSubject;
  version: number;
  state: Room['state'];
  you: RoomParty;
  /** Who waits sees the officer and themselves. */
  seats: SeatView[];
  step?: NonNullable<Room['step']>;
  lastLine: number;
};
export type LineView = Omit<RoomLine, 'room'>;

/** `replaced`: the same party opened the room elsewhere. `taken-over`: another officer. `lost`: the seat is free again, join anew. */
export type OutReason = 'replaced' | 'taken-over' | 'ended' | 'lost';
export type RoomNews =
  | { type: 'room-joined'; room: RoomView; lines: LineView[]; relays: RelayServer[]; serverNow: Instant }
  | { type: 'room'; room: RoomView }
  | { type: 'room-beat'; version: number; room?: RoomView; lines?: LineView[] }
  | { type: 'room-signal'; from: RoomParty; page: string; signal: Signal }
  | { type: 'room-media'; party: RoomParty; muted: boolean; cameraOff: boolean }
  | { type: 'room-line'; line: LineView }
  | { type: 'room-out'; why: OutReason; by?: string }
  | { type: 'refused'; action?: string; delivery?: string; kind: RefusalKind; sentence: string; heldBy?: string };

export function viewFor(room: Room, you: RoomParty): RoomView {
  const inside = room.seats[you]?.admitted === true;
  const seen = roomParties.filter((party) => {
    const seat = room.seats[party];
    return (
      seat !== undefined && (party === you || party === 'officer' || (inside && (you === 'officer' || seat.admitted)))
    );
  });
  return {
    id: room.id,
    subject: room.subject,
    version: room.version,
    state: room.state,
    you,
    seats: seen.flatMap((party) => seatView(room, party, you)),
    ...(inside && room.step !== undefined ? { step: room.step } : {}),
    lastLine: inside ? room.lastLine : 0,
  };
}

function seatView({ seats, names }: Room, party: RoomParty, you: RoomParty): SeatView[] {
  const seat = seats[party];
  if (seat === undefined) return [];
  const { page, admitted, muted, cameraOff, joinedAt, seenAt, connection, consent, check } = seat;
  const here = connection !== undefined;
  const told =
    you === 'officer'
      ? { ...(consent === undefined ? {} : { consent }), ...(check === undefined ? {} : { check }) }
      : {};
  return [{ party, name: names[party] ?? '', page, here, admitted, muted, cameraOff, joinedAt, seenAt, ...told }];
}
export const lineView = ({ room: _room, ...line }: RoomLine): LineView => line;
