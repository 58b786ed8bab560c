/** An office, a bad line to it and a clock whose hands a test turns: everything the transport sees of the world. */
import type { CitizenContent } from '../../models/conversation/content.ts';
import type { CitizenLine, CitizenView } from '../../models/conversation/views.ts';
import type { Clock } from '../../web/citizen/clock.ts';
import type { Answer, Http } from '../../web/citizen/office-http.ts';
import type { Box } from '../../web/citizen/outbox.ts';
import type { SocketLike } from '../../web/citizen/socket-link.ts';

export function createFakeClock(start = 1_790_000_000_000): Clock & { turn(ms: number): Promise<void> } {
  let now = start;
  let born = 0;
  const due = new Map<number, { at: number; run: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    after(ms, run) {
      const id = ++born;
      due.set(id, { at: now + ms, run });
      return () => due.delete(id);
    },
    async turn(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        let next: [number, { at: number; run: () => void }] | undefined;
        for (const entry of due) if (entry[1].at <= until && (!next || entry[1].at < next[1].at)) next = entry;
        if (!next) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
        await settle();
      }
      now = until;
    },
  };
}

export function createBox(): Box & { keys(): string[] } {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (i) => [...held.keys()][i] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  };
}

/** What may go wrong on the way; each is asked anew for every message. */
export type Weather = {
  /** Milliseconds a message takes. */
  delay(): number;
  request(): 'fine' | 'lost' | 'answer-lost' | 'broken';
  socketOpens(): boolean;
  /** Of a message in either direction. */
  frame(): 'fine' | 'lost' | 'twice' | 'cut';
};
export const fairWeather: Weather = {
  delay: () => 20,
  request: () => 'fine',
  socketOpens: () => true,
  frame: () => 'fine',
};

type FakeSocket = SocketLike & { open: boolean; conversation: string };
type Talk = { id: string; lines: CitizenLine[]; state: CitizenView['state']; readByOfficer: number };

