/**
 * The line between a page and its room: opens the socket, sits down, beats, and comes back after every cut, so that nothing written is
 * lost or doubled and the page always knows the whole room.
 */
import type { RoomParty } from '../../models/room/subject.ts';
import type { DeviceCheck } from '../../models/room/check.ts';
import type { RoomRequest, Signal } from '../../models/room/requests.ts';
import type { LineView, OutReason, RoomNews, RoomView } from '../../models/room/views.ts';
import type { RelayServer } from '../../models/room/rooms.ts';
import type { Clock } from '../citizen/clock.ts';
import type { SocketLike } from '../citizen/socket-link.ts';
import { createTimers } from '../citizen/timers.ts';
import { createLineBook } from './line-book.ts';

const SECOND = 1000;
const OPEN_WITHIN = 8 * SECOND;
const BEAT_EVERY = 10 * SECOND;
const ANSWER_WITHIN = 8 * SECOND;

export type LineState = 'opening' | 'up' | 'down' | 'out';
export type RoomLineOptions = {
  socketUrl: string;
  /** A ticket runs out after two hours: asked anew for each socket. */
  ticket(): string | Promise<string>;
  room: string;
  /** Staff say which seat they mean. */
  as?: RoomParty;
  page: string;
  consent?: string;
  check?: DeviceCheck;
  clock: Clock;
  openSocket(url: string): SocketLike;
  newDelivery(): string;
};
export type RoomLineEvents = {
  joined(relays: RelayServer[]): void;
  signal(from: RoomParty, page: string, signal: Signal): void;
  /** State, room or written lines changed. */
  changed(): void;
};
export type RoomLine = {
  state(): LineState;
  room(): RoomView | undefined;
  lines(): readonly LineView[];
  /** Written and not yet kept by the office, oldest first. */
  unsent(): readonly { delivery: string; text: string }[];
  /** Why this page is out; `heldBy`: another officer has the seat. */
  out(): { why: OutReason | 'refused'; by?: string; sentence?: string } | undefined;
  heldBy(): string | undefined;
  aheadMs(): number;
  say(message: DistributiveOmit<RoomRequest, 'ticket' | 'room' | 'as'>): boolean;
  write(text: string): void;
  takeOver(): void;
  /** The network is back: do not wait. */
  hurry(): void;
  leave(): void;
};
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export function openRoomLine(options: RoomLineOptions, events: RoomLineEvents): RoomLine {
  const timers = createTimers(options.clock);
  const book = createLineBook();
  let state: LineState = 'opening';
  let room: RoomView | undefined;
  let unsent: { delivery: string; text: string }[] = [];
  let out: ReturnType<RoomLine['out']>;
  let heldBy: string | undefined;
  let aheadMs = 0;
  let takesOver = false;
  let ticket = '';
  let socket: SocketLike | undefined;
  let failures = 0;

  const say: RoomLine['say'] = (message) => {
    if (socket === undefined || state === 'out') return false;
    const { room: id, as } = options;
    socket.send(JSON.stringify({ ...message, ticket, room: id, ...(as === undefined ? {} : { as }) }));
    return true;
  };
  const drop = (): void => {
    if (socket === undefined) return;
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
    socket = undefined;
    timers.callOff('beat');
    timers.callOff('answer');
  };
  const cutOff = (): void => {
    drop();
    if (state === 'out') return;
    state = room === undefined ? 'opening' : 'down';
    failures += 1;
    timers.later('open', Math.min(8 * SECOND, 250 * 2 ** Math.min(failures, 5)), () => void open());
    events.changed();
  };
  const finish = (why: NonNullable<typeof out>): void => {
    if (state === 'out') return;
    state = 'out';
    out = why;
    drop();
    timers.stop();
    events.changed();
  };

  const open = async (): Promise<void> => {
    if (state === 'out' || socket !== undefined) return;
    timers.later('answer', OPEN_WITHIN, cutOff);
    try {
      ticket = await options.ticket();
    } catch {
      cutOff();
      return;
    }
    if ((state as LineState) === 'out') return;
    const mine = options.openSocket(`${options.socketUrl}?ticket=${encodeURIComponent(ticket)}`);
    socket = mine;
    mine.onopen = sitDown;
    mine.onmessage = ({ data }) => {
      hear(parsed(data));
    };
    mine.onclose = mine.onerror = cutOff;
  };
  const sitDown = (): void => {
    const { page, consent, check } = options;
    say({
      action: 'room-join',
      page,
      after: book.last(),
      ...(takesOver ? { takeOver: true } : {}),
      ...(consent === undefined ? {} : { consent }),
      ...(check === undefined ? {} : { check }),
    });
  };
  const beat = (): void => {
    if (!say({ action: 'room-beat', version: room?.version ?? 0, after: book.last() })) return;
    if (!timers.isSet('answer')) timers.later('answer', ANSWER_WITHIN, cutOff);
    timers.later('beat', BEAT_EVERY, beat);
  };
  const show = (next: RoomView): void => {
    if (room !== undefined && next.version < room.version) return;
    // Whoever was just let in has not heard what was written before.
    room = next;
    if (book.last() < next.lastLine) timers.later('missing', 300, beat);
  };
  const take = (lines: readonly LineView[]): void => {
    const before = book.last();
    book.add(lines);
    unsent = unsent.filter(({ delivery }) => !lines.some((line) => line.delivery === delivery));
    if (book.last() < book.highest() && book.last() === before) timers.later('missing', 300, beat);
  };

  const hear = (news: RoomNews | undefined): void => {
    if (news === undefined) return;
    timers.callOff('answer');
    switch (news.type) {
      case 'room-joined':
        state = 'up';
        failures = 0;
        takesOver = false;
        heldBy = undefined;
        aheadMs = Date.parse(news.serverNow) - options.clock.now();
        show(news.room);
        take(news.lines);
        timers.later('beat', BEAT_EVERY, beat);
        for (const { delivery, text } of unsent) say({ action: 'room-chat', delivery: delivery as never, text });
        events.joined(news.relays);
        break;
      case 'room':
        show(news.room);
        break;
      case 'room-beat':
        if (news.room !== undefined) show(news.room);
        if (news.lines !== undefined) take(news.lines);
        break;
      case 'room-line':
        take([news.line]);
        break;
      case 'room-media':
        if (room !== undefined) room = withMedia(room, news);
        break;
      case 'room-signal':
        events.signal(news.from, news.page, news.signal);
        return;
      case 'room-out':
        // The office took us for gone, and we are not.
        if (news.why === 'lost') sitDown();
        else finish({ why: news.why, ...(news.by === undefined ? {} : { by: news.by }) });
        return;
      case 'refused':
        refusedTo(news);
    }
    events.changed();
  };
  const refusedTo = ({ action, kind, sentence, heldBy: by }: Extract<RoomNews, { type: 'refused' }>): void => {
    if (action !== 'room-join') return;
    if (by !== undefined) heldBy = by;
    else if (kind === 'too-many' || kind === 'stale') cutOff();
    else finish({ why: 'refused', sentence });
  };

  void open();
  return {
    state: () => state,
    room: () => room,
    lines: () => book.shown(),
    unsent: () => unsent,
    out: () => out,
    heldBy: () => heldBy,
    aheadMs: () => aheadMs,
    say,
    write(text) {
      const delivery = options.newDelivery();
      unsent = [...unsent, { delivery, text }];
      if (state === 'up') say({ action: 'room-chat', delivery: delivery as never, text });
      events.changed();
    },
    takeOver() {
      takesOver = true;
      sitDown();
    },
    hurry() {
      if (state === 'up') beat();
      else if (state !== 'out' && socket === undefined) timers.later('open', 0, () => void open());
    },
    leave() {
      say({ action: 'room-leave' });
      finish({ why: 'lost' });
    },
  };
}

const withMedia = (
  room: RoomView,
  { party, muted, cameraOff }: { party: RoomParty; muted: boolean; cameraOff: boolean },
): RoomView => ({
  ...room,
  seats: room.seats.map((seat) => (seat.party === party ? { ...seat, muted, cameraOff } : seat)),
});

function parsed(data: unknown): RoomNews | undefined {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as RoomNews) : undefined;
  } catch {
    return undefined;
  }
}
