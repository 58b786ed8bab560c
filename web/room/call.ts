/**
 * A call of up to four in one room, each connected to each: joins, connects to whoever is let in, and keeps or mends every connection
 * through lost lines, restarted pages and changed networks. Knows nothing of how it is shown.
 */
import type { RoomParty } from '../../models/room/subject.ts';
import type { DeviceCheck } from '../../models/room/check.ts';
import type { LineView, OutReason, RoomView, SeatView } from '../../models/room/views.ts';
import type { RelayServer } from '../../models/room/rooms.ts';
import type { Step, StepParty } from '../../models/release/steps.ts';
import { browserClock, type Clock } from '../citizen/clock.ts';
import type { SocketLike } from '../citizen/socket-link.ts';
import { createTimers } from '../citizen/timers.ts';
import { openPeer, type Peer } from './peer.ts';
import { keepQuality, type Level, type Quality } from './quality.ts';
import { openRoomLine, type LineState } from './room-line.ts';

export type CallOptions = {
  socketUrl: string;
  ticket(): string | Promise<string>;
  room: string;
  /** Staff say which seat they take: `officer`. A party's ticket names theirs. */
  as?: RoomParty;
  stream: MediaStream;
  consent?: string;
  check?: DeviceCheck;
  /** `relay` forces everything through the relay servers. */
  policy?: RTCIceTransportPolicy;
  changed(state: CallState): void;
  clock?: Clock;
  openSocket?(url: string): SocketLike;
};
export type PeerState = SeatView & {
  /** `waiting`: nothing to connect to yet. */
  connection: RTCPeerConnectionState | 'waiting';
  stream: MediaStream | undefined;
  /** How well this side may send to them. */
  level: Level;
};
export type CallState = {
  line: LineState;
  out: { why: OutReason | 'refused'; by?: string; sentence?: string } | undefined;
  /** Another officer has the seat: `takeOver` takes it. */
  heldBy: string | undefined;
  room: RoomView | undefined;
  me: SeatView | undefined;
  peers: PeerState[];
  lines: readonly LineView[];
  unsent: readonly { delivery: string; text: string }[];
  muted: boolean;
  cameraOff: boolean;
  /** How far the office's clock is before this device's. */
  aheadMs: number;
};
export type Call = {
  state(): CallState;
  mute(muted: boolean): void;
  hideCamera(off: boolean): void;
  /** Both in one word: two would overtake each other. */
  show(media: { muted: boolean; cameraOff: boolean }): void;
  /** Another camera or microphone. */
  use(stream: MediaStream): void;
  write(text: string): void;
  // The officer's
  admit(party: RoomParty, admitted: boolean): void;
  turnTo(step: Step, party: StepParty): void;
  takeOver(): void;
  leave(): void;
  /** Of the connection to a party, for figures. */
  statsOf(party: RoomParty): Promise<RTCStatsReport> | undefined;
};

/** Who begins: the officer before everybody; of two the one who stands first does not give way. */
const order: readonly RoomParty[] = ['officer', 'owner', 'citizen', 'lender', 'helper'];
const AGREE_WITHIN = 1500;
type Wire = { peer: Peer; quality: Quality; page: string };

