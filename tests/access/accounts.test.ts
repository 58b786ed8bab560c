import type { ShownAccount } from '../../models/access/account.ts';
import { codeAt } from '../../models/access/one-time-code.ts';
import { employ, hire, PASSWORD, secrets, signedIn } from '../staff.ts';
import { call, openWorld, somebody, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let wu: Caller;
beforeAll(async () => {
  world = await openWorld();
  wu = await employ('wu', '吴建国', 'operator');
});
afterAll(() => world.stop());

const GOOD = '蓝色台灯 mango 十二只猫';
const soon = (secret: string, ms = 0): string => codeAt(secret, Date.now() + ms);
const open = (id: string, name: string, role = 'officer', by = wu): Promise<Answer> =>
  call('POST /api/staff/accounts', by, { id, name, role, capacity: 4 });
const codeIn = (answer: Answer): string => answer.body['code'] as string;
const accountIn = (answer: Answer): ShownAccount => answer.body['account'] as ShownAccount;
const look = (id: string, code: string): Promise<Answer> => call('POST /api/staff/enrolment', somebody(), { id, code });
const account = async (id: string): Promise<ShownAccount | undefined> =>
  ((await call('GET /api/staff/accounts', wu)).body['accounts'] as ShownAccount[]).find((one) => one.id === id);
const act = (what: string, id: string, by = wu): Promise<Answer> =>
  call(`POST /api/staff/accounts/{id}/${what}`, by, { id });

async function enrolled(id: string, code: string): Promise<Caller> {
  const caller = somebody();
  const { secret } = (await look(id, code)).body as { secret: string };
  secrets.set(id, secret);
  const answer = await call('POST /api/staff/enrolment/finish', caller, {
    id,
    code,
    password: GOOD,
    oneTime: soon(secret),
  });
  expect(answer.status).toBe(200);
  return caller;
}

test('a new account opens with the code that was handed over, once, and the person is signed in', async () => {
  const made = await open('zhangsan', '张三');
  expect(made.status).toBe(200);
  expect(codeIn(made)).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/u);
  expect(accountIn(made)).toMatchObject({ id: 'zhangsan', enrolment: 'open', active: true, capacity: 4 });
  // Read out, typed small and with O for 0: it is the same code.
  const shown = await look('ZhangSan', codeIn(made).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
  expect(shown.body).toMatchObject({ name: '张三', officeName: '银川车管所', role: 'officer' });
  expect(shown.body['address']).toMatch(/^otpauth:\/\/totp\/Bancheng:zhangsan\?/u);
  expect(shown.body['qr']).toMatch(/^data:image\/svg\+xml;base64,/u);
  const caller = await enrolled('zhangsan', codeIn(made));
  expect((await call('GET /api/staff/me', caller)).body).toMatchObject({ id: 'zhangsan', capacity: 4 });
  expect(await look('zhangsan', codeIn(made))).toMatchObject({
    status: 404,
    body: { sentence: expect.stringContaining('已经用过') as string },
  });
  expect((await account('zhangsan'))?.enrolment).toBe('done');
});

test('of five who finish with the same code at the same moment, one gets in', async () => {
  const code = codeIn(await open('lisi', '李四'));
  const { secret } = (await look('lisi', code)).body as { secret: string };
  const tries = await Promise.all(
    Array.from({ length: 5 }, () =>
      call('POST /api/staff/enrolment/finish', somebody(), {
        id: 'lisi',
        code,
        password: GOOD,
        oneTime: soon(secret),
      }),
    ),
  );
  expect(tries.map((t) => t.status).sort()).toEqual([200, 404, 404, 404, 404]);
});

test('a weak password or a wrong code of the phone opens nothing, and the reasons are said', async () => {
  const code = codeIn(await open('wangwu', '王五'));
  const finish = (password: string, oneTime: string): Promise<Answer> =>
    call('POST /api/staff/enrolment/finish', somebody(), { id: 'wangwu', code, password, oneTime });
  expect(await finish('wangwu2026', '000000')).toMatchObject({
    status: 422,
    body: { faults: expect.arrayContaining(['too-short', 'name']) as string[] },
  });
  expect((await finish(GOOD, '000000')).body['sentence']).toContain('验证码对不上');
  expect((await account('wangwu'))?.enrolment).toBe('open');
});

test('the table holds a digest of the code, never the code, and no secret in the clear', async () => {
  const made = await open('sealed-one', '摘要');
  const { wired } = await import('../../handlers/wiring.ts');
  const { table } = await wired();
  const item = JSON.stringify(await table.get({ pk: 'STAFF#sealed-one', sk: 'RECORD' }));
  expect(item).not.toContain(codeIn(made));
  expect(item).not.toContain(codeIn(made).replaceAll('-', ''));
  expect(item).toMatch(/"totpSecret":"sealed\.v1\./u);
  expect(JSON.stringify((await call('GET /api/staff/accounts', wu)).body)).not.toMatch(
    /passwordHash|totpSecret|digest"/u,
  );
});

test('a sign-in name is given once, and an operator sees and touches only the own office', async () => {
  expect((await open('zhangsan', '另一个')).body['sentence']).toContain('已经有人用了');
  await hire('hai', '海涛', 'officer', 'pingluo');
  expect(await account('hai')).toBeUndefined();
  for (const what of ['deactivate', 'reactivate', 'reset']) expect((await act(what, 'hai')).status).toBe(404);
  expect(
    (
      await call('PUT /api/staff/accounts/{id}', wu, {
        id: 'hai',
        version: 1,
        name: '海涛',
        role: 'manager',
        capacity: 5,
      })
    ).status,
  ).toBe(404);
});

test('nobody administers the own account: an operator cannot raise, close or reset themselves', async () => {
  const own = await account('wu');
  const raise = { id: 'wu', version: own?.version, name: '吴建国', role: 'manager', capacity: 5 };
  expect(await call('PUT /api/staff/accounts/{id}', wu, raise)).toMatchObject({
    status: 403,
    body: { sentence: expect.stringContaining('另一位管理员') as string },
  });
  for (const what of ['deactivate', 'reset']) expect((await act(what, 'wu')).status).toBe(403);
  expect(await account('wu')).toEqual(own);
});

test('of two operators who close each other’s account at the same moment, one stays', async () => {
  const [one, two] = [await employ('op-one', '甲', 'operator'), await employ('op-two', '乙', 'operator')];
  const closed = await Promise.all([act('deactivate', 'op-two', one), act('deactivate', 'op-one', two)]);
  expect(closed.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect([(await account('op-one'))?.active, (await account('op-two'))?.active].sort()).toEqual([false, true]);
});

test('a closed account is out at the next request, its open line is deaf at once, and it comes back without its old sessions', async () => {
  const liu = await employ('liu', '刘一航');
  const { connect } = await import('../../handlers/socket/doors.ts');
  const { ticket } = (await call('POST /api/staff/socket', liu)).body as { ticket: string };
  const door = {
    requestContext: { connectionId: 'desk-liu', routeKey: '$connect' },
    queryStringParameters: { ticket },
  };
  expect(await connect(door as never)).toMatchObject({ statusCode: 200 });
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  expect((await deps.desks.listeners('yinchuan')).map((l) => l.socket)).toContain('desk-liu');

  expect((await act('deactivate', 'liu')).status).toBe(200);
  expect((await call('GET /api/staff/me', liu)).status).toBe(401);
  expect((await deps.desks.listeners('yinchuan')).map((l) => l.socket)).not.toContain('desk-liu');
  expect(await connect(door as never)).toMatchObject({ statusCode: 401 });
  await expect(signedIn('liu')).rejects.toThrow('could not sign in');

  expect((await act('reactivate', 'liu')).status).toBe(200);
  expect((await call('GET /api/staff/me', liu)).status).toBe(401);
  const again = somebody();
  const entry = { name: 'liu', password: PASSWORD, code: soon(secrets.get('liu') ?? '', 30_000) };
  expect((await call('POST /api/staff/sign-in', again, entry)).status).toBe(200);
});

test('a session whose item escaped the clearing is void all the same', async () => {
  const ding = await employ('ding', '丁晓雯');
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  const [session] = await deps.sessions.of('ding' as never);
  await act('reset', 'ding');
  if (session !== undefined) await deps.sessions.save(session);
  expect((await call('GET /api/staff/me', ding)).status).toBe(401);
});

test('after a reset only the new code leads in; the old password and phone are worth nothing', async () => {
  await hire('lost', '丢了');
  const reset = await act('reset', 'lost');
  const entry = { name: 'lost', password: PASSWORD, code: soon(secrets.get('lost') ?? '') };
  expect((await call('POST /api/staff/sign-in', somebody(), entry)).status).toBe(403);
  expect((await call('GET /api/staff/me', await enrolled('lost', codeIn(reset)))).status).toBe(200);
});

test('a new role ends the sessions and counts at the next sign-in; what was not seen is not covered', async () => {
  const ma = await employ('ma', '马小梅');
  const was = await account('ma');
  const change = { id: 'ma', version: was?.version, name: '马小梅', role: 'manager', capacity: 9 };
  expect(accountIn(await call('PUT /api/staff/accounts/{id}', wu, change))).toMatchObject({
    role: 'manager',
    capacity: 9,
  });
  expect((await call('GET /api/staff/me', ma)).status).toBe(401);
  expect((await call('PUT /api/staff/accounts/{id}', wu, { ...change, capacity: 3 })).status).toBe(409);
});

test('every act stands in the record’s history with who and what, and with ids only', async () => {
  const id = 'history';
  await open(id, '留痕');
  for (const what of ['deactivate', 'reactivate', 'reset']) await act(what, id);
  const history = (await account(id))?.history ?? [];
  expect(history.map(({ what, by }) => [what, by])).toEqual([
    ['staff-created', 'wu'],
    ['staff-deactivated', 'wu'],
    ['staff-reactivated', 'wu'],
    ['staff-reset', 'wu'],
  ]);
  expect(JSON.stringify(history)).not.toContain('留痕');
});
