import { codeOf, employ, hire, PASSWORD, signedIn } from '../staff.ts';
import { call, openWorld, somebody, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

test('the right name, password and code open the door, and the cookie is HttpOnly and SameSite', async () => {
  await hire('wang', '王一');
  const answer = await call('POST /api/staff/sign-in', somebody(), {
    name: 'wang',
    password: PASSWORD,
    code: codeOf('wang'),
  });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ id: 'wang', name: '王一', role: 'officer', office: 'yinchuan' });
  expect(answer.cookies[0]).toMatch(/^bc_staff=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+/);
  expect(JSON.stringify(answer.body)).not.toContain('passwordHash');
});

test('a one-time code works once, also for two who use it at the same moment', async () => {
  await hire('once', '一次');
  const code = codeOf('once');
  const tries = await Promise.all(
    Array.from({ length: 5 }, () =>
      call('POST /api/staff/sign-in', somebody(), { name: 'once', password: PASSWORD, code }),
    ),
  );
  expect(tries.filter((t) => t.status === 200)).toHaveLength(1);
  expect((await call('POST /api/staff/sign-in', somebody(), { name: 'once', password: PASSWORD, code })).status).toBe(
    403,
  );
});

test('five wrong tries lock the account, the sentence says for how long, and the right password does not open it then', async () => {
  await hire('lock', '锁');
  const wrong = () =>
    call('POST /api/staff/sign-in', somebody(), { name: 'lock', password: 'wrong', code: codeOf('lock') });
  for (let i = 0; i < 4; i++) expect((await wrong()).body['sentence']).toContain(`还能试${String(4 - i)}次`);
  expect(await wrong()).toMatchObject({ status: 429, body: { sentence: expect.stringContaining('15分钟') as string } });
  expect(
    (await call('POST /api/staff/sign-in', somebody(), { name: 'lock', password: PASSWORD, code: codeOf('lock') }))
      .status,
  ).toBe(429);
});

test('an unknown name is answered like a wrong password', async () => {
  const answer = await call('POST /api/staff/sign-in', somebody(), {
    name: 'nobody-here',
    password: 'x',
    code: '000000',
  });
  expect(answer).toMatchObject({ status: 403, body: { sentence: '登录名、密码或验证码不对，请再输一次。' } });
});

test('a session can be seen and ended from another one, and what it opened is closed at once', async () => {
  await hire('two', '二');
  const first = await signedIn('two');
  const second = await (async () => {
    // The next code of the same phone.
    const caller = somebody();
    const answer = await call('POST /api/staff/sign-in', caller, {
      name: 'two',
      password: PASSWORD,
      code: codeOf('two', Date.now() + 30_000),
    });
    expect(answer.status).toBe(200);
    return caller;
  })();
  const { sessions } = (await call('GET /api/staff/sessions', second)).body as {
    sessions: { id: string; current: boolean; device: string }[];
  };
  expect(sessions).toHaveLength(2);
  expect(sessions[0]?.device).toBe('Chrome, Linux');
  const other = sessions.find((s) => !s.current);
  expect((await call('DELETE /api/staff/sessions/{id}', second, { id: other?.id })).status).toBe(204);
  expect((await call('GET /api/staff/me', first)).status).toBe(401);
  expect((await call('GET /api/staff/me', second)).status).toBe(200);
});

test('signing out closes the door behind', async () => {
  const caller = await employ('out', '出');
  const before = { cookies: [...caller.cookies] };
  expect((await call('POST /api/staff/sign-out', caller)).status).toBe(204);
  expect(await call('GET /api/staff/me', before)).toMatchObject({ status: 401, body: { signedOut: true } });
});

test('a forged or altered cookie is no cookie', async () => {
  const caller = await employ('forge', '伪');
  const cookie = caller.cookies[0] ?? '';
  for (const altered of [`${cookie}x`, cookie.replace('bc_staff=', 'bc_staff=A'), 'bc_staff=e30.AAAA']) {
    expect((await call('GET /api/staff/me', { cookies: [altered] })).status).toBe(401);
  }
});
