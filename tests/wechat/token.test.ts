/** One pass to the platform for all functions: asked for once by many at once, asked anew once when it is no longer taken. */
import { accessToken } from '../../functions/wechat/access-token.ts';
import { openWeChatAccount } from '../../handlers/gateways/wechat-account.ts';
import { weChatFromEnvironment } from '../../handlers/gateways/wechat-settings.ts';
import { MINUTE, plus } from '../../models/time.ts';
import { OpenId } from '../../models/wechat/account.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
});
afterAll(() => stage.stop());

const who = OpenId.parse('oSomebody0000');
/** As many separate functions: each holds nothing in memory of the others. */
const functionsOf = async (n: number) => {
  const deps = await stage.deps();
  const settings = weChatFromEnvironment();
  if (settings === undefined) throw new Error('no account');
  return Array.from({ length: n }, () => openWeChatAccount(deps, settings));
};

test('twenty functions that start at once ask for one pass, which is filed sealed', async () => {
  const sent = await Promise.all((await functionsOf(20)).map((account) => account.sendText(who, '一')));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(stage.platform.passes).toBe(1);
  expect(stage.platform.sent).toHaveLength(20);
  const { openTable } = await import('../../models/store/table.ts');
  const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
  const table = openTable(new DynamoDBClient({}), 'bancheng');
  const item = await table.get({ pk: 'WECHATTOKEN', sk: 'RECORD' });
  expect(JSON.stringify(item)).not.toContain(stage.platform.pass);
});

test('a pass that is no longer taken is renewed once, also when many find out at once', async () => {
  const accounts = await functionsOf(12);
  await Promise.all(accounts.map((account) => account.sendText(who, '二')));
  const before = stage.platform.passes;
  stage.platform.pass = 'changed by somebody else';
  const sent = await Promise.all(accounts.map((account) => account.sendText(who, '三')));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(stage.platform.passes).toBe(before + 1);
});

test('while one renews an old pass the others go on with it; whoever died renewing is followed by the next', async () => {
  const deps = await stage.deps();
  const later = { ...deps, now: () => plus(deps.now(), 117 * MINUTE) };
  let asked = 0;
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const source = async () => {
    asked += 1;
    await slow;
    return { token: 'the next', seconds: 7200 };
  };
  const renewing = accessToken(later, source);
  while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const meanwhile = await accessToken(later, source);
  expect([meanwhile, asked]).toEqual([stage.platform.pass, 1]);
  answer();
  expect(await renewing).toBe('the next');

  await deps.weChatTokens.lease('who died', Date.parse(plus(deps.now(), 15_000)), Date.parse(deps.now()));
  const afterwards = { ...deps, now: () => plus(deps.now(), 400 * MINUTE) };
  expect(await accessToken(afterwards, () => Promise.resolve({ token: 'another', seconds: 7200 }))).toBe('another');
});

test('the platform’s refusals come back by their kind', async () => {
  const [account] = await functionsOf(1);
  const faultAt = async (code: number) => {
    stage.platform.fail = { code, times: 1 };
    const sent = await account?.sendText(who, '四');
    return sent?.ok === false ? sent.fault : 'sent';
  };
  expect([
    await faultAt(45015),
    await faultAt(45047),
    await faultAt(43004),
    await faultAt(45009),
    await faultAt(40008),
  ]).toEqual(['outside-window', 'count-used', 'not-following', 'daily-limit', 'not-taken']);
  const sent = await account?.sendTemplate({ to: who, id: 'x', template: 'nothing-filed', values: {} });
  expect(sent).toEqual({ ok: false, fault: 'not-permitted' });
});