export function openCall(options: CallOptions): Call {
  const clock = options.clock ?? browserClock;
  const page = crypto.randomUUID();
  const timers = createTimers(clock);
  const wires = new Map<RoomParty, Wire>();
  let stream = options.stream;
  let relays: RelayServer[] = [];
  let muted = false;
  let cameraOff = false;

  const line = openRoomLine(
    {
      ...options,
      page,
      clock,
      openSocket: options.openSocket ?? ((url) => new WebSocket(url) as SocketLike),
      newDelivery: () => crypto.randomUUID(),
    },
    {
      joined(servers) {
        relays = servers;
        connect();
        for (const { peer } of wires.values()) peer.recover(relays);
        // The office knows the seat, not what was pressed while the line was down.
        const me = seats().find((seat) => seat.party === line.room()?.you);
        if (me !== undefined && (me.muted !== muted || me.cameraOff !== cameraOff)) sayMedia();
      },
      signal(from, fromPage, signal) {
        connect();
        const wire = wires.get(from);
        if (wire?.page === fromPage) wire.peer.hear(signal);
      },
      changed() {
        connect();
        tell();
      },
    },
  );

  const seats = (): SeatView[] => line.room()?.seats ?? [];
  const drop = (party: RoomParty): void => {
    wires.get(party)?.quality.stop();
    wires.get(party)?.peer.close();
    wires.delete(party);
  };
  /** A connection for each page that is in the room; one that was replaced by another page is of no use any more. */
  const connect = (): void => {
    const you = line.room()?.you;
    const mine = seats().find((seat) => seat.party === you);
    const wanted = new Map(
      line.state() === 'out' || mine?.admitted !== true
        ? []
        : seats()
            .filter((seat) => seat.party !== you && seat.admitted)
            .map((seat) => [seat.party, seat] as const),
    );
    for (const [party, { page: theirs }] of wires) if (wanted.get(party)?.page !== theirs) drop(party);
    for (const [party, seat] of wanted) if (!wires.has(party) && seat.here && you !== undefined) begin(you, seat);
  };
  const begin = (you: RoomParty, { party, page: theirs }: SeatView): void => {
    const peer = openPeer({
      polite: order.indexOf(you) > order.indexOf(party),
      relays,
      policy: options.policy ?? 'all',
      stream,
      clock,
      newId: () => crypto.randomUUID(),
      send: (signal) => line.say({ action: 'room-signal', to: party, page: theirs, signal }),
      reachable: () => line.state() === 'up' && seats().some((seat) => seat.party === party && seat.here),
      changed: tell,
    });
    wires.set(party, { peer, page: theirs, quality: keepQuality(peer.connection, clock, tell) });
  };
  const sayMedia = (): void => {
    for (const track of stream.getAudioTracks()) track.enabled = !muted;
    for (const track of stream.getVideoTracks()) track.enabled = !cameraOff;
    line.say({ action: 'room-state', muted, cameraOff });
    timers.later('agree', AGREE_WITHIN, agree);
    tell();
  };
  /** Words may overtake each other on their way: what the office has last heard has to be what is so. */
  const agree = (): void => {
    const me = seats().find((seat) => seat.party === line.room()?.you);
    if (line.state() === 'up' && me !== undefined && (me.muted !== muted || me.cameraOff !== cameraOff)) sayMedia();
  };
  const state = (): CallState => {
    const room = line.room();
    const shown = seats().filter((seat) => seat.party !== room?.you);
    return {
      line: line.state(),
      out: line.out(),
      heldBy: line.heldBy(),
      room,
      me: seats().find((seat) => seat.party === room?.you),
      peers: shown.map((seat) => {
        const wire = wires.get(seat.party);
        return {
          ...seat,
          connection: wire?.peer.connection.connectionState ?? 'waiting',
          stream: wire?.peer.remote,
          level: wire?.quality.level() ?? 'full',
        };
      }),
      lines: line.lines(),
      unsent: line.unsent(),
      muted,
      cameraOff,
      aheadMs: line.aheadMs(),
    };
  };
  const tell = (): void => {
    options.changed(state());
  };
  const hurry = (): void => {
    line.hurry();
  };
  globalThis.addEventListener('online', hurry);
  const close = (): void => {
    globalThis.removeEventListener('online', hurry);
    timers.stop();
    for (const party of [...wires.keys()]) drop(party);
  };

  return {
    state,
    mute(next) {
      muted = next;
      sayMedia();
    },
    hideCamera(off) {
      cameraOff = off;
      sayMedia();
    },
    show(media) {
      ({ muted, cameraOff } = media);
      sayMedia();
    },
    use(next) {
      stream = next;
      for (const { peer } of wires.values()) peer.use(next);
      sayMedia();
    },
    write: line.write,
    admit(party, admitted) {
      line.say({ action: 'room-admit', party, admitted });
    },
    turnTo(step, party) {
      line.say({ action: 'room-step', step, party });
    },
    takeOver: line.takeOver,
    leave() {
      close();
      line.leave();
    },
    statsOf: (party) => wires.get(party)?.peer.connection.getStats(),
  };
}
