/** How the console talks with the office: requests, one socket, and the knowledge whether anybody answers. No Vue in here. */
import type { WeChatView } from '../../models/wechat/showing.ts';
import type { Mark } from '../../models/conversation/drawing.ts';
import type { StaffSheet } from '../../models/sheet/views.ts';
import type { Line, Note } from '../../models/conversation/line.ts';
import type { ShownMention } from '../../models/conversation/mention.ts';
import type { DeskRow, Viewer } from '../../models/conversation/views.ts';
import type { Instant } from '../../models/time.ts';
import { createRequest, isRecord, parse, type RequestWorld } from './desk-requests.ts';

/** `reachable`: the last request was answered. `live`: the socket is open. `heardAt`: how old that is what is shown. */
export type Reach = { reachable: boolean; live: boolean; heardAt: number };

export type DeskNews =
  | { type: 'desk'; office: string; id: string; version: number }
  | { type: 'matter'; office: string; id: string; version: number }
  | { type: 'release'; office: string; id: string; version: number }
  | { type: 'live'; office: string; id: string; version: number }
  | { type: 'lines'; id: string; lines: Line[]; row: DeskRow }
  | { type: 'note'; id: string; note: Note }
  | { type: 'viewers'; id: string; viewers: Viewer[]; viewersAt: Instant }
  | { type: 'typing'; id: string }
  | ({ type: 'mention' } & ShownMention)
  | { type: 'wechat'; id: string; wechat: WeChatView }
  | { type: 'sheet'; id: string; sheet: StaffSheet }
  | { type: 'read'; id: string; seq: number };
export type ConnectionEvent =
  | DeskNews
  | { type: 'reach'; reach: Reach }
  /** Something may have been missed: ask again for everything that is shown. */
  | { type: 'refresh' }
  | { type: 'signed-out'; stopped?: string };

export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;
/** What the browser gives; tests give their own. */
export type World = RequestWorld & {
  openSocket: (url: string) => Socket;
  /** Runs once after so many milliseconds; the answer cancels it. */
  after: (ms: number, work: () => void) => () => void;
};

export type DeskConnection = ReturnType<typeof createDeskConnection>;

const news = new Set([
  'desk',
  'matter',
  'release',
  'live',
  'lines',
  'note',
  'viewers',
  'typing',
  'wechat',
  'sheet',
  'read',
  'mention',
]);
/** The platform closes a socket after 10 idle minutes and after 2 hours; the ticket lasts 2 hours. */
const times = {
  ping: 240_000,
  pong: 8_000,
  replace: 110 * 60_000,
  open: 10_000,
  poll: 4_000,
  retryMax: 15_000,
};

