import { codeAt } from '../../models/access/one-time-code.ts';
import { employ, PASSWORD, secrets } from '../staff.ts';
import { call, openWorld, somebody, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const NEXT = '羊肉泡馍 quiet 铁路桥下';
const codeIn = (id: string, ms: number): string => codeAt(secrets.get(id) ?? '', Date.now() + ms);

test('a new password ends every other session, keeps this one, and the old password opens nothing', async () => {
  const here = await employ('liu', '刘一航');
  const elsewhere = somebody();
  await call('POST /api/staff/sign-in', elsewhere, { name: 'liu', password: PASSWORD, code: codeIn('liu', 30_000) });
  expect((await call('GET /api/staff/me', elsewhere)).status).toBe(200);
  const before = [...here.cookies];
  expect((await call('PUT /api/staff/password', here, { current: PASSWORD, next: NEXT })).status).toBe(200);
  expect((await call('GET /api/staff/me', here)).status).toBe(200);
  expect((await call('GET /api/staff/me', { cookies: before })).status).toBe(401);
  expect((await call('GET /api/staff/me', elsewhere)).status).toBe(401);
  const { sessions } = (await call('GET /api/staff/sessions', here)).body as { sessions: { device: string }[] };
  expect(sessions.map((session) => session.device)).toEqual(['Chrome, Linux']);
});

test('the present password is asked, wrong ones are counted, and a weak or unchanged one is not taken', async () => {
  const ding = await employ('ding', '丁晓雯');
  const change = (current: string, next: string) => call('PUT /api/staff/password', ding, { current, next });
  expect((await change('wrong', NEXT)).body['sentence']).toContain('现在的密码不对');
  expect((await change(PASSWORD, 'dingxiaowen-is-me')).body['faults']).toContain('name');
  expect((await change(PASSWORD, PASSWORD)).body['faults']).toEqual(['same']);
  let status = 0;
  for (let n = 0; n < 31 && status !== 429; n++)
    ({ status } = await call('POST /api/staff/phone', ding, { current: 'x' }));
  expect(status).toBe(429);
});

test('the old phone goes on working until a code of the new one was typed', async () => {
  const chen = await employ('chen', '陈思远');
  const { secret } = (await call('POST /api/staff/phone', chen, { current: PASSWORD })).body as { secret: string };
  expect((await call('POST /api/staff/phone/confirm', chen, { code: '000000' })).status).toBe(422);
  const enter = (code: string) =>
    call('POST /api/staff/sign-in', somebody(), { name: 'chen', password: PASSWORD, code });
  expect((await enter(codeIn('chen', 30_000))).status).toBe(200);
  expect((await call('POST /api/staff/phone/confirm', chen, { code: codeAt(secret, Date.now()) })).status).toBe(204);
  expect((await enter(codeIn('chen', 30_000))).status).toBe(403);
  expect((await enter(codeAt(secret, Date.now() + 30_000))).status).toBe(200);
});
