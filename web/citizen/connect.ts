/** Ties the transport to this browser: its network, its clock, its storage, its events. */
import { browserClock } from './clock.ts';
import { newDelivery } from './delivery-id.ts';
import { browserHttp } from './office-http.ts';
import { createOutbox, UNSENT_PREFIX } from './outbox.ts';
import type { SocketLike } from './socket-link.ts';
import { createTransport, type Snapshot, type Transport } from './transport.ts';

export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}

/** One name per tab, kept through a reload, so that a reloaded page knows its own unsent messages at once. */
function tabName(): string {
  const box = browserStorage('sessionStorage');
  const name = box?.getItem('bancheng:tab') ?? newDelivery(crypto);
  try {
    box?.setItem('bancheng:tab', name);
  } catch {
    // Then the tab gets a new name after a reload and takes its messages over a little later.
  }
  return name;
}

export function connectHere(changed: (snapshot: Snapshot) => void, wishes: () => Record<string, string>): Transport {
  const transport = createTransport(
    {
      http: browserHttp,
      openSocket: (url) => new WebSocket(url) as SocketLike,
      clock: browserClock,
      random: Math.random,
      newDelivery: () => newDelivery(crypto),
      isVisible: () => document.visibilityState === 'visible',
      wishes,
      outbox: createOutbox(browserStorage('localStorage'), tabName(), () => Date.now()),
    },
    changed,
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') transport.woke();
  });
  // A page taken out of the back-forward cache, a network that is back.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) transport.woke();
  });
  window.addEventListener('online', () => {
    transport.woke();
  });
  // Another tab of this person got something acknowledged: there are new lines for this one too.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(UNSENT_PREFIX) && newValue === null) transport.woke();
  });
  window.addEventListener('offline', () => {
    transport.wentOffline();
  });
  return transport;
}
