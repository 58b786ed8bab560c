import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../../handlers/wiring.ts';
import { handOver, openConversation, type Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import { ConversationId, DeliveryId } from '../../models/ids.ts';
import { plus } from '../../models/time.ts';
import { delivery, openWorld, type World } from '../world.ts';

let world: World;
let office: Wired;
beforeAll(async () => {
  world = await openWorld();
  office = await join({ keeper: keeperFromEnvironment() }, 'bancheng');
});
afterAll(() => world.stop());

const begin = (): Conversation =>
  openConversation(
    ConversationId.parse(office.deps.newId()),
    { office: 'yinchuan', channel: 'web', language: 'zh', elder: false },
    office.deps.now(),
  );
const line = (c: Conversation, seq: number, text: string): Line => ({
  conversation: c.id,
  seq,
  at: office.deps.now(),
  from: 'citizen',
  content: { type: 'text', text },
});
const one = (): DeliveryId => DeliveryId.parse(delivery());

test('of fifty writers who read the same version, exactly one saves', async () => {
  const { conversations } = office.deps;
  const c = begin();
  expect(await conversations.commit(undefined, c, [])).toBe('done');
  const found = await conversations.find(c.id);
  if (!found.ok) throw new Error('not there');
  const read = found.value.conversation;
  const wrote = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      conversations.commit(read, { ...read, lastSeq: 1 }, [line(c, 1, `writer ${String(i)}`)]),
    ),
  );
  expect(wrote.filter((w) => w === 'done')).toHaveLength(1);
  expect(wrote.filter((w) => w === 'stale')).toHaveLength(49);
  expect(await conversations.linesAfter(c.id, 0, 10)).toHaveLength(1);
});

test('a delivery that was taken before is recognised, also when three arrive at once', async () => {
  const { conversations } = office.deps;
  const c = begin();
  const id = one();
  const wrote = await Promise.all(
    [1, 2, 3].map(() => conversations.commit(undefined, { ...c, lastSeq: 1 }, [line(c, 1, 'once')], id)),
  );
  expect(wrote.sort()).toEqual(['done', 'repeated', 'repeated']);
  expect(await conversations.delivered(c.id, id)).toEqual({ from: 1, to: 1 });
});

test('what comes out is what went in, page after page', async () => {
  const { conversations } = office.deps;
  const c = begin();
  await conversations.commit(
    undefined,
    { ...c, lastSeq: 60, told: { 车: '轿车' }, phone: '13900139000' },
    Array.from({ length: 60 }, (_, i) => line(c, i + 1, `第${String(i + 1)}句`)),
  );
  const lines = await conversations.linesAfter(c.id, 10, 100);
  expect(lines.map((l) => l.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 11));
  expect(await conversations.find(c.id)).toMatchObject({
    ok: true,
    value: { conversation: { told: { 车: '轿车' }, phone: '13900139000', version: 1 } },
  });
});

test('nothing a person said and no number stands readable in the table', async () => {
  const { conversations } = office.deps;
  const c = begin();
  await conversations.commit(
    undefined,
    {
      ...c,
      lastSeq: 1,
      phone: '13711112222',
      told: { plate: '宁AX8K27' },
      summary: { need: '王大柱要补证', known: [], open: [] },
    },
    [line(c, 1, '我叫王大柱，宁AX8K27')],
    one(),
  );
  await conversations.addNote({
    conversation: c.id,
    id: 'n1',
    at: c.openedAt,
    by: 'liu' as never,
    byName: '刘',
    text: '王大柱的事',
    mentions: [],
  });
  const { Items } = await new DynamoDBClient({ endpoint: world.endpoint }).send(
    new ScanCommand({ TableName: 'bancheng' }),
  );
  const raw = JSON.stringify(Items);
  for (const secret of ['王大柱', 'AX8K27', '13711112222', '2222']) expect(raw).not.toContain(secret);
});

test('a sealed value that is moved to another item does not open', async () => {
  const { conversations } = office.deps;
  const [a, b] = [begin(), begin()];
  await conversations.commit(undefined, { ...a, phone: '13600000001' }, []);
  await conversations.commit(undefined, { ...b, phone: '13600000002' }, []);
  const from = await office.table.get({ pk: `CONVERSATION#${a.id}`, sk: 'RECORD' });
  const stolen = (from?.['record'] as { phone: string }).phone;
  await office.table.update(
    { pk: `CONVERSATION#${b.id}`, sk: 'RECORD' },
    { set: 'SET #r.phone = :p', expression: '', names: { '#r': 'record' }, values: { ':p': stolen } },
  );
  await expect(conversations.find(b.id)).rejects.toThrow();
});

test('the waiting list shows the earliest due first, and the place in line counts those before', async () => {
  const { conversations, now } = office.deps;
  const base = now();
  const ids: string[] = [];
  for (const minutes of [5, 1, 3]) {
    const c = { ...begin(), office: 'pingluo' as const };
    const waiting = handOver(
      c,
      {
        reason: 'asked',
        kind: 'live',
        dueAt: plus(base, minutes * 60_000),
        summary: { need: '', known: [], open: [] },
      },
      base,
    );
    if (!waiting.ok) throw new Error('cannot wait');
    await conversations.commit(undefined, waiting.value, []);
    ids.push(c.id);
  }
  expect((await conversations.list('pingluo', 'waiting', 10)).map((c) => c.id)).toEqual([ids[1], ids[2], ids[0]]);
  expect(await conversations.countAhead('pingluo', plus(base, 5 * 60_000))).toBe(2);
  expect(await conversations.due('pingluo', 'waiting', plus(base, 2 * 60_000), 10)).toHaveLength(1);
});

test('numbers of a day are given once each, also to a hundred who ask at once', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 100 }, () => office.deps.conversations.nextNumber('yanchi', '2026-11-17' as never, 'message')),
  );
  expect(new Set(numbers).size).toBe(100);
  expect(Math.max(...numbers)).toBe(100);
});

test('a mark of what was read never goes back and never past the last line', async () => {
  const { conversations } = office.deps;
  const c = begin();
  await conversations.commit(
    undefined,
    { ...c, lastSeq: 3 },
    [1, 2, 3].map((seq) => line(c, seq, 'x')),
  );
  for (const seq of [2, 1, 99]) await conversations.markRead(c.id, 'officer', seq);
  expect(await conversations.find(c.id)).toMatchObject({ ok: true, value: { conversation: { readByOfficer: 2 } } });
});

test('a page that listens before the first word is heard of after it, and the record starts at version one', async () => {
  const { conversations } = office.deps;
  const c = begin();
  await conversations.listen(c.id, 'c:early');
  expect((await conversations.find(c.id)).ok).toBe(false);
  expect(await conversations.commit(undefined, c, [])).toBe('done');
  expect(await conversations.find(c.id)).toMatchObject({
    ok: true,
    value: { listeners: ['c:early'], conversation: { version: 1 } },
  });
});
