import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Broadcast } from '../../models/broadcast/broadcast.ts';
import { BroadcastList, ShownBroadcast } from '../../models/broadcast/requests.ts';
import { addDays, dayOf, instantOf, type Day } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { employ } from '../staff.ts';
import { call, openWorld, somebody, type Answer, type Caller, type World } from '../world.ts';

/** A Wednesday; the week before it begins on the 9th. */
const NOW = '2026-11-18T02:20:00Z';
const WEEK = '2026-11-09' as Day;
const id = `yinchuan-${WEEK}`;
let world: World;
let deps: Deps;
let liu: Caller;
let bai: Caller;
let chen: Caller;
let pingluo: Caller;
let n = 0;

/** So many talks of a day that asked for a guide or small answer. */
async function asked(topic: string, times: number, day: Day): Promise<void> {
  for (let i = 0; i < times; i++) {
    n += 1;
    const at = instantOf(Date.parse(`${day}T03:00:00Z`) + n);
    await deps.audit.add(
      {
        record: `CONVERSATION#${deps.newId()}`,
        version: 1,
        office: 'yinchuan',
        at,
        happened: [{ at, what: 'asked', reason: topic }],
        facts: { service: topic, channel: 'web' },
      },
      dayOf(deps.now()),
    );
  }
}
const shown = async (by: Caller = liu): Promise<ShownBroadcast> =>
  ShownBroadcast.parse((await call('GET /api/broadcasts/{id}', by, { id })).body);
const version = async (): Promise<number> => (await shown()).broadcast.version;
const edit = async (by: Caller, to: Partial<Pick<Broadcast, 'title' | 'items'>>): Promise<Answer> => {
  const { broadcast } = await shown();
  const { title, items } = { ...broadcast, ...to };
  return call('PUT /api/broadcasts/{id}', by, { id, version: broadcast.version, title, items });
};
const act = async (by: Caller, what: object): Promise<Answer> =>
  call('POST /api/broadcasts/{id}/acts', by, { id, version: await version(), what });
const decide = async (by: Caller, what: object): Promise<Answer> =>
  call('POST /api/broadcasts/{id}/decision', by, { id, version: await version(), what });
const feed = (of: 'json' | 'xml', headers: Record<string, string> = {}): Promise<Answer> =>
  call(`GET /air/{office}/feed.${of}`, somebody(), { office: 'yinchuan' }, headers);

beforeAll(async () => {
  world = await openWorld(NOW);
  [liu, bai, chen, pingluo] = [
    await employ('liu', '刘一航'),
    await employ('bai', '白晓光', 'manager'),
    await employ('chen', '陈静', 'manager'),
    await employ('pl-mgr', '马所', 'manager', 'pingluo'),
  ];
  deps = (await join({ keeper: keeperFromEnvironment(), now: () => Date.parse(NOW) }, 'bancheng')).deps;
  await asked('mortgage-release', 7, addDays(WEEK, 1));
  await asked('licence-replace-lost', 5, addDays(WEEK, 3));
  await asked('licence-renew-expiry', 2, addDays(WEEK, 6));
  await asked('licence-replace-lost', 9, addDays(WEEK, 7));
}, 120_000);
afterAll(() => world.stop());

test('a week that few asked in, or that is not over, gives no script', async () => {
  const week = addDays(WEEK, -7);
  expect((await call('POST /api/broadcasts', liu, { week })).body).toMatchObject({ kind: 'wrong-state' });
  expect((await call('POST /api/broadcasts', liu, { week: '2026-11-18' })).status).toBe(409);
  expect((await call('GET /api/broadcasts/{id}', liu, { id })).status).toBe(404);
});

