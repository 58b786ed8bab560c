/** The command that sets the account up, against the local platform. */
import type { WeChatSettings } from '../../handlers/gateways/wechat-settings.ts';
import { signatureOf } from '../../models/wechat/signature.ts';
import { startWeChatPeer, type WeChatPeer } from '../../scripts/local/wechat-peer.ts';
import { weChatCommand } from '../../scripts/wechat.ts';
import { someAccount, someProduct } from './peer-stage.ts';

let peer: WeChatPeer;
let product: Awaited<ReturnType<typeof someProduct>>;
let origin: string;
beforeEach(async () => {
  const { token } = someAccount();
  product = await someProduct(({ query }) => {
    const signed = signatureOf(token, query.get('timestamp') ?? '', query.get('nonce') ?? '');
    return signed === query.get('signature') ? (query.get('echostr') ?? '') : 403;
  });
  peer = await startWeChatPeer({ account: someAccount(), callback: product.url });
  origin = new URL(product.url).origin;
});
afterEach(async () => {
  product.stop();
  await peer.stop();
});

const settings = (
  given: Partial<{ appId: string; secret: string; token: string; aesKey: string }> = {},
): WeChatSettings => {
  const { appId, secret, token, aesKey } = { ...someAccount(), ...given };
  return {
    appId,
    api: peer.url,
    oauth: peer.url,
    office: 'yinchuan',
    budgetMs: 3000,
    templates: { progress: 'TEMPLATE-1' },
    secrets: () => Promise.resolve({ secret, token, aesKey }),
  };
};
async function command(
  what: string,
  set: WeChatSettings | 'none' = settings(),
): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const parts = { settings: set === 'none' ? undefined : set, origin, print: (line: string) => said.push(line) };
  const exit = await weChatCommand([what], parts);
  return { exit, said: said.join('\n') };
}

test('the menu goes up, and then everything is found right', async () => {
  expect(await command('check')).toMatchObject({
    exit: 1,
    said: expect.stringMatching(/✗ 自定义菜单：还没有/u) as string,
  });
  expect((await command('menu')).exit).toBe(0);
  expect(peer.menu()?.button.map(({ name }) => name)).toEqual(['问业务', '视频办', '办不成事']);
  const { exit, said } = await command('check');
  expect([exit, said.includes('✗')]).toEqual([0, false]);
});

test.each([
  ['an AppSecret that is not the account’s', { secret: 'other' }, /✗ 接口凭证：AppSecret 不对.*40125/u],
  ['another AppID', { appId: 'wx0000000000000000' }, /✗ 接口凭证：AppID 不对.*40013/u],
  ['another Token than the product’s', { token: 'another' }, /✗ 服务器地址 .*：没有认出签名/u],
  ['an EncodingAESKey that is too short', { aesKey: 'short' }, /✗ 令牌和消息密钥/u],
])('%s is found, with what to do', async (_, given, finding) => {
  const { exit, said } = await command('check', settings(given));
  expect(exit).toBe(1);
  expect(said).toMatch(finding);
});

test('a platform that refuses this machine’s address says so, and a product that is not there, too', async () => {
  await peer.stop();
  peer = await startWeChatPeer({ account: someAccount({ allowedAddresses: ['203.0.113.9'] }) });
  expect((await command('menu')).said).toMatch(/菜单没放上去：这台机器的公网地址不在IP白名单里/u);
  product.stop();
  expect((await command('check')).said).toMatch(/✗ 服务器地址 .*：打不开/u);
});

test('a product that takes a wrong signature is not good enough', async () => {
  product.stop();
  product = await someProduct(({ query }) => query.get('echostr') ?? '');
  origin = new URL(product.url).origin;
  expect((await command('check')).said).toMatch(/✗ 服务器地址 .*签名不对的也放进来了/u);
});

test('set-up says what goes where, with fresh words where there are none, and the secret stays unsaid', async () => {
  const { said } = await command('set-up', 'none');
  expect(said).toContain(`${origin}/api/wechat`);
  expect(said).toMatch(/Token {10,}[0-9a-f]{32}\n/u);
  expect(said).toMatch(/EncodingAESKey +[A-Za-z0-9]{43}\n/u);
  const known = await command('set-up');
  expect(known.said).toContain(someAccount().token);
  expect(known.said).not.toContain(someAccount().secret);
  expect([(await command('dance')).exit, (await command('check', 'none')).exit]).toEqual([2, 1]);
});
