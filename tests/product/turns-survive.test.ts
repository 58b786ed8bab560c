/**
 * Twenty pages with the real transport talk to the running product while sockets are dropped, messages are repeated and the
 * functions are killed: what was typed arrives once, in order, and is answered.
 */
import { randomInt, randomUUID } from 'node:crypto';
import type { CitizenLine } from '../../models/conversation/views.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { Http } from '../../web/citizen/office-http.ts';
import { createOutbox } from '../../web/citizen/outbox.ts';
import type { SocketLike } from '../../web/citizen/socket-link.ts';
import { createTransport, type Snapshot } from '../../web/citizen/transport.ts';
import { OPEN_HOURS, startProduct, type Running } from '../browser/product.ts';

const PAGES = 20;
const TURNS = 101;
/** Waiting and backing off pass three times as fast for the pages, so that many drops fit into a minute; faster, a busy machine's answers would count as lost. */
const FAST = 3;
const born = Date.now();
const WORDS = [
  '驾照丢了怎么补',
  '要多少钱',
  '几天',
  '车贷还清了解抵押',
  '谢谢',
  '今天上班吗',
  '新车上牌带啥',
  '网上能办吗',
];

let product: Running;
beforeAll(async () => {
  // What follows a turn is tested elsewhere; two thousand turns with it take twice the time.
  product = await startProduct(OPEN_HOURS, false);
}, 90_000);
afterAll(() => product.stop());

type Visit = { said: string[]; filed(): Promise<CitizenLine[]>; repeats: number };

async function visit(): Promise<Visit> {
  let cookie = '';
  let repeats = 0;
  const http: Http = async (method, path, body) => {
    // The network repeats some requests, too: on a slow machine most messages take this way.
    if (method === 'POST' && path === '/api/chat/messages' && randomInt(10) === 0) {
      repeats += 1;
      await fetched(method, path, body).catch(() => undefined);
    }
    return fetched(method, path, body);
  };
  const fetched: Http = async (method, path, body) => {
    const answer = await fetch(`${product.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(8000),
    });
    const set = answer.headers.getSetCookie()[0];
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // A page that is not ours, such as the front's own error.
    }
    return { status: answer.status, body: parsed };
  };
  const openSocket = (url: string): SocketLike => {
    const socket = new WebSocket(url) as unknown as SocketLike & { readyState: number };
    const send = socket.send.bind(socket);
    socket.send = (text) => {
      send(text);
      // The network repeats some messages and cuts some lines after the message has left.
      if (randomInt(10) === 0) {
        repeats += 1;
        send(text);
      }
      if (randomInt(24) === 0)
        setTimeout(() => {
          socket.close();
        }, randomInt(6));
    };
    return socket;
  };
  let latest: Snapshot | undefined;
  let wake: () => void = () => undefined;
  const transport = createTransport(
    {
      http,
      openSocket,
      clock: {
        now: () => born + (Date.now() - born) * FAST,
        after: (ms, run) => {
          const t = setTimeout(run, ms / FAST);
          return () => {
            clearTimeout(t);
          };
        },
      },
      random: Math.random,
      newDelivery: () => randomUUID() as DeliveryId,
      isVisible: () => true,
      wishes: () => ({}),
      outbox: createOutbox(undefined, 'tab', () => Date.now()),
    },
    (snapshot) => {
      latest = snapshot;
      wake();
    },
  );
  transport.start();
  const said: string[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const text = `${WORDS[turn % WORDS.length] ?? ''}（${String(turn)}）`;
    said.push(text);
    transport.say({ type: 'text', text });
    if (randomInt(4) > 0) await empty();
  }
  await empty();
  transport.stop();

  async function empty(): Promise<void> {
    const until = Date.now() + 120_000;
    while (latest === undefined || latest.unsent.length > 0) {
      if (Date.now() > until)
        throw new Error(`stuck: ${latest?.connection ?? 'nothing'} with ${String(latest?.unsent.length)} unsent`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 200);
      });
    }
  }
  /** What the office has filed, page by page. */
  const filed = async (): Promise<CitizenLine[]> => {
    const lines = new Map<number, CitizenLine>();
    for (let after = 0, more = true; more;) {
      const { body } = await http('GET', `/api/chat?after=${String(after)}`);
      const chat = body as { lines: CitizenLine[]; more: boolean };
      for (const line of chat.lines) lines.set(line.seq, line);
      after = Math.max(after, ...chat.lines.map((line) => line.seq));
      ({ more } = chat);
    }
    return [...lines.values()].sort((one, two) => one.seq - two.seq);
  };
  return { said, filed, repeats };
}

test(`of ${String(PAGES * TURNS)} turns with dropped lines, repeats and killed functions none is lost, none doubled, none out of order`, async () => {
  let over = false;
  const killing = (async () => {
    for (let kills = 0; kills < 2 && !(over as boolean); kills++) {
      await new Promise((resolve) => setTimeout(resolve, 6000 + randomInt(3000)));
      if (!(over as boolean)) await product.crashFunctions();
    }
  })();
  const dropping = setInterval(() => {
    product.dropSockets();
  }, 5000);
  const visits = await Promise.all(Array.from({ length: PAGES }, visit));
  over = true;
  clearInterval(dropping);
  await killing;

  for (const { said, filed } of visits) {
    const ordered = await filed();
    expect(ordered.map((line) => line.seq)).toEqual(ordered.map((_, i) => i + 1));
    const words = ordered
      .filter((line) => line.from === 'citizen')
      .map((line) => (line.content.type === 'text' ? line.content.text : ''));
    expect(words).toEqual(said);
    expect(new Set(ordered.filter((line) => line.from === 'citizen').map((line) => line.delivery)).size).toBe(TURNS);
  }
  expect(visits.reduce((sum, v) => sum + v.repeats, 0)).toBeGreaterThan(50);
}, 600_000);
