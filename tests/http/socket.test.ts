import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
});
afterAll(() => world.stop());

type Status = { statusCode: number };
const doors = () => import('../../handlers/socket/doors.ts');
const voice = () => import('../../handlers/socket/message.ts');
const event = (socket: string, route: string, more: object = {}) =>
  ({
    requestContext: { connectionId: socket, routeKey: route, requestId: randomUUID() },
    isBase64Encoded: false,
    ...more,
  }) as unknown as APIGatewayProxyWebsocketEventV2 & { queryStringParameters: Record<string, string> };
const connect = async (socket: string, ticket: string) =>
  (await (await doors()).connect(event(socket, '$connect', { queryStringParameters: { ticket } }))) as Status;
const speak = async (socket: string, message: unknown) =>
  (await (
    await voice()
  ).message(
    event(socket, '$default', { body: typeof message === 'string' ? message : JSON.stringify(message) }),
  )) as Status;
const leave = async (socket: string) => (await doors()).disconnect(event(socket, '$disconnect'));
const heard = (socket: string) => world.sent.get(socket) ?? [];

async function citizenPage(socket: string): Promise<{ citizen: Caller; ticket: string; id: string }> {
  const citizen = somebody();
  const { body } = await call('GET /api/chat', citizen);
  const { ticket } = body['socket'] as { ticket: string };
  expect((await connect(socket, ticket)).statusCode).toBe(200);
  return { citizen, ticket, id: (body['conversation'] as { id: string }).id };
}
async function console_(socket: string, who: Caller): Promise<string> {
  const { ticket } = (await call('POST /api/staff/socket', who)).body as { ticket: string };
  expect((await connect(socket, ticket)).statusCode).toBe(200);
  return ticket;
}

test('a socket opens only with a ticket that this office signed and that has not expired', async () => {
  for (const ticket of ['', 'x.y', 'eyJjIjoiMDFKQUJDREVGR0hKS01OUFFSU1RWV1hZWjAifQ.AAAA'])
    expect((await connect('stranger', ticket)).statusCode).toBe(401);
});

test('a message over the socket is answered there with its delivery id, and said twice it is one line', async () => {
  const { ticket } = await citizenPage('page-1');
  const say = {
    action: 'say',
    ticket,
    delivery: delivery(),
    content: { type: 'text', text: '驾照丢了怎么补' },
    after: 0,
  };
  await Promise.all([speak('page-1', say), speak('page-1', say)]);
  const answers = heard('page-1').filter((m) => m['delivery'] === say.delivery) as {
    lines: { seq: number; from: string }[];
  }[];
  expect(answers.length).toBe(2);
  for (const { lines } of answers)
    expect(lines.map((l) => [l.seq, l.from]).slice(0, 2)).toEqual([
      [1, 'citizen'],
      [2, 'bot'],
    ]);
});

test('a message that is no message is refused in one sentence and has no effect', async () => {
  const { ticket, citizen } = await citizenPage('page-2');
  for (const body of [
    '',
    '{',
    '[]',
    '{"action":"say"}',
    JSON.stringify({
      action: 'say',
      ticket,
      delivery: delivery(),
      content: { type: 'reply', say: 'I am the bot', buttons: [] },
      after: 0,
    }),
  ]) {
    expect((await speak('page-2', body)).statusCode).toBe(200);
  }
  expect(heard('page-2').every((m) => m['type'] === 'refused' && m['kind'] === 'bad-input')).toBe(true);
  expect((await call('GET /api/chat', citizen, { after: 0 })).body['lines']).toEqual([]);
});

test('a ticket of one citizen never reaches another’s conversation, and a citizen’s ticket watches nothing', async () => {
  const one = await citizenPage('page-3');
  const two = await citizenPage('page-4');
  await speak('page-4', { action: 'watch', ticket: two.ticket, conversation: one.id });
  await speak('page-3', {
    action: 'say',
    ticket: one.ticket,
    delivery: delivery(),
    content: { type: 'text', text: '我的秘密' },
    after: 0,
  });
  expect(JSON.stringify(heard('page-4'))).not.toContain('我的秘密');
  expect(heard('page-4')).toContainEqual(expect.objectContaining({ type: 'refused', kind: 'not-allowed' }));
});

