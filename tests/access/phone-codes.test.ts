/** The six digits sent to a phone, against the real engine; the carrier's place is taken by an inbox. */
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { checkPhoneCode } from '../../functions/access/check-phone-code.ts';
import { sendPhoneCode } from '../../functions/access/send-phone-code.ts';
import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { SixDigits, type CodeUse } from '../../models/access/phone-code.ts';
import type { Outcome } from '../../models/outcome.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { MINUTE } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let deps: Deps;
let nowMs = Date.parse('2026-11-23T02:00:00.000Z');
beforeAll(async () => {
  world = await openWorld();
  ({ deps } = await join({ keeper: keeperFromEnvironment(), now: () => nowMs }, 'bancheng'));
});
afterAll(() => world.stop());
beforeEach(() => {
  nowMs += 25 * 60 * MINUTE;
});

const ask = (phone: string, use: CodeUse = 'report', address = '10.0.0.1') =>
  sendPhoneCode(deps, { phone, use, language: 'zh', address });
const arrived = (phone: string): string => world.sms.findLast((m) => m.to === phone)?.values['code'] ?? '';
const give = (phone: string, code: string, use: CodeUse = 'report') => checkPhoneCode(deps, { phone, use, code });
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const saysOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : refusalSentence(outcome.refusal, 'zh'));

test('six digits arrive, open once and no second time', async () => {
  expect(await ask('13909510001')).toMatchObject({ ok: true, value: { tail: '0001' } });
  const code = arrived('13909510001');
  expect(code).toMatch(/^\d{6}$/);
  expect(await give('13909510001', code)).toEqual({ ok: true, value: undefined });
  expect(saysOf(await give('13909510001', code))).toContain('已经用过');
});

test('of ten who use one code at the same moment exactly one gets in', async () => {
  await ask('13909510002');
  const code = arrived('13909510002');
  const all = await Promise.all(Array.from({ length: 10 }, () => give('13909510002', code)));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
});

test('a wrong code says how many tries are left; after five even the right one is shut out', async () => {
  await ask('13909510003');
  const code = arrived('13909510003');
  for (const left of [4, 3, 2, 1])
    expect(saysOf(await give('13909510003', other(code)))).toContain(`还能试${String(left)}次`);
  expect(saysOf(await give('13909510003', other(code)))).toContain('不能再试');
  expect(await give('13909510003', code)).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
});

test('a hundred guesses at once are no more than five tries', async () => {
  await ask('13909510004');
  const code = arrived('13909510004');
  const guesses = Array.from({ length: 100 }, (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'));
  const answers = await Promise.all(guesses.map((guess) => give('13909510004', guess)));
  expect(answers.filter((a) => !a.ok && a.refusal.detail.startsWith('wrong phone code'))).toHaveLength(5);
});

test('after five minutes a code is too old', async () => {
  await ask('13909510005');
  const code = arrived('13909510005');
  nowMs += 5 * MINUTE;
  expect(saysOf(await give('13909510005', code))).toContain('过期');
});

test('a code for the form opens nothing in the chat, and a phone’s code not another phone', async () => {
  await ask('13909510006');
  await ask('13909510007');
  const code = arrived('13909510006');
  expect((await give('13909510006', code, 'chat')).ok).toBe(false);
  if (code !== arrived('13909510007')) expect((await give('13909510007', code)).ok).toBe(false);
  expect((await give('13909510006', code)).ok).toBe(true);
});

test('codes come a minute apart, six a day; the newest alone counts', async () => {
  expect((await ask('13909510008')).ok).toBe(true);
  const first = arrived('13909510008');
  expect(saysOf(await ask('13909510008'))).toContain('一分钟后');
  nowMs += MINUTE;
  expect((await ask('13909510008')).ok).toBe(true);
  const second = arrived('13909510008');
  if (first !== second) expect((await give('13909510008', first)).ok).toBe(false);
  expect((await give('13909510008', second)).ok).toBe(true);
  for (let i = 0; i < 4; i++) {
    nowMs += MINUTE;
    expect((await ask('13909510008', i % 2 === 0 ? 'report' : 'chat')).ok).toBe(true);
  }
  nowMs += MINUTE;
  expect(saysOf(await ask('13909510008'))).toContain('明天');
});

test('of ten requests at once the phone rings once', async () => {
  const before = world.sms.length;
  await Promise.all(Array.from({ length: 10 }, () => ask('13909510009')));
  expect(world.sms.length - before).toBe(1);
});

test('one place cannot make a hundred phones ring', async () => {
  const answers = [];
  for (let i = 0; i < 40; i++) answers.push(await ask(`137095${String(10_000 + i)}`, 'report', '10.9.9.9'));
  expect(answers.filter((a) => a.ok)).toHaveLength(30);
});

test('when the message does not go, the person is told and need not wait a minute', async () => {
  const { sms } = deps;
  deps.sms = { send: () => Promise.resolve('failed') };
  expect(saysOf(await ask('13909510011'))).toContain('没有发出去');
  deps.sms = sms;
  expect((await ask('13909510011')).ok).toBe(true);
  expect((await give('13909510011', arrived('13909510011'))).ok).toBe(true);
});

test('neither phone nor code lies open in the table', async () => {
  await ask('13909510012');
  const code = arrived('13909510012');
  const { Items } = await new DynamoDBClient({}).send(new ScanCommand({ TableName: 'bancheng' }));
  const items = JSON.stringify(Items);
  expect(items).toContain('PHONECODE#');
  expect(items).not.toContain('13909510012');
  expect(items).not.toContain(`"${code}"`);
});

test.each(['123456', '１２３４５６', '123 456', ' 123-456。'])('digits may be typed as %s', (typed) => {
  expect(SixDigits.parse(typed)).toBe('123456');
});
