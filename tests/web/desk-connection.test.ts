import {
  createDeskConnection,
  type ConnectionEvent,
  type Socket,
  type World,
} from '../../web/console/desk-connection.ts';

type FakeSocket = Socket & { url: string; sent: Record<string, unknown>[]; closed: boolean };
type Reaction = { status: number; body?: unknown; date?: string } | 'no network';

/** A browser whose time, network and sockets the test moves by hand. */
function openWorld(react: (method: string, path: string, init: RequestInit) => Reaction = () => ({ status: 200 })) {
  let now = 1_000_000;
  let timers: { at: number; work: () => void }[] = [];
  const sockets: FakeSocket[] = [];
  const asked: string[] = [];
  const world: World = {
    fetch: (path, init) => {
      asked.push(`${init.method ?? 'GET'} ${path}`);
      const ticket = path === '/api/staff/socket' ? { url: 'ws://office', ticket: 'slip' } : {};
      const reaction = react(init.method ?? 'GET', path, init);
      if (reaction === 'no network') return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(
        new Response(reaction.status === 204 ? null : JSON.stringify(reaction.body ?? ticket), {
          status: reaction.status,
          headers: reaction.date === undefined ? {} : { date: reaction.date },
        }),
      );
    },
    openSocket: (url) => {
      const socket: FakeSocket = {
        url,
        sent: [],
        closed: false,
        onopen: null,
        onmessage: null,
        onclose: null,
        send: (text) => socket.sent.push(JSON.parse(text as string) as Record<string, unknown>),
        close: () => {
          socket.closed = true;
          socket.onclose?.call(socket as unknown as WebSocket, {} as CloseEvent);
        },
      };
      sockets.push(socket);
      return socket;
    },
    now: () => now,
    random: () => 0.5,
    language: () => 'zh',
    after: (ms, work) => {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    world,
    sockets,
    asked,
    settle,
    last: (): FakeSocket => {
      const socket = sockets.at(-1);
      if (socket === undefined) throw new Error('no socket was opened');
      return socket;
    },
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.work();
        await settle();
      }
      now = until;
    },
  };
}
const answer = (socket: FakeSocket): void => {
  socket.onopen?.call(socket as unknown as WebSocket, {} as Event);
};
const hear = (socket: FakeSocket, message: object): void => {
  socket.onmessage?.call(socket as unknown as WebSocket, { data: JSON.stringify(message) } as MessageEvent);
};

async function connected(react?: Parameters<typeof openWorld>[0]) {
  const fake = openWorld(react);
  const connection = createDeskConnection(fake.world);
  const events: ConnectionEvent[] = [];
  connection.listen((event) => events.push(event));
  connection.start();
  await fake.settle();
  answer(fake.last());
  const refreshes = (): number => events.filter((event) => event.type === 'refresh').length;
  return { ...fake, connection, events, refreshes };
}

test('what changes something carries the mark of our own page, what only asks does not', async () => {
  const headers: Record<string, unknown> = {};
  const { world } = openWorld((method, _path, init) => {
    headers[method] = init.headers;
    return { status: 200 };
  });
  const connection = createDeskConnection(world);
  await connection.request('GET', '/api/desk');
  await connection.request('POST', '/api/desk/x/claim', {});
  expect(headers['GET']).toEqual({ 'x-language': 'zh' });
  expect(headers['POST']).toEqual({ 'x-language': 'zh', 'content-type': 'application/json', 'x-bancheng': '1' });
});

test('a refusal keeps its kind, its sentence and what it brought', async () => {
  const { world } = openWorld(() => ({
    status: 409,
    body: { kind: 'stale', sentence: '同事刚刚回过了。', lines: [1] },
  }));
  const refused = await createDeskConnection(world).request('POST', '/x', {});
  expect(refused).toMatchObject({
    ok: false,
    problem: { kind: 'stale', sentence: '同事刚刚回过了。', more: { lines: [1] } },
  });
});

test.each([
  [{ status: 500, body: { kind: 'broken', sentence: 'x' } }, 'broken'],
  [{ status: 503 }, 'offline'],
  ['no network', 'offline'],
] as const)('%j is told apart as %s, with a number to report', async (reaction, kind) => {
  const { world } = openWorld(() => reaction);
  const failed = await createDeskConnection(world).request('GET', '/x');
  if (failed.ok) throw new Error('this must fail');
  expect(failed.problem.kind).toBe(kind);
  expect(failed.problem.reference).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
});

test('a session that ended stops the connection and says so once', async () => {
  const { connection, events, sockets, pass } = await connected((_m, path) =>
    path === '/api/desk'
      ? { status: 401, body: { kind: 'not-allowed', signedOut: true, sentence: '' } }
      : { status: 200 },
  );
  await connection.request('GET', '/api/desk');
  expect(events.at(-1)).toEqual({ type: 'signed-out' });
  expect(sockets[0]?.closed).toBe(true);
  await pass(60_000);
  expect(sockets).toHaveLength(1);
});

