/** One socket from its opening to its end: opens in four seconds or not at all, is pinged, and is replaced before it is cut. */
import type { Clock } from './clock.ts';

export type SocketLike = {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const OPEN_WITHIN = 4 * SECOND;
/** The platform cuts a silent socket after 10 minutes and any socket after 2 hours. */
const PING_EVERY = 4 * MINUTE;
const REPLACE_AFTER = 110 * MINUTE;
const ANSWER_WITHIN = 8 * SECOND;

export type LinkEnd = 'never-opened' | 'cut' | 'silent' | 'planned';
type LinkEvents = { opened(): void; heard(message: unknown): void; ended(why: LinkEnd): void };
export type SocketLink = { isOpen(): boolean; send(message: object): void; check(): void; close(): void };

export function openSocketLink(socket: SocketLike, clock: Clock, events: LinkEvents): SocketLink {
  let state: 'opening' | 'open' | 'ended' = 'opening';
  const timers: (() => void)[] = [];
  let stopWaiting: (() => void) | undefined;

  const end = (why: LinkEnd | undefined): void => {
    if (state === 'ended') return;
    state = 'ended';
    for (const stop of timers) stop();
    stopWaiting?.();
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
    if (why) events.ended(why);
  };
  const check = (): void => {
    if (state !== 'open' || stopWaiting) return;
    stopWaiting = clock.after(ANSWER_WITHIN, () => {
      end('silent');
    });
    socket.send(JSON.stringify({ action: 'ping' }));
  };
  const pingLater = (): void => {
    timers.push(
      clock.after(PING_EVERY, () => {
        check();
        if (state === 'open') pingLater();
      }),
    );
  };

  timers.push(
    clock.after(OPEN_WITHIN, () => {
      if (state === 'opening') end('never-opened');
    }),
  );
  socket.onopen = () => {
    state = 'open';
    timers.push(
      clock.after(REPLACE_AFTER, () => {
        end('planned');
      }),
    );
    pingLater();
    events.opened();
  };
  socket.onmessage = ({ data }) => {
    stopWaiting?.();
    stopWaiting = undefined;
    const message = parsed(data);
    if (message !== undefined) events.heard(message);
  };
  socket.onclose = socket.onerror = () => {
    end(state === 'opening' ? 'never-opened' : 'cut');
  };

  return {
    isOpen: () => state === 'open',
    send(message) {
      socket.send(JSON.stringify(message));
    },
    check,
    close() {
      end(undefined);
    },
  };
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
