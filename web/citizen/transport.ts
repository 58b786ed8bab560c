/**
 * Carries a conversation between this page and the office so that nothing is lost and nothing doubled:
 * a message keeps its delivery number until it is acknowledged, one is under way at a time, and whatever came
 * while the line was down is asked for by number. Without a socket it posts and asks every three seconds.
 */
import type { CitizenContent } from '../../models/conversation/content.ts';
import type { ChangeSettings } from '../../models/conversation/requests.ts';
import type { CitizenLine, CitizenView } from '../../models/conversation/views.ts';
import type { ShownSheet } from '../../models/sheet/views.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { Clock } from './clock.ts';
import { drawingIn, type LiveDrawing } from './live-drawing.ts';
import { createLineBook } from './line-book.ts';
import {
  hasConversation,
  isRefusal,
  type Answer,
  type ChatOpened,
  type Http,
  type LinesArrived,
  type OfficeFacts,
  type OfficeName,
} from './office-http.ts';
import { createSender, type Stuck } from './sender.ts';
import { createTimers } from './timers.ts';
import type { Outbox, Unsent } from './outbox.ts';
import { openSocketLink, type LinkEnd, type SocketLike, type SocketLink } from './socket-link.ts';

/** `trouble`: the office was reached and did not manage; `offline`: it was not reached. */
type Connection = 'opening' | 'live' | 'polling' | 'offline' | 'trouble';

export type Snapshot = {
  connection: Connection;
  /** The whole of the past is here. */
  loaded: boolean;
  conversation: CitizenView | undefined;
  lines: readonly CitizenLine[];
  unsent: readonly Unsent[];
  /** The message that is on its way at this moment. */
  underWay: DeliveryId | undefined;
  /** The message that the office failed on and that will be tried again, and what it said, if anything. */
  stuck: Stuck | undefined;
  office: OfficeFacts | undefined;
  offices: readonly OfficeName[];
  officerTyping: boolean;
  /** This page is a helper's in somebody's talk. */
  helping: boolean;
  /** The helper was taken back: what is on screen is not theirs to read any more. */
  out: boolean;
  /** What the officer is marking at this moment. */
  drawing: LiveDrawing | undefined;
  /** Guidance sheets of this talk that changed while it is open, by id. */
  sheets: Readonly<Record<string, ShownSheet>>;
};

type Around = {
  http: Http;
  openSocket(url: string): SocketLike;
  clock: Clock;
  random(): number;
  newDelivery(): DeliveryId;
  isVisible(): boolean;
  /** What the person chose on this device: office, language, big type. */
  wishes(): Record<string, string>;
  outbox: Outbox;
};

export type Transport = {
  start(): void;
  stop(): void;
  say(content: CitizenContent): DeliveryId;
  retry(): void;
  sayAgain(delivery: DeliveryId): void;
  discard(delivery: DeliveryId): void;
  markRead(seq: number): void;
  typing(): void;
  change(settings: ChangeSettings): Promise<boolean>;
  restart(): Promise<boolean>;
  /** The page is looked at again, or the network is back. */
  woke(): void;
  wentOffline(): void;
  request: Http;
};

const SECOND = 1000;
const POLL_EVERY = 3 * SECOND;
const ASK_AGAIN_AFTER = 2 * SECOND;
/** While a person waits or talks with an officer, a push that got lost is noticed within this time. */
const LOOK_EVERY = 20 * SECOND;
const TYPING_SHOWN = 6 * SECOND;
/** A page that was closed in the middle of a drawing takes nothing back. */
const DRAWING_SHOWN = 90 * SECOND;
/** A socket that lived this long was a good one: its end is answered at once. */
const GOOD_SOCKET = 10 * SECOND;

type Reached = 'ok' | 'offline' | 'trouble';

