/** A journey in WeChat with invented secrets; then what the functions logged is searched for them. */
import { msOf } from '../../models/time.ts';
import { account, delivered } from './platform.ts';
import { openStage, until, type Stage } from './stage.ts';

let stage: Stage;
const logged: string[] = [];
const real = { info: console.info, error: console.error, log: console.log, warn: console.warn };
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
  Object.assign(process.env, { POWERTOOLS_DEV: 'true', POWERTOOLS_LOG_LEVEL: 'INFO' });
  const take = (...parts: unknown[]): void => {
    logged.push(parts.map(String).join(' '));
  };
  Object.assign(console, { info: take, error: take, log: take, warn: take });
});
afterAll(async () => {
  await stage.stop();
  Object.assign(console, real);
});

test('neither words nor the platform’s name for a person nor a secret of the account stands in any log', async () => {
  const person = stage.person('Secretive');
  await person.say('我叫欧阳铁柱，车牌宁A8K2X7，电话13800138000，我家的秘密是酸菜');
  await person.send({ MsgType: 'voice', MediaId: 'm', Format: 'amr', Recognition: '我家的秘密是酸菜' });
  await person.send({ MsgType: 'image', PicUrl: '', MediaId: 'media-of-酸菜' });
  // What fails must not tell more than what works.
  const message = await person.message({ MsgType: 'text', Content: '我家的秘密是酸菜' });
  const good = delivered(message, msOf((await stage.deps()).now()));
  await stage.deliver({ ...good, query: { ...good.query, msg_signature: 'x' } });
  await stage.deliver({ ...good, body: '<xml>我家的秘密是酸菜' });
  process.env['WECHAT_BUDGET_MS'] = '0';
  await stage.deliver(good);
  stage.platform.fail = { code: 45009, times: 1 };
  await until(
    () => logged.filter((line) => line.includes('wechat-failed')).length,
    (n) => n > 0,
  );
  const text = logged.join('\n');
  expect(text).toContain('request-answered');
  for (const secret of [
    '欧阳',
    '8K2X7',
    '13800138000',
    '酸菜',
    person.openId,
    stage.platform.pass,
    account.secret,
    account.aesKey,
    account.token,
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});
