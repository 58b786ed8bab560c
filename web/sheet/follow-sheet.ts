/** Keeps a page at the newest state: by its line where there is one, else by asking every few seconds while somebody looks. */
import { openSocketLink, type SocketLike, type SocketLink } from '../citizen/socket-link.ts';
import { browserClock } from '../citizen/clock.ts';

const ASK_EVERY = 5_000;
/** Behind an open line news may still get lost. */
const LOOK_EVERY = 30_000;

type Around = {
  /** Fetches the newest; answers the way to a line, if there is one. */
  ask(): Promise<{ url: string; ticket: string } | undefined>;
  heard(message: unknown): void;
};

export function followSheet({ ask, heard }: Around): { start(): void; now(): void } {
  let link: SocketLink | undefined;
  let callOff: (() => void) | undefined;
  let asking = false;

  const later = (): void => {
    callOff?.();
    callOff = browserClock.after(link?.isOpen() === true ? LOOK_EVERY : ASK_EVERY, () => {
      if (document.visibilityState === 'visible') void now();
      else later();
    });
  };
  const now = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const way = await ask();
    asking = false;
    if (way !== undefined && link === undefined) open(way);
    later();
  };
  const open = ({ url, ticket }: { url: string; ticket: string }): void => {
    link = openSocketLink(new WebSocket(`${url}?ticket=${encodeURIComponent(ticket)}`) as SocketLike, browserClock, {
      opened: () => void now(),
      heard,
      ended() {
        link = undefined;
        later();
      },
    });
  };
  return {
    start() {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void now();
      });
      window.addEventListener('online', () => void now());
      void now();
    },
    now: () => void now(),
  };
}