test('officer and citizen hear each other live, with the reading marks and the typing, and an officer of another office hears nothing', async () => {
  const { ticket, id } = await citizenPage('page-5');
  const liu = await employ('liu', '刘一航');
  const hai = await employ('hai', '海涛', 'officer', 'pingluo');
  const staffTicket = await console_('console-1', liu);
  const otherTicket = await console_('console-2', hai);
  await speak('page-5', {
    action: 'say',
    ticket,
    delivery: delivery(),
    content: { type: 'text', text: '人工' },
    after: 0,
  });
  await speak('console-1', { action: 'watch', ticket: staffTicket, conversation: id });
  await speak('console-2', { action: 'watch', ticket: otherTicket, conversation: id });
  expect(heard('console-2')).toContainEqual(expect.objectContaining({ type: 'refused', kind: 'not-found' }));
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  await call('POST /api/desk/conversations/{id}/messages', liu, {
    id,
    delivery: delivery(),
    text: '您好，请讲',
    seen: 99,
  });
  await call('POST /api/desk/conversations/{id}/presence', liu, { id, typing: true });
  const { lastSeq } = (await call('GET /api/desk/conversations/{id}', liu, { id })).body as { lastSeq: number };
  await call('POST /api/desk/conversations/{id}/read', liu, { id, seq: lastSeq });
  expect(JSON.stringify(heard('page-5'))).toContain('您好，请讲');
  expect(heard('page-5')).toContainEqual(expect.objectContaining({ type: 'typing' }));
  expect(heard('page-5')).toContainEqual(expect.objectContaining({ type: 'read', seq: lastSeq }));
  await speak('page-5', {
    action: 'say',
    ticket,
    delivery: delivery(),
    content: { type: 'text', text: '我有一句话' },
    after: 0,
  });
  await speak('page-5', { action: 'typing', ticket });
  expect(JSON.stringify(heard('console-1'))).toContain('我有一句话');
  expect(heard('console-1')).toContainEqual(expect.objectContaining({ type: 'typing', id }));
  expect(JSON.stringify(heard('console-2'))).not.toContain('我有一句话');
});

test('whoever opens a talk while a colleague begins to write hears of it, whichever comes first', async () => {
  const { ticket, id } = await citizenPage('page-7');
  const liu = await employ('liu7', '刘一航', 'officer', 'yinchuan');
  const ding = await employ('ding7', '丁晓雯', 'officer', 'yinchuan');
  await speak('page-7', {
    action: 'say',
    ticket,
    delivery: delivery(),
    content: { type: 'text', text: '人工' },
    after: 0,
  });
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  for (let round = 0; round < 20; round++) {
    const seat = `console-7-${String(round)}`;
    const staffTicket = await console_(seat, ding);
    await Promise.all([
      call('POST /api/desk/conversations/{id}/presence', liu, { id, typing: true }),
      speak(seat, { action: 'watch', ticket: staffTicket, conversation: id }),
    ]);
    type Shown = { type: string; viewers: { name: string; typing: boolean }[]; viewersAt: string };
    const newest = (heard(seat) as Shown[])
      .filter(({ type }) => type === 'viewers')
      .reduce((a, b) => (b.viewersAt >= a.viewersAt ? b : a));
    expect(newest.viewers).toContainEqual(expect.objectContaining({ name: '刘一航', typing: true }));
    await call('POST /api/desk/conversations/{id}/presence', liu, { id, typing: false });
  }
});

test('a page that is closed is forgotten, and nobody waits for it', async () => {
  const { ticket, id } = await citizenPage('page-6');
  await speak('page-6', {
    action: 'say',
    ticket,
    delivery: delivery(),
    content: { type: 'text', text: '你好' },
    after: 0,
  });
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  await leave('page-6');
  expect(await deps.conversations.find(id as never)).toMatchObject({ ok: true, value: { listeners: [] } });
});

test('whatever was missed is asked for by number and comes once, in order', async () => {
  const { ticket } = await citizenPage('page-7');
  for (const text of ['一', '二', '三'])
    await speak('page-7', { action: 'say', ticket, delivery: delivery(), content: { type: 'text', text }, after: 0 });
  world.sent.set('page-7', []);
  await speak('page-7', { action: 'after', ticket, after: 2 });
  const [answer] = heard('page-7') as { lines: { seq: number }[]; conversation: { lastSeq: number } }[];
  expect(answer?.lines.map((l) => l.seq)).toEqual(
    Array.from({ length: (answer?.conversation.lastSeq ?? 0) - 2 }, (_, i) => i + 3),
  );
});