test('of several who draft a week at once one does; it holds what was most asked, each with rule and article', async () => {
  const answers = await Promise.all([liu, bai, liu].map((by) => call('POST /api/broadcasts', by, { week: WEEK })));
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([409, 409]);
  const { broadcast, shares, seconds } = await shown();
  expect(broadcast.items.map(({ topic, asked: times }) => [topic, times])).toEqual([
    ['mortgage-release', 7],
    ['licence-replace-lost', 5],
  ]);
  expect(shares[0]).toEqual({ numerator: 7, denominator: 14, share: 0.5 });
  for (const item of broadcast.items) {
    expect(item.source).toMatch(/第.+条.*\d{4}年\d+月\d+日起施行/u);
    expect(item.question).toMatch(/？$/u);
  }
  expect(seconds).toBeGreaterThan(20);
  // Asked once more, the week's one script is the answer.
  const again = await call('POST /api/broadcasts', liu, { week: '2026-11-12' });
  expect([again.status, again.body['sentence']]).toEqual([409, '这一周已经有稿子了，打开它接着写。']);
});

test('what is written over a version that somebody changed is refused, and so are numbers of a person', async () => {
  const { broadcast } = await shown();
  const { title, items } = broadcast;
  const both = await Promise.all(
    [liu, bai].map((by) => call('PUT /api/broadcasts/{id}', by, { id, version: broadcast.version, title, items })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  for (const words of ['请打13800138000', '比如宁A12345', '身份证640102199003072215'])
    expect((await edit(liu, { items: items.map((item) => ({ ...item, answer: words })) })).status).toBe(422);
  expect((await edit(liu, { title: '王建国13800138000' })).status).toBe(422);
  expect((await edit(liu, { items: items.map((item) => ({ ...item, answer: '打122、12345问' })) })).status).toBe(200);
  expect((await edit(liu, { title: '<解押> & “补证”', items })).status).toBe(200);
  // How often it was asked is counted, not written.
  await edit(liu, { items: items.map((item) => ({ ...item, asked: 900 })) });
  expect((await shown()).broadcast.items.map(({ asked: times }) => times)).toEqual([7, 5]);
});

test('nothing is sent while something is left to settle, and nobody approves what they wrote', async () => {
  const { items } = (await shown()).broadcast;
  await edit(liu, {
    items: items
      .map((item) => ({ ...item, toSettle: ['fee'] as const }))
      .map((item) => ({ ...item, toSettle: [...item.toSettle] })),
  });
  expect((await act(liu, { act: 'send' })).status).toBe(422);
  await edit(liu, { items: items.map((item) => ({ ...item, toSettle: [] })) });
  expect((await decide(bai, { decision: 'approve' })).status).toBe(409);
  expect((await act(liu, { act: 'send' })).status).toBe(200);
  // Each manager finds it in their list, once, however often the stream comes.
  for (let time = 0; time < 2; time++) await project(world);
  for (const by of [bai, chen]) {
    const { mentions } = (await call('GET /api/desk/mentions', by)).body as { mentions: Record<string, string>[] };
    expect(mentions).toEqual([expect.objectContaining({ of: 'broadcast', id, why: 'broadcast-to-approve' })]);
  }
  expect((await edit(liu, { items })).status).toBe(409);
  // She wrote the words as they stood after the race, or he did: whoever did not may approve.
  const { writers } = (await shown()).broadcast;
  expect(writers).toContain('liu');
  const returned = await decide(chen, { decision: 'return', remark: '第二条说清楚到哪儿办' });
  expect(returned.status).toBe(200);
  expect((await shown()).broadcast).toMatchObject({ state: 'draft', remark: '第二条说清楚到哪儿办' });
  await edit(bai, {});
  await act(liu, { act: 'send' });
  const own = await decide(bai, { decision: 'approve' });
  expect([own.status, own.body['sentence']]).toEqual([403, '写过这份稿子的人不能自己批，请另一位负责人批。']);
  expect((await feed('json')).body['text']).not.toContain(WEEK);
  expect((await call('GET /air/{office}/{week}', somebody(), { office: 'yinchuan', week: WEEK })).status).toBe(404);
  expect((await decide(chen, { decision: 'approve' })).status).toBe(200);
  expect(
    (await call('POST /api/broadcasts/{id}/decision', liu, { id, version: 1, what: { decision: 'approve' } })).status,
  ).toBe(403);
});

test('a station reads what is approved as JSON Feed and RSS, escaped, and is told when nothing is new', async () => {
  const json = await feed('json');
  const body = JSON.parse(String(json.body['text'])) as { version: string; items: Record<string, unknown>[] };
  expect(body.version).toBe('https://jsonfeed.org/version/1.1');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ id: `http://localhost:3000/air/yinchuan/${WEEK}`, title: '<解押> & “补证”' });
  const xml = await feed('xml');
  const text = String(xml.body['text']);
  expect(new SyntaxValidator().validate(text)).toBe(true);
  const { rss } = new XMLParser().parse(text) as { rss: { channel: { item: Record<string, string> } } };
  expect(rss.channel.item).toMatchObject({
    title: '<解押> & “补证”',
    link: `http://localhost:3000/air/yinchuan/${WEEK}`,
  });
  expect(Date.parse(rss.channel.item['pubDate'] ?? '')).toBe(Date.parse(xml.headers['last-modified'] ?? ''));
  for (const [of, { headers }] of [
    ['json', json],
    ['xml', xml],
  ] as const) {
    expect((await feed(of, { 'if-none-match': `W/${headers['etag'] ?? ''}` })).status).toBe(304);
    expect((await feed(of, { 'if-none-match': '"other"' })).status).toBe(200);
  }
  const page = await call('GET /air/{office}/{week}', somebody(), { office: 'yinchuan', week: WEEK });
  expect(page.body['text']).toContain('&lt;解押&gt; &amp; “补证”');
  expect((await call('GET /air/{office}', somebody(), { office: 'pingluo' })).body['text']).toContain(
    '还没有批准的稿子',
  );
});