test('an open socket asks for everything anew and watches what is on screen', async () => {
  const fake = openWorld();
  const connection = createDeskConnection(fake.world);
  const events: ConnectionEvent[] = [];
  connection.listen((event) => events.push(event));
  connection.watch('C1');
  connection.start();
  await fake.settle();
  expect(fake.last().url).toBe('ws://office?ticket=slip');
  answer(fake.last());
  expect(fake.last().sent).toContainEqual({ action: 'watch', ticket: 'slip', conversation: 'C1' });
  expect(events.map((event) => event.type)).toEqual(['reach', 'refresh']);
});

test('after a dropped socket the lists are asked for, and the next socket watches and refreshes again', async () => {
  const { connection, last, sockets, pass, refreshes } = await connected();
  connection.watch('C1');
  const before = refreshes();
  last().close();
  expect(connection.reach().live).toBe(false);
  await pass(600);
  expect(sockets).toHaveLength(2);
  answer(last());
  expect(last().sent).toContainEqual({ action: 'watch', ticket: 'slip', conversation: 'C1' });
  expect(connection.reach().live).toBe(true);
  expect(refreshes()).toBe(before + 1);
});

test('without a socket the lists are asked for every four seconds, and tries slow down', async () => {
  const office = { opensSockets: true };
  const fake = await connected((_m, path) =>
    path === '/api/staff/socket' && !office.opensSockets ? { status: 500, body: {} } : { status: 200 },
  );
  office.opensSockets = false;
  const before = fake.refreshes();
  fake.last().close();
  await fake.pass(60_000);
  expect(fake.refreshes() - before).toBe(15);
  const tries = fake.asked.filter((path) => path.endsWith('/socket')).length;
  expect(tries).toBeGreaterThan(4);
  expect(tries).toBeLessThan(14);
});

test('news is passed on, and a message of a kind nobody knows is not', async () => {
  const { last, events } = await connected();
  hear(last(), { type: 'typing', id: 'C1' });
  hear(last(), { type: 'surprise', id: 'C1' });
  hear(last(), { type: 'pong' });
  expect(events.filter((event) => event.type === 'typing')).toEqual([{ type: 'typing', id: 'C1' }]);
  expect(events.some((event) => (event.type as string) === 'surprise')).toBe(false);
});

test('a socket that no longer answers a ping is replaced', async () => {
  const { last, sockets, pass, connection } = await connected();
  const first = last();
  await pass(240_000);
  expect(first.sent).toContainEqual({ action: 'ping' });
  await pass(8_100);
  expect(first.closed).toBe(true);
  expect(connection.reach().live).toBe(false);
  await pass(1_000);
  expect(sockets).toHaveLength(2);
});

test('an answered ping keeps the socket, for as long as the platform allows', async () => {
  const { last, sockets, pass } = await connected();
  const first = last();
  for (let minutes = 0; minutes < 108; minutes += 4) {
    await pass(240_000);
    hear(first, { type: 'pong' });
  }
  expect(sockets).toHaveLength(1);
  await pass(240_000);
  expect(sockets).toHaveLength(2);
  expect(first.closed).toBe(false);
  answer(last());
  expect(first.closed).toBe(true);
});

test('while the browser says there is no network, neither an old socket nor a late answer makes it look connected', async () => {
  const { connection, last, pass, events } = await connected();
  const late = connection.request('GET', '/api/desk');
  connection.lost();
  await late;
  hear(last(), { type: 'pong' });
  expect(connection.reach().reachable).toBe(false);
  await pass(10);
  await connection.request('GET', '/api/desk');
  expect(connection.reach().reachable).toBe(true);
  expect(events.filter((event) => event.type === 'refresh').length).toBeGreaterThan(1);
});

test('the first answer after a silence asks for everything again', async () => {
  let down = false;
  const { connection, refreshes } = await connected(() => (down ? 'no network' : { status: 200 }));
  const before = refreshes();
  down = true;
  await connection.request('GET', '/api/desk');
  expect(connection.reach().reachable).toBe(false);
  down = false;
  await connection.request('GET', '/api/desk');
  expect(refreshes()).toBe(before + 1);
});

test('a desk clock that runs wrong is corrected by the server’s time', async () => {
  const { world } = openWorld(() => ({ status: 200, date: new Date(1_000_000 + 90_000).toUTCString() }));
  const connection = createDeskConnection(world);
  await connection.request('GET', '/api/desk');
  expect(connection.now() - world.now()).toBe(90_000);
});

test('stopped, it asks for nothing more', async () => {
  const { connection, asked, pass, last } = await connected();
  connection.stop();
  expect(last().closed).toBe(true);
  const before = asked.length;
  await pass(3_600_000);
  expect(asked).toHaveLength(before);
});
