import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { importReleases, type FilesRelease } from '../../functions/release/import-releases.ts';
import { enrolledLenders, mandateStands } from '../../functions/release/mandate-stands.ts';
import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { ShownAgent } from '../../models/access/agent.ts';
import { codeAt } from '../../models/access/one-time-code.ts';
import type { Officer } from '../../models/access/staff.ts';
import { StaffId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import type { OpenedLender, OwnLender } from '../../models/release/lender-views.ts';
import { plus, DAY } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { dayFrom, employAgent, enrolLender, hireAgent, mandate, setMandate } from '../lenders.ts';
import { codeOf, employ, PASSWORD } from '../staff.ts';
import { call, openWorld, somebody, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let chen: Caller;
let saishang: Lender;
let qingqu: Lender;
beforeAll(async () => {
  world = await openWorld();
  ({ deps } = await join({ keeper: keeperFromEnvironment() }, 'bancheng'));
  chen = await employ('chen', '陈思远', 'manager');
  saishang = await enrolLender(deps, 1, { name: '塞上银行' });
  qingqu = await enrolLender(deps, 2, { name: '青渠汽车金融' });
});
afterAll(() => world.stop());

const own = (who: Caller): Promise<Answer> => call('GET /api/lender', who);
const opened = async (lender: Lender): Promise<OpenedLender> =>
  (await call('GET /api/lenders/{id}', chen, { id: lender.id })).body as unknown as OpenedLender;
const agentOf = async (lender: Lender, id: string): Promise<ShownAgent> => {
  const agent = (await opened(lender)).agents.find((one) => one.id === id);
  if (agent === undefined) throw new Error('no such agent');
  return agent;
};
const act = async (lender: Lender, id: string, what: object): Promise<Answer> =>
  call('POST /api/lenders/{id}/agents/{agent}', chen, {
    id: lender.id,
    agent: id,
    version: (await agentOf(lender, id)).version,
    what,
  });

test('a manager lets an agent in with a code; the agent sets password and phone and sees the own lender', async () => {
  const added = await call('POST /api/lenders/{id}/agents', chen, {
    id: saishang.id,
    agent: 'zhou',
    name: '周鹏',
    phone: '13995000021',
    mandate: mandate(deps.now()),
  });
  const { agent, code } = added.body as unknown as { agent: ShownAgent; code: string };
  expect(agent).toMatchObject({ enrolment: 'open', standing: 'good', phone: '139****0021' });
  const zhou = somebody();
  const { body } = await call('POST /api/staff/enrolment', zhou, { id: 'zhou', code });
  const now = Date.now() + Number(process.env['CLOCK_AHEAD_MS']);
  const finished = await call('POST /api/staff/enrolment/finish', zhou, {
    id: 'zhou',
    code,
    password: '蓝色台灯 mango 十二只猫',
    oneTime: codeAt(body['secret'] as string, now),
  });
  expect(finished.body).toMatchObject({
    role: 'agent',
    lender: { id: saishang.id, name: '塞上银行', daysLeft: 100, urgent: false },
  });
  expect((await own(zhou)).body).toMatchObject({
    lender: { name: '塞上银行' },
    mandate: { standing: 'good', daysLeft: 100 },
    colleagues: [{ name: '周鹏', you: true }],
  });
  expect((await opened(saishang)).lender.history.at(-1)).toMatchObject({ what: 'lender-agent-added', reason: 'zhou' });
});

test('an agent of one lender sees nothing of another’s', async () => {
  const a = await employAgent(deps, saishang, 'agent-a');
  await hireAgent(deps, qingqu, 'agent-b');
  const seen = (await own(a)).body as unknown as OwnLender;
  expect(seen.lender.id).toBe(saishang.id);
  expect(JSON.stringify(seen)).not.toContain('青渠');
  expect(seen.colleagues.map(({ name }) => name)).toContain('经办agent-a');
  expect(JSON.stringify(seen)).not.toContain('agent-b');
  const b = (await opened(qingqu)).agents.map(({ id }) => id);
  expect(b).toEqual(['agent-b']);
  for (const route of [
    'GET /api/lenders',
    'GET /api/lenders/{id}',
    'GET /api/lenders/mandates',
    'GET /api/staff/accounts',
  ])
    expect([route, (await call(route, a, { id: qingqu.id })).status]).toEqual([route, 403]);
});

test('colleagues see who and until when, and no number', async () => {
  const a = await employAgent(deps, saishang, 'agent-c');
  expect(JSON.stringify((await own(a)).body)).not.toMatch(/1399|phone/u);
});

test.each([
  ['has ended', { until: -1 }, /到期了.*新的委托书/u],
  ['is not yet valid', { from: 1 }, /才生效/u],
])('a mandate that %s ends the running session at once and shuts the door, with what to do', async (_n, days, says) => {
  const id = `agent-${String(Object.keys(days)[0])}`;
  const who = await employAgent(deps, saishang, id);
  expect((await own(who)).status).toBe(200);
  const now = deps.now();
  await setMandate(deps, id, Object.fromEntries(Object.entries(days).map(([name, n]) => [name, dayFrom(now, n)])));
  const answers = await Promise.all([own(who), call('GET /api/staff/me', who), own(who)]);
  for (const answer of answers)
    expect(answer).toMatchObject({
      status: 401,
      body: { stopped: true, sentence: expect.stringMatching(says) as string },
    });
  expect(await deps.sessions.of(StaffId.parse(id))).toEqual([]);
  const door = await call('POST /api/staff/sign-in', somebody(), {
    name: id,
    password: PASSWORD,
    code: codeOf(id, Date.now() + 30_000),
  });
  expect(door).toMatchObject({ status: 403, body: { sentence: expect.stringMatching(says) as string } });
});

test('whoever does not know the password is not told how the mandate stands', async () => {
  await hireAgent(deps, saishang, 'agent-quiet', { until: dayFrom(deps.now(), -1) });
  const door = await call('POST /api/staff/sign-in', somebody(), {
    name: 'agent-quiet',
    password: 'x',
    code: '000000',
  });
  expect(door.body['sentence']).toContain('登录名、密码或验证码不对');
});

test('a revoked mandate ends the session; a new paper lets the agent in again', async () => {
  const who = await employAgent(deps, saishang, 'agent-revoked');
  expect((await act(saishang, 'agent-revoked', { act: 'revoke' })).status).toBe(200);
  expect(await own(who)).toMatchObject({ status: 401, body: { sentence: expect.stringContaining('撤销') as string } });
  expect((await act(saishang, 'agent-revoked', { act: 'revoke' })).status).toBe(409);
  expect((await act(saishang, 'agent-revoked', { act: 'renew', mandate: mandate(deps.now()) })).status).toBe(200);
  expect((await own(who)).status).toBe(401);
  const again = somebody();
  const door = await call('POST /api/staff/sign-in', again, {
    name: 'agent-revoked',
    password: PASSWORD,
    code: codeOf('agent-revoked', Date.now() + 30_000),
  });
  expect(door.status).toBe(200);
  expect((await own(again)).status).toBe(200);
});

test('a suspended lender’s agents are all out at once and come back when it is resumed', async () => {
  const lender = await enrolLender(deps, 3);
  const who = await employAgent(deps, lender, 'agent-suspended');
  const decide = async (what: object): Promise<Answer> =>
    call('POST /api/lenders/{id}/acts', chen, {
      id: lender.id,
      version: (await opened(lender)).lender.version,
      what,
    });
  expect((await decide({ act: 'suspend', note: '公章遗失，等补刻' })).status).toBe(200);
  expect((await own(who)).status).toBe(401);
  expect(
    (
      await call('POST /api/staff/sign-in', somebody(), {
        name: 'agent-suspended',
        password: PASSWORD,
        code: codeOf('agent-suspended', Date.now() + 30_000),
      })
    ).body['sentence'],
  ).toContain('贵单位现在暂停办理');
  expect(await mandateStands(deps, StaffId.parse('agent-suspended'))).toMatchObject({ ok: false });
  expect((await enrolledLenders(deps, 'yinchuan')).map(({ id }) => id)).not.toContain(lender.id);
  expect((await decide({ act: 'resume' })).status).toBe(200);
  expect(await mandateStands(deps, StaffId.parse('agent-suspended'))).toMatchObject({
    ok: true,
    value: { lender: { id: lender.id } },
  });
});

test('a mandate stands only at the offices that it names and where the lender is enrolled', async () => {
  const lender = await enrolLender(deps, 4);
  await hireAgent(deps, lender, 'agent-places', { offices: ['yinchuan', 'yanchi'] });
  const ask = (office: 'yinchuan' | 'yanchi' | 'pingluo') =>
    mandateStands(deps, StaffId.parse('agent-places'), deps.now(), office);
  expect((await ask('yinchuan')).ok).toBe(true);
  expect(await ask('pingluo')).toMatchObject({ refusal: { detail: 'a mandate does not name that office' } });
  expect(await ask('yanchi')).toMatchObject({ refusal: { detail: 'the lender is not enrolled at this office' } });
  const there = await enrolLender(deps, 4, {}, 'yanchi');
  expect(await ask('yanchi')).toMatchObject({ ok: true, value: { lender: { id: there.id } } });
  expect(await mandateStands(deps, StaffId.parse('agent-places'), plus(deps.now(), 200 * DAY))).toMatchObject({
    refusal: { detail: expect.stringContaining('agent stopped: expired') as string },
  });
});

test('mandates that end soon or ended lately are listed, those that were revoked are not', async () => {
  const soon = [0, 7, 30];
  for (const n of soon) await hireAgent(deps, saishang, `ends-${String(n)}`, { until: dayFrom(deps.now(), n) });
  await hireAgent(deps, saishang, 'ended', { until: dayFrom(deps.now(), -3) });
  await hireAgent(deps, saishang, 'ends-31', { until: dayFrom(deps.now(), 31) });
  await hireAgent(deps, saishang, 'ends-revoked', { until: dayFrom(deps.now(), 5), revokedAt: deps.now() });
  const { body } = await call('GET /api/lenders/mandates', chen);
  const agents = body['agents'] as (ShownAgent & { lenderName: string })[];
  const mine = agents.filter(({ id }) => id.startsWith('end'));
  expect(mine.map(({ id }) => id)).toEqual(['ended', 'ends-0', 'ends-7', 'ends-30']);
  expect(mine[0]).toMatchObject({ standing: 'expired', daysLeft: -3, lenderName: '塞上银行' });
});

test('a lender that is not approved gets no agents, and a mandate in the past opens nothing', async () => {
  const { lender } = await opened(saishang);
  const add = (over: object): Promise<Answer> =>
    call('POST /api/lenders/{id}/agents', chen, {
      id: lender.id,
      agent: 'nobody',
      name: '没有人',
      phone: '13995000022',
      mandate: { ...mandate(deps.now()), ...over },
    });
  expect((await add({ until: dayFrom(deps.now(), -1) })).status).toBe(422);
  expect((await add({ from: dayFrom(deps.now(), 9), until: dayFrom(deps.now(), 8) })).status).toBe(422);
  expect((await add({ offices: ['pingluo'] })).status).toBe(422);
  expect((await add({ papers: ['01JABCDEFGHJKMNPQRSTVWXYZ7'] })).status).toBe(422);
  expect((await deps.staff.find(StaffId.parse('nobody'))).ok).toBe(false);
});

test('operators neither see nor touch agents, and cannot make one', async () => {
  const wu = await employ('wu', '吴建国', 'operator');
  await hireAgent(deps, saishang, 'agent-hidden');
  expect(JSON.stringify((await call('GET /api/staff/accounts', wu)).body)).not.toContain('agent-hidden');
  expect((await call('POST /api/staff/accounts/{id}/deactivate', wu, { id: 'agent-hidden' })).status).toBe(404);
  expect(
    (await call('POST /api/staff/accounts', wu, { id: 'x-agent', name: '经办', role: 'agent', capacity: 1 })).status,
  ).toBe(422);
});

test('what befalls a lender and its agents is audited in closed words, and no name, number or reason stands there or unsealed in the table', async () => {
  const lender = await enrolLender(deps, 20, { contact: { name: '贺审计', phone: '13995007777' } });
  await hireAgent(deps, lender, 'agent-audited');
  await act(lender, 'agent-audited', { act: 'revoke' });
  await call('POST /api/lenders/{id}/reveal', chen, { id: lender.id, reason: '核对一下贺审计' });
  await project(world);
  const lines = [...(await deps.audit.of(`LENDER#${lender.id}`)), ...(await deps.audit.of('STAFF#agent-audited'))];
  const words = lines.flatMap(({ happened }) => happened.map(({ what }) => what));
  for (const what of ['lender-approved', 'lender-agent-added', 'lender-revealed', 'mandate-revoked'])
    expect(words).toContain(what);
  const kept = JSON.stringify([lines, await wholeTable()]);
  expect(kept).not.toMatch(/贺审计|13995007777|13995000009/u);
});

async function wholeTable(): Promise<unknown> {
  const items: unknown[] = [];
  let start: Record<string, never> | undefined;
  do {
    const page = await new DynamoDBClient({}).send(
      new ScanCommand({ TableName: 'bancheng', ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey as typeof start;
  } while (start !== undefined);
  return items;
}

const HEAD = '号牌号码,车架号后6位,登记证书编号,抵押合同号,车主姓名,车主手机号,登记证书在谁那里';
const rows = Array.from(
  { length: 20 },
  (_, n) =>
    `宁A${String(10_000 + n)},10004${String(n % 10)},64001234567${String(n % 10)},HT-${String(n)},王小军,13995000001,银行`,
);
const list = new TextEncoder().encode([HEAD, ...rows, '宁A1,1,1,,,,'].join('\n'));
const by = (id: string): Officer => ({ id: StaffId.parse(id) }) as Officer;

test('a list is first looked at, then filed, and a second time changes nothing, also when two hand it in at once', async () => {
  await hireAgent(deps, saishang, 'agent-list');
  const filed: string[] = [];
  const file: FilesRelease = (_deps, input) => {
    filed.push(input.id);
    return Promise.resolve(input.plate === '宁A10003' ? refused('wrong-state', 'not now') : done({ number: 'YC-1' }));
  };
  const hand = async (dry: boolean) => {
    const answer = await importReleases(deps, by('agent-list'), { bytes: list, dry }, file);
    if (!answer.ok || !answer.value.read) throw new Error('not read');
    return answer.value;
  };
  const count = (imported: { rows: { what: string }[] }, what: string): number =>
    imported.rows.filter((one) => one.what === what).length;
  const looked = await hand(true);
  expect([count(looked, 'new'), looked.bad.map(({ line }) => line), filed]).toEqual([20, [22], []]);
  const [one, two] = await Promise.all([hand(false), hand(false)]);
  // Both may try the same row; it is filed under one id, and filing an id twice is once.
  expect(new Set(filed).size).toBe(20);
  expect(count(one, 'refused') + count(two, 'refused')).toBe(2);
  expect(count(await hand(true), 'known')).toBe(19);
  filed.length = 0;
  const third = await hand(false);
  expect([count(third, 'known'), count(third, 'refused'), filed.length]).toEqual([19, 1, 1]);
});

test('the lender’s own window reads a list and files it: an officer finds the releases, and a second time changes nothing', async () => {
  const who = await employAgent(deps, saishang, 'agent-window');
  const text = `${HEAD}\n宁A99999,100042,640012345678,HT-W,王小军,13995000041,银行\n宁A9,1,1,,,,`;
  const file = Buffer.from(text).toString('base64');
  const hand = async (dry: boolean): Promise<Answer['body']> =>
    (await call('POST /api/lender/import', who, { file, dry })).body;
  expect(await hand(true)).toMatchObject({
    read: true,
    encoding: 'utf-8',
    rows: [{ what: 'new' }],
    bad: [{ line: 3 }],
  });
  const [one, two] = await Promise.all([hand(false), hand(false)]);
  const number = (one['rows'] as { number?: string }[])[0]?.number ?? (two['rows'] as { number?: string }[])[0]?.number;
  expect(number).toMatch(/^YC-\d{4}-J\d{3}$/u);
  expect(await hand(false)).toMatchObject({ rows: [{ what: 'known' }] });
  // The owner is told, once, with the link that opens it.
  const told = world.sms.filter(({ to, template }) => to === '13995000041' && template === 'release-filed-by-lender');
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(told[0]?.values).toMatchObject({ number, link: expect.stringContaining('/release/begun/') as string });
  const liu = await employ('liu', '刘一航');
  const found = (await call('GET /api/releases/search', liu, { q: '宁A99999' })).body['rows'] as { id: string }[];
  expect(found).toMatchObject([
    { number, state: 'applied', lender: '塞上银行', agent: '经办agent-window', owner: '王*军' },
  ]);
  expect((await call('GET /api/releases/{id}', liu, { id: found[0]?.id })).body).toMatchObject({
    channel: 'lender',
    row: { basis: 'joint', sides: ['owner', 'lender'] },
    certificateWith: 'lender',
    vehicle: { plate: '宁A99999', vinTail: '100042', certificate: '640012345678', contract: 'HT-W' },
  });
});