test('after the programme the next week shows, item by item, whether fewer asked', async () => {
  expect((await act(liu, { act: 'aired', day: '2026-11-19', programme: '交通997' })).status).toBe(422);
  expect((await act(liu, { act: 'aired', day: '2026-11-16', programme: '交通997' })).status).toBe(200);
  const { broadcast, effects } = await shown();
  expect(broadcast.state).toBe('aired');
  expect(effects).toEqual([
    {
      topic: 'mortgage-release',
      before: { numerator: 7, denominator: 14, share: 0.5 },
      after: { numerator: 0, denominator: 0, share: null },
      verdict: 'not-yet',
    },
    {
      topic: 'licence-replace-lost',
      before: { numerator: 5, denominator: 14, share: 5 / 14 },
      after: { numerator: 0, denominator: 0, share: null },
      verdict: 'not-yet',
    },
  ]);
});

test('what is withdrawn is in no feed any more, and its week may be written anew', async () => {
  const before = (await feed('xml')).headers['etag'] ?? '';
  expect((await decide(bai, { decision: 'withdraw', reason: 'rule-changed' })).status).toBe(200);
  const after = await feed('xml', { 'if-none-match': before });
  expect([after.status, String(after.body['text']).includes(WEEK)]).toEqual([200, false]);
  const list = BroadcastList.parse((await call('GET /api/broadcasts', liu)).body);
  expect([list.mayDraft, list.week, list.rows.map(({ state }) => state)]).toEqual([true, WEEK, ['withdrawn']]);
  const printed = await call('GET /broadcasts/{id}', liu, { id });
  expect(printed.body['text']).toContain('已经撤回，不要播出');
  expect((await call('POST /api/broadcasts', liu, { week: WEEK })).status).toBe(200);
  expect((await shown()).broadcast).toMatchObject({ state: 'draft', writers: ['liu'] });
});

test('another office sees none of it', async () => {
  for (const route of ['GET /api/broadcasts/{id}', 'GET /broadcasts/{id}'])
    expect((await call(route, pingluo, { id })).status).toBe(404);
  expect(
    (
      await call('POST /api/broadcasts/{id}/decision', pingluo, {
        id,
        version: await version(),
        what: { decision: 'withdraw', reason: 'wrong' },
      })
    ).status,
  ).toBe(404);
  expect(BroadcastList.parse((await call('GET /api/broadcasts', pingluo)).body).rows).toEqual([]);
});