export function createDeskConnection(world: World) {
  const listeners = new Set<(event: ConnectionEvent) => void>();
  const watched = new Set<string>();
  let reach: Reach = { reachable: true, live: false, heardAt: world.now() };
  let skew = 0;
  let running = false;
  let opening = false;
  /** The browser says there is no network; what an old socket still delivers does not make it one. */
  let cutAt: number | undefined;
  let tries = 0;
  let open: { socket: Socket; ticket: string } | undefined;
  let stopTimers: (() => void)[] = [];
  let cancelRetry: (() => void) | undefined;
  let cancelPoll: (() => void) | undefined;
  let cancelPong: (() => void) | undefined;

  const tell = (event: ConnectionEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  function setReach(change: Partial<Reach>): void {
    const before = reach;
    reach = { ...reach, ...change };
    if (before.reachable !== reach.reachable || before.live !== reach.live) tell({ type: 'reach', reach });
    if (!before.reachable && reach.reachable) {
      // The silence may have cost news; a socket that looks open may be dead.
      tell({ type: 'refresh' });
      probe();
    }
  }

  const request = createRequest(world, {
    answered: (serverTime, askedAt) => {
      if (serverTime !== undefined) {
        const off = serverTime - world.now();
        // The header has whole seconds only; a clock a day off is no drift, and no secure page would have opened.
        skew = Math.abs(off) > 2_000 && Math.abs(off) < 24 * 3_600_000 ? off : 0;
      }
      if (cutAt !== undefined && askedAt <= cutAt) return;
      cutAt = undefined;
      setReach({ reachable: true, heardAt: world.now() });
    },
    unreachable: () => {
      setReach({ reachable: false });
    },
    signedOut: (stopped) => {
      stop();
      tell({ type: 'signed-out', ...(stopped === undefined ? {} : { stopped }) });
    },
  });

  async function connect(): Promise<void> {
    if (!running || opening) return;
    opening = true;
    const answer = await request<{ url: string; ticket: string }>('POST', '/api/staff/socket', {});
    // `running` may have changed while we waited.
    if (!answer.ok || !stillRunning()) {
      opening = false;
      retry();
      return;
    }
    const { url, ticket } = answer.value;
    const socket = world.openSocket(`${url}?ticket=${encodeURIComponent(ticket)}`);
    const tooSlow = world.after(times.open, () => {
      socket.close();
    });
    let opened = false;
    socket.onopen = () => {
      tooSlow();
      opened = true;
      opening = false;
      if (!stillRunning()) {
        socket.close();
        return;
      }
      const replaced = open?.socket;
      open = { socket, ticket };
      replaced?.close();
      tries = 0;
      for (const id of watched) send({ action: 'watch', ticket, conversation: id });
      beat();
      setReach({ live: true, heardAt: world.now() });
      tell({ type: 'refresh' });
    };
    socket.onmessage = (event) => {
      if (open?.socket === socket) hear(event.data);
    };
    socket.onclose = () => {
      tooSlow();
      if (!opened) opening = false;
      // A replaced socket, or one that never came to replace an open one.
      if (open !== undefined && open.socket !== socket) return;
      quiet();
      open = undefined;
      setReach({ live: false });
      retry();
    };
  }
  const stillRunning = (): boolean => running;

  function hear(data: unknown): void {
    cancelPong?.();
    cancelPong = undefined;
    setReach(cutAt !== undefined ? {} : { reachable: true, heardAt: world.now() });
    const message = typeof data === 'string' ? parse(data) : undefined;
    // The server is ours; the check keeps a newer server's unknown messages out.
    if (isRecord(message) && typeof message['type'] === 'string' && news.has(message['type']))
      tell(message as unknown as DeskNews);
  }
  function send(message: Record<string, unknown>): void {
    open?.socket.send(JSON.stringify(message));
  }
  /** Asks whether the socket still answers; one that does not is closed and replaced. */
  function probe(): void {
    const current = open;
    if (current === undefined) return;
    send({ action: 'ping' });
    cancelPong?.();
    cancelPong = world.after(times.pong, () => {
      if (open?.socket !== current.socket) return;
      current.socket.onclose = null;
      current.socket.close();
      quiet();
      open = undefined;
      setReach({ live: false });
      retry();
    });
  }
  function beat(): void {
    quiet();
    const again = (): void => {
      probe();
      stopTimers = [...stopTimers.slice(-1), world.after(times.ping, again)];
    };
    stopTimers = [world.after(times.ping, again), world.after(times.replace, () => void connect())];
  }
  function quiet(): void {
    for (const cancel of stopTimers) cancel();
    stopTimers = [];
    cancelPong?.();
    cancelPong = undefined;
  }
  function retry(): void {
    if (!running || open !== undefined) return;
    poll();
    tries += 1;
    const wait = Math.min(times.retryMax, 500 * 2 ** Math.min(tries - 1, 6)) * (0.5 + world.random() / 2);
    cancelRetry?.();
    cancelRetry = world.after(wait, () => void connect());
  }
  /** Without a socket the lists are asked for every few seconds: slower, never wrong. */
  function poll(): void {
    cancelPoll ??= world.after(times.poll, () => {
      cancelPoll = undefined;
      if (!running || open !== undefined) return;
      tell({ type: 'refresh' });
      poll();
    });
  }

  function start(): void {
    if (running) return;
    running = true;
    tries = 0;
    void connect();
  }
  function stop(): void {
    running = false;
    opening = false;
    quiet();
    cancelRetry?.();
    cancelPoll?.();
    cancelPoll = undefined;
    const last = open?.socket;
    open = undefined;
    last?.close();
    reach = { ...reach, live: false };
  }

  return {
    request,
    start,
    stop,
    /** The browser says the network is back, or the page is looked at again. */
    wake(): void {
      cutAt = undefined;
      if (!running) return;
      if (open === undefined) {
        cancelRetry?.();
        tries = 0;
        void connect();
      } else probe();
    },
    /** The browser says the network is gone; it is never wrong about that. */
    lost(): void {
      cutAt = world.now();
      setReach({ reachable: false });
      probe();
    },
    watch(id: string): void {
      watched.add(id);
      if (open !== undefined) send({ action: 'watch', ticket: open.ticket, conversation: id });
    },
    unwatch(id: string): void {
      if (watched.delete(id) && open !== undefined) send({ action: 'unwatch', ticket: open.ticket, conversation: id });
    },
    /** Shows the citizen's open page what is being drawn: lost is lost, the next one shows everything again. */
    draw(shown: { conversation: string; on: string; width: number; height: number; marks: readonly Mark[] }): void {
      if (open !== undefined) send({ action: 'draw', ticket: open.ticket, ...shown });
    },
    listen(listener: (event: ConnectionEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reach: (): Reach => reach,
    /** The server's time, so that a wrong clock on a desk does not show wrong limits. */
    now: (): number => world.now() + skew,
  };
}

export const browserWorld: World = {
  fetch: (path, init) => fetch(path, init),
  openSocket: (url) => new WebSocket(url),
  now: () => Date.now(),
  random: () => Math.random(),
  language: () => (document.documentElement.lang === 'en' ? 'en' : 'zh'),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