export function createFakeOffice(clock: Clock, weather: () => Weather) {
  const talks: Talk[] = [];
  const sockets = new Set<FakeSocket>();
  const requests: { method: string; path: string; body: unknown }[] = [];
  /** A refusal for the next message said, by its text. */
  const refusals = new Map<string, { status: number; body: object }>();

  const begin = (): Talk => {
    const talk: Talk = { id: `talk-${talks.length + 1}`, lines: [], state: { name: 'with-bot' }, readByOfficer: 0 };
    talks.push(talk);
    return talk;
  };
  const current = (): Talk => talks[talks.length - 1] ?? begin();
  const viewOf = (talk: Talk) =>
    ({
      id: talk.id,
      office: 'yinchuan',
      language: 'zh',
      elder: false,
      lastSeq: talk.lines.length,
      readByOfficer: talk.readByOfficer,
      state: talk.state,
      rated: false,
    }) as CitizenView;
  const write = (
    talk: Talk,
    from: CitizenLine['from'],
    content: CitizenLine['content'] | CitizenContent,
    delivery?: string,
  ): CitizenLine => {
    const line = {
      seq: talk.lines.length + 1,
      at: new Date(clock.now()).toISOString(),
      from,
      content,
      ...(delivery === undefined ? {} : { delivery }),
    } as CitizenLine;
    talk.lines.push(line);
    return line;
  };
  /** One message has one effect, however often it is delivered. */
  const accept = (talk: Talk, delivery: string, content: CitizenContent): void => {
    if (talk.lines.some((line) => line.delivery === delivery)) return;
    write(talk, 'citizen', content, delivery);
    if (talk.state.name === 'with-bot') write(talk, 'bot', { type: 'reply', say: '好。', buttons: [] });
  };
  const refusalOf = (content: CitizenContent) => (content.type === 'text' ? refusals.get(content.text) : undefined);
  const behind = (talk: Talk, after: number): CitizenLine[] => talk.lines.filter((line) => line.seq > after);
  const deliver = (socket: FakeSocket, message: object): void => {
    const fate = weather().frame();
    if (fate === 'cut') {
      cut(socket);
      return;
    }
    if (fate === 'lost') return;
    for (let i = 0; i < (fate === 'twice' ? 2 : 1); i++)
      clock.after(weather().delay(), () => {
        if (socket.open) socket.onmessage?.({ data: JSON.stringify(message) });
      });
  };
  const cut = (socket: FakeSocket): void => {
    if (!sockets.delete(socket)) return;
    socket.open = false;
    clock.after(1, () => socket.onclose?.());
  };
  const push = (talk: Talk, lines: CitizenLine[]): void => {
    for (const socket of sockets)
      if (socket.open && socket.conversation === talk.id)
        deliver(socket, { type: 'lines', id: talk.id, conversation: viewOf(talk), lines });
  };
  const wait = (): Promise<void> => new Promise((resolve) => clock.after(weather().delay(), resolve));

  const answer = (method: string, path: string, body: unknown): Answer => {
    const talk = current();
    if (path.startsWith('/api/chat?')) {
      const after = Number(new URLSearchParams(path.split('?')[1]).get('after'));
      const page = behind(talk, after);
      return {
        status: 200,
        body: {
          conversation: viewOf(talk),
          lines: page.slice(0, 7),
          more: page.length > 7,
          socket: { url: 'ws://office', ticket: talk.id },
          office: { id: 'yinchuan' },
          offices: [],
        },
      };
    }
    if (path === '/api/chat/messages') {
      const said = body as { delivery: string; content: CitizenContent; after: number };
      const refusal = refusalOf(said.content);
      if (refusal) return refusal;
      const before = talk.lines.length;
      accept(talk, said.delivery, said.content);
      push(talk, talk.lines.slice(before));
      return { status: 200, body: { conversation: viewOf(talk), lines: behind(talk, said.after) } };
    }
    if (path === '/api/chat/restart') {
      const next = begin();
      return {
        status: 200,
        body: {
          conversation: viewOf(next),
          lines: [],
          more: false,
          socket: { url: 'ws://office', ticket: next.id },
          office: { id: 'yinchuan' },
          offices: [],
        },
      };
    }
    return { status: method === 'POST' ? 204 : 404, body: undefined };
  };

  const http: Http = async (method, path, body) => {
    requests.push({ method, path, body });
    const fate = weather().request();
    await wait();
    if (fate === 'lost') throw new TypeError('no network');
    const got: Answer = fate === 'broken' ? { status: 503, body: undefined } : answer(method, path, body);
    await wait();
    if (fate === 'answer-lost') throw new TypeError('no network');
    return got;
  };

  const openSocket = (url: string): SocketLike => {
    const socket: FakeSocket = {
      open: false,
      conversation: decodeURIComponent(url.split('ticket=')[1] ?? ''),
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      close() {
        socket.open = false;
        sockets.delete(socket);
      },
      send(text) {
        if (!socket.open) return;
        const fate = weather().frame();
        if (fate === 'cut') cut(socket);
        if (fate === 'cut' || fate === 'lost') return;
        for (let i = 0; i < (fate === 'twice' ? 2 : 1); i++)
          clock.after(weather().delay(), () => {
            receive(socket, JSON.parse(text) as { action: string });
          });
      },
    };
    sockets.add(socket);
    if (weather().socketOpens())
      clock.after(weather().delay(), () => {
        if (!sockets.has(socket)) return;
        socket.open = true;
        socket.onopen?.();
      });
    return socket;
  };
  const receive = (socket: FakeSocket, message: { action: string }): void => {
    requests.push({ method: 'SOCKET', path: message.action, body: message });
    const talk = talks.find(({ id }) => id === socket.conversation);
    if (message.action === 'ping') deliver(socket, { type: 'pong' });
    else if (talk && message.action === 'after')
      deliver(socket, {
        type: 'lines',
        id: talk.id,
        conversation: viewOf(talk),
        lines: behind(talk, (message as { after?: number }).after ?? 0),
      });
    else if (talk && message.action === 'say') {
      const said = message as { action: string; delivery: string; content: CitizenContent; after: number };
      const refusal = refusalOf(said.content);
      if (refusal) {
        deliver(socket, { type: 'refused', delivery: said.delivery, ...refusal.body });
        return;
      }
      accept(talk, said.delivery, said.content);
      for (const other of sockets)
        if (other.open && other.conversation === talk.id)
          deliver(other, {
            type: 'lines',
            id: talk.id,
            conversation: viewOf(talk),
            lines: behind(talk, said.after),
            ...(other === socket ? { delivery: said.delivery } : {}),
          });
    }
  };

  return {
    http,
    openSocket,
    requests,
    refusals,
    sockets,
    talk: current,
    officerSays(text: string) {
      push(current(), [write(current(), 'officer', { type: 'text', text })]);
    },
    setState(state: CitizenView['state']) {
      current().state = state;
    },
    cutAll() {
      for (const socket of sockets) cut(socket);
    },
  };
}
