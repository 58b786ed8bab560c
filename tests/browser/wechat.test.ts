/** What an officer sees of a person in WeChat, and the pages that lead there from the browser. */
import type { Browser } from 'playwright-core';
import { delivered, openPlatform, wordsIn, type Message, type Platform } from '../wechat/platform.ts';
import type * as Desk from './console-desk.ts';
import type * as Kit from './product.ts';

let platform: Platform;
let product: Kit.Running;
let browser: Browser;
let kit: typeof Kit;
let desk: typeof Desk;
beforeAll(async () => {
  // Before the product is loaded: it connects to the account that it finds.
  platform = await openPlatform();
  kit = await import('./product.ts');
  desk = await import('./console-desk.ts');
  [product, browser] = await Promise.all([kit.startProduct(), kit.openWholeBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
  await platform.stop();
});

let number = 7_054_768_590_064;
const nowMs = (): number => Date.now() + Number(product.environment['CLOCK_AHEAD_MS']);
async function send(who: string, fields: Message): Promise<string> {
  const message = {
    ToUserName: 'gh_office',
    FromUserName: who,
    CreateTime: Math.floor(nowMs() / 1000),
    MsgId: String(number++),
    ...fields,
  };
  const { query, body } = delivered(message, nowMs());
  const answer = await fetch(`${product.url}/api/wechat?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body,
  });
  expect(answer.status).toBe(200);
  return wordsIn(await answer.text()) ?? '';
}
const say = (who: string, text: string): Promise<string> => send(who, { MsgType: 'text', Content: text });

test('the officer sees of each line whether it reached the person, why not, and how much is left', async () => {
  const { page } = await desk.openConsole(product, browser, 'liu');
  const who = 'oConsoleWeChat0001';
  await say(who, '驾驶证丢了怎么补');
  await say(who, '人工');
  await page.locator('#view-waiting').click();
  const row = page.locator('.qi', { hasText: '微信' }).first();
  await row.click();
  await page.locator('.msgs .m').first().waitFor();
  await page.getByRole('button', { name: '认领' }).first().click();
  await page.getByRole('button', { name: '转交' }).waitFor();
  const box = page.locator('.ta');
  const reply = async (words: string): Promise<void> => {
    await box.fill(words);
    await box.press('Enter');
  };
  const line = (words: string) => page.locator('.m.officer', { hasText: words });
  await reply('您好，带身份证来就能补。');
  await line('您好，带身份证来就能补。').getByText('已送到微信').waitFor();
  expect(platform.textsTo(who).some((text) => text.includes('带身份证来就能补'))).toBe(true);
  await page.getByText(/还能发4条/u).waitFor();
  platform.fail = { code: 48001, times: 1 };
  await reply('周六也上班。');
  await line('周六也上班。').getByText('没送到：公众号没有这个权限').waitFor();
  expect(await kit.seriousFaults(page)).toEqual([]);
  await kit.picture(page, 'wechat-console');
  // The person writes: what waited comes with the answer, and the mark changes by itself.
  expect(await say(who, '在')).toContain('周六也上班。');
  await line('周六也上班。').getByText('随回复送到').waitFor();
}, 90_000);

test('the pages into WeChat read well on a phone and on a desk, and lead on when something is wrong', async () => {
  for (const [name, options] of [
    ['phone', kit.phone],
    ['desktop', kit.desktop],
  ] as const) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const [what, path, words] of [
      ['connect', '/wechat/connect', '用微信扫这个码'],
      ['failed', '/wechat/join/forged.slip', '没接上'],
      ['gone', '/wechat/talk/forged.slip', '链接过期了'],
    ] as const) {
      await page.goto(`${product.url}${path}`);
      await page.getByRole('heading', { level: 1, name: words }).waitFor();
      expect([what, await kit.seriousFaults(page)]).toEqual([what, []]);
      expect(await desk.overflow(page)).toBe(0);
      await kit.picture(page, `wechat-${what}-${name}`);
    }
    await context.close();
  }
}, 90_000);

test('opened inside WeChat a link joins at once and says how to go on', async () => {
  const person = 'oJoinsInBrowser001';
  await say(person, '你好');
  const context = await browser.newContext({
    ...kit.phone,
    reducedMotion: 'reduce',
    userAgent: 'Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.50',
  });
  // Stands for the platform's page that tells who opened the link.
  await context.route('https://open.weixin.qq.com/**', async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    platform.codes.set('code-of-the-browser', person);
    const back = `${asked.get('redirect_uri') ?? ''}?code=code-of-the-browser&state=${asked.get('state') ?? ''}`;
    await route.fulfill({ status: 302, headers: { location: back } });
  });
  const page = await context.newPage();
  await page.goto(`${product.url}/wechat/connect`);
  await page.getByRole('link', { name: '在微信里接着说' }).click();
  await page.getByRole('heading', { level: 1, name: '接上了' }).waitFor();
  expect(await kit.seriousFaults(page)).toEqual([]);
  await kit.picture(page, 'wechat-joined-phone');
  await page.goto(`${product.url}/wechat/connect`);
  await page.getByRole('heading', { level: 1, name: '已经连着微信' }).waitFor();
  await kit.picture(page, 'wechat-linked-phone');
  await page.getByRole('button', { name: '解除绑定' }).click();
  await page.getByRole('link', { name: '在微信里接着说' }).waitFor();
  await context.close();
}, 90_000);