export function createTransport(around: Around, changed: (snapshot: Snapshot) => void): Transport {
  const { clock, outbox } = around;
  const timers = createTimers(clock);
  const book = createLineBook();
  let stopped = false;
  let view: CitizenView | undefined;
  let office: OfficeFacts | undefined;
  let offices: readonly OfficeName[] = [];
  let ticket: ChatOpened['socket'] | undefined;
  let loaded = false;
  let reached: Reached | 'not-yet' = 'not-yet';
  let link: SocketLink | undefined;
  let openedAt = 0;
  let socketFailures = 0;
  let socketNotBefore = 0;
  let httpFailures = 0;
  let catching: Promise<Reached> | undefined;
  let readUpTo = 0;
  let officerTyping = false;
  let helping = false;
  let out = false;
  let drawing: LiveDrawing | undefined;
  let sheets: Snapshot['sheets'] = {};

  const backoff = (failures: number): number =>
    Math.min(30 * SECOND, SECOND * 2 ** Math.min(failures - 1, 5)) * (0.5 + around.random() / 2);
  const reply = (...request: Parameters<Http>): Promise<Answer | undefined> =>
    around.http(...request).catch(() => undefined);
  const sendOnSocket = (message: object): void => {
    link?.send({ ...message, ticket: ticket?.ticket ?? '' });
  };
  const askBehind = (): void => {
    sendOnSocket({ action: 'after', after: book.last() });
  };
  const isLive = (): boolean => link?.isOpen() === true;

  const tell = (): void => {
    if (stopped) return;
    changed({
      connection: isLive() ? 'live' : reached === 'not-yet' ? 'opening' : reached === 'ok' ? 'polling' : reached,
      loaded,
      conversation: view,
      lines: book.shown(),
      unsent: outbox.all(),
      underWay: sender.underWay(),
      stuck: sender.stuck(),
      office,
      offices,
      officerTyping,
      helping,
      out,
      drawing,
      sheets,
    });
  };

  const sender = createSender(outbox, clock, timers, backoff, {
    isUp: () => !stopped && loaded && (reached === 'ok' || isLive()),
    hasSocket: isLive,
    sendOnSocket,
    checkSocket: () => link?.check(),
    post: (message) => reply('POST', '/api/chat/messages', message),
    last: book.last,
    arrived(lines) {
      if (!take(lines)) void catchUp();
    },
    notReached() {
      reached = 'offline';
      httpFailures += 1;
      pollSoon(backoff(httpFailures));
    },
    renewTicket: () => {
      renewTicket();
    },
    changed: tell,
  });

  // What comes in

  /** False if it belongs to another conversation than the one on this page. */
  const take = ({ conversation, lines }: LinesArrived): boolean => {
    if (view && view.id !== conversation.id) return false;
    if (!view || conversation.lastSeq >= view.lastSeq) view = conversation;
    book.add(lines);
    for (const line of lines) {
      if (line.delivery !== undefined) sender.acknowledge(line.delivery);
      if (line.from === 'officer') officerTyping = false;
      if (line.from === 'officer' && line.content.type === 'drawing') drawing = undefined;
    }
    if (book.isMissing(view.lastSeq)) askForMissing();
    lookLater();
    return true;
  };

  /** Any answer may leave a gap; it is asked for until it is closed, ever more slowly. */
  const askForMissing = (again = 0): void => {
    if (timers.isSet('missing') || catching) return;
    if (isLive() && again < 2) askBehind();
    else if (again > 0) void catchUp();
    timers.later('missing', again < 2 ? ASK_AGAIN_AFTER : backoff(again), () => {
      if (view && book.isMissing(view.lastSeq)) askForMissing(again + 1);
    });
  };

  const lookLater = (): void => {
    const state = view?.state.name;
    if (state !== 'waiting-for-officer' && state !== 'with-officer') {
      timers.callOff('look');
      return;
    }
    if (timers.isSet('look')) return;
    timers.later('look', LOOK_EVERY, () => {
      if (around.isVisible() && isLive()) askBehind();
      lookLater();
    });
  };

  const forget = (): void => {
    view = undefined;
    book.empty();
    readUpTo = 0;
    officerTyping = false;
    drawing = undefined;
  };
  const open = (opened: ChatOpened): void => {
    ({ office, offices, socket: ticket } = opened);
    helping = opened.helping === true;
    take(opened);
  };

  /** Fetches everything behind the last line; one run at a time. */
  const catchUp = (): Promise<Reached> => {
    catching ??= fetchBehind()
      .then((result) => {
        reached = result;
        if (result === 'ok') loaded = true;
        return result;
      })
      .finally(() => {
        catching = undefined;
        if (view && book.isMissing(view.lastSeq)) askForMissing(1);
        tell();
        sender.drain();
      });
    return catching;
  };
  const fetchBehind = async (): Promise<Reached> => {
    for (;;) {
      const before = view?.id;
      const after = book.last();
      const query = new URLSearchParams({ ...around.wishes(), after: String(after) });
      const answer = await reply('GET', `/api/chat?${query.toString()}`);
      if (answer === undefined) return 'offline';
      if (answer.status !== 200 || !hasConversation(answer.body)) return 'trouble';
      const opened = answer.body as ChatOpened;
      // Meanwhile somebody began anew on this page: this answer speaks of the past.
      if (view?.id !== before) continue;
      if (view && view.id !== opened.conversation.id) {
        forget();
        if (after > 0) continue;
      }
      open(opened);
      if (!opened.more || book.last() === after) return 'ok';
    }
  };

  const heard = (message: unknown): void => {
    const said = message as { type?: string; seq?: number; delivery?: DeliveryId; sheet?: ShownSheet };
    if (said.type === 'lines' && hasConversation(message)) {
      if (!take(message)) void catchUp();
      else if (said.delivery !== undefined) sender.acknowledge(said.delivery);
    } else if (said.type === 'refused' && isRefusal(message)) {
      if (said.delivery !== undefined) sender.refused(said.delivery, message);
      else if (message.kind === 'not-allowed') renewTicket();
    } else if (said.type === 'out') {
      forget();
      out = true;
    } else if (said.type === 'typing') {
      officerTyping = true;
      timers.later('typing', TYPING_SHOWN, () => {
        officerTyping = false;
        tell();
      });
    } else if (said.type === 'drawing') {
      drawing = drawingIn(message);
      timers.later('drawing', DRAWING_SHOWN, () => {
        drawing = undefined;
        tell();
      });
    } else if (said.type === 'sheet' && said.sheet !== undefined) {
      sheets = { ...sheets, [said.sheet.id]: said.sheet };
    } else if (said.type === 'read' && typeof said.seq === 'number' && view) {
      view = { ...view, readByOfficer: Math.max(view.readByOfficer, said.seq) };
    } else return;
    tell();
    sender.drain();
  };

  // The line: a socket if it opens, asking every three seconds until it does

  const pollSoon = (ms: number): void => {
    timers.later('poll', ms, () => {
      void poll();
    });
  };
  const poll = async (): Promise<void> => {
    if (stopped || isLive()) return;
    if (loaded && !around.isVisible() && outbox.head() === undefined) {
      pollSoon(POLL_EVERY);
      return;
    }
    const result = await catchUp();
    if (isLive()) return;
    httpFailures = result === 'ok' ? 0 : httpFailures + 1;
    if (result === 'ok') openLink();
    pollSoon(result === 'ok' ? POLL_EVERY : backoff(httpFailures));
  };

  const openLink = (): void => {
    if (stopped || link || ticket === undefined || clock.now() < socketNotBefore) return;
    const { url, ticket: pass } = ticket;
    const mine = openSocketLink(around.openSocket(`${url}?ticket=${encodeURIComponent(pass)}`), clock, {
      opened() {
        if (link !== mine) return;
        openedAt = clock.now();
        timers.callOff('poll');
        askBehind();
        tell();
        sender.drain();
      },
      heard,
      ended(why) {
        if (link === mine) lost(why);
      },
    });
    link = mine;
  };
  const lost = (why: LinkEnd): void => {
    const good = openedAt > 0 && clock.now() - openedAt >= GOOD_SOCKET;
    link = undefined;
    openedAt = 0;
    socketFailures = good ? 0 : socketFailures + 1;
    socketNotBefore = good || why === 'planned' ? 0 : clock.now() + backoff(socketFailures);
    sender.lostSocket();
    tell();
    pollSoon(0);
  };
  const drop = (): void => {
    link?.close();
    link = undefined;
    openedAt = 0;
    sender.letGo();
  };
  const renewTicket = (): void => {
    drop();
    pollSoon(0);
  };
  const startOver = (): void => {
    httpFailures = 0;
    socketNotBefore = 0;
    sender.hurry();
    if (isLive()) {
      link?.check();
      askBehind();
      sender.drain();
    } else pollSoon(0);
  };

  return {
    start() {
      outbox.adopt();
      tell();
      void poll();
    },
    stop() {
      stopped = true;
      link?.close();
      timers.stop();
    },
    say(content) {
      const { delivery } = outbox.add(around.newDelivery(), content);
      tell();
      sender.drain();
      return delivery;
    },
    retry: startOver,
    sayAgain(delivery) {
      outbox.renew(delivery);
      tell();
      sender.drain();
    },
    discard(delivery) {
      outbox.remove(delivery);
      tell();
    },
    markRead(seq) {
      if (seq <= readUpTo) return;
      readUpTo = seq;
      if (isLive()) sendOnSocket({ action: 'read', seq });
      else void reply('POST', '/api/chat/read', { seq });
    },
    typing() {
      if (!isLive() || view?.state.name !== 'with-officer' || timers.isSet('said-typing')) return;
      timers.later('said-typing', 4 * SECOND, () => undefined);
      sendOnSocket({ action: 'typing' });
    },
    async change(settings) {
      const answer = await reply('POST', '/api/chat/settings', settings);
      if (answer?.status !== 200 || !hasConversation(answer.body)) return false;
      take({ conversation: answer.body.conversation, lines: [] });
      // Another office has other facts, and the ticket names what was chosen.
      await catchUp();
      tell();
      return true;
    },
    async restart() {
      const answer = await reply('POST', '/api/chat/restart', {});
      if (answer?.status !== 200 || !hasConversation(answer.body)) return false;
      forget();
      open(answer.body as ChatOpened);
      // The open socket belongs to the talk that has ended.
      drop();
      socketNotBefore = 0;
      openLink();
      pollSoon(POLL_EVERY);
      tell();
      sender.drain();
      return true;
    },
    woke: startOver,
    wentOffline() {
      drop();
      if (loaded || reached !== 'not-yet') reached = 'offline';
      httpFailures += 1;
      pollSoon(backoff(httpFailures));
      tell();
    },
    request: around.http,
  };
}
