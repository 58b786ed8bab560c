/** The citizen's page of a session in a real browser: trial, consent, waiting room, call, and what it says when something is missing. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import type { Invitation } from '../../web/room/room-office.ts';
import { aRoom, enter, officerTicket, serveHarness, ticketFor, type InCall } from './call-stage.ts';
import { eventually } from './eventually.ts';
import { desktop, openWholeBrowser, phone, seriousFaults, startProduct, type Running } from './product.ts';
import type { Harness } from './room-harness.ts';

declare const harness: Harness;
let product: Running;
let browser: Browser;
let site: { url: string; stop(): void };
beforeAll(async () => {
  [product, browser, site] = await Promise.all([startProduct(), openWholeBrowser(), serveHarness()]);
}, 240_000);
afterAll(async () => {
  site.stop();
  await browser.close();
  await product.stop();
});
const LONG = 420_000;

type Asked = { path: string; body: unknown };
type OnPage = { page: Page; context: BrowserContext; asked: Asked[]; complaints: string[]; room: string };

/** The office's answers are those of its interface; what the page asked is kept. */
async function visit(
  wish: Parameters<Browser['newContext']>[0],
  address: string,
  by: Browser = browser,
): Promise<OnPage> {
  const where = await aRoom();
  const invitation: Invitation = {
    socket: { url: product.environment['SOCKET_URL'] ?? '', ticket: await ticketFor(where, 'owner') },
    room: where.room,
    number: 'YC-1118-J001',
    party: 'owner',
    plate: { text: '宁AD00123', kind: 'green' },
    when: '今天10:45',
    office: { name: '银川车管所', phone: '0951-6981234' },
    notice: { version: recordingNotice.version, paragraphs: recordingNotice.zh, agreed: false },
    statement: '我是车主李芳，号牌宁AD00123。贷款已经结束，我同意解除这辆车的抵押登记。',
    steps: ['consent', 'identity', 'challenge', 'code', 'statement', 'certificate'],
    relays: [],
    links: { hall: '/guides/mortgage-release', progress: '/track' },
  };
  const context = await by.newContext({ ...wish, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const asked: Asked[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/u.test(message.text())) complaints.push(message.text());
  });
  await page.route('**/api/room**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/room', '');
    if (request.method() === 'GET') return route.fulfill({ json: invitation });
    const body = JSON.parse(request.postData() ?? '{}') as { code?: string };
    asked.push({ path, body });
    const wrong = path === '/code' && body.code !== '246810';
    return route.fulfill(
      wrong ? { status: 422, json: { detail: '验证码不对，请对照短信再输一次，还能试4次。' } } : { json: {} },
    );
  });
  await page.goto(`${product.url}${address}`);
  return { page, context, asked, complaints, room: where.room };
}

async function sound(page: Page, name: string): Promise<void> {
  expect([name, await seriousFaults(page)]).toEqual([name, []]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect([name, wide]).toEqual([name, 0]);
  await page.screenshot({
    path: `.build/pictures/room-${name}.png`,
    animations: 'disabled',
    fullPage: name.includes('check'),
  });
}

const officer = async (room: string): Promise<InCall> =>
  enter(browser, site.url, 'officer', {
    socketUrl: product.environment['SOCKET_URL'] ?? '',
    room,
    ticket: await officerTicket(product),
  });

test(
  'on a phone, from the trial to the end of the call',
  async () => {
    const { page, context, asked, complaints, room } = await visit(phone, '/room');
    await page.getByText('听得到').waitFor();
    const enterButton = page.getByRole('button', { name: '进等候室' });
    const box = page.getByLabel('我知道会全程录像存证');
    expect([await box.isChecked(), await enterButton.isDisabled()]).toEqual([false, true]);
    await page.getByText('还差：看过告知书，勾上同意。').waitFor();
    await sound(page, 'check');
    await page.getByRole('button', { name: '看告知书第1版' }).click();
    await page.getByText('您可以不同意').waitFor();
    await sound(page, 'check-notice');
    await page.getByRole('button', { name: '看完了' }).click();
    await box.check();
    await enterButton.click();
    await page.getByText('警官还没有进来').waitFor();
    expect(asked.map(({ path }) => path).sort()).toEqual(['/check', '/consent']);
    expect(asked.find(({ path }) => path === '/consent')?.body).toEqual({ version: '1' });
    const desk = await officer(room);
    await page.getByText('看到您了').waitFor();
    await sound(page, 'waiting');
    await desk.page.evaluate(() => {
      harness.call().admit('owner', true);
    });
    await page.getByText('全程录像').waitFor();
    await page.waitForFunction(() => document.querySelector('.tile.big:not(.off) video') !== null, undefined, {
      timeout: 60_000,
    });
    await desk.page.evaluate(() => {
      harness.call().turnTo('statement', 'owner');
    });
    await page.getByText('第5步，共6步').waitFor();
    await page.waitForFunction(() => (document.querySelector('blockquote b')?.textContent ?? '').length > 8);
    await sound(page, 'call');
    await page.getByRole('button', { name: '念完了' }).click();
    await page.getByText('警官听着呢').waitFor();
    expect(asked.at(-1)?.path).toBe('/statement');
    await desk.page.evaluate(() => {
      harness.call().turnTo('code', 'owner');
      harness.call().write('验证码发到尾号4321的手机上了');
    });
    await page.getByLabel('短信里的6位数字').fill('111111');
    await page.getByRole('button', { name: '填好了' }).click();
    await page.getByText('还能试4次').waitFor();
    await sound(page, 'code');
    await page.getByLabel('短信里的6位数字').fill('246810');
    await page.getByRole('button', { name: '填好了' }).click();
    await page.getByText('验证码对了').waitFor();
    await page.getByText('有1条新的').waitFor();
    await page.getByRole('button', { name: '写字' }).click();
    await page.getByText('尾号4321').waitFor();
    await page.getByPlaceholder('写一句').fill('收到了');
    await page.getByRole('button', { name: '发送' }).click();
    await eventually(
      () => desk.page.evaluate(() => harness.state().lines?.map(({ text }) => text)),
      (lines) => {
        expect(lines).toContain('收到了');
      },
      30_000,
    );
    await sound(page, 'chat');
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByRole('button', { name: '静音' }).click();
    await desk.page.waitForFunction(() => harness.state().peers[0]?.muted === true);
    await page.getByRole('button', { name: '先离开' }).click();
    await page.getByRole('button', { name: '离开', exact: true }).click();
    await page.getByText('十分钟内回来').waitFor();
    await sound(page, 'left');
    expect(complaints).toEqual([]);
    await context.close();
    await desk.context.close();
  },
  LONG,
);

test(
  'in large type, in English and on a desktop nothing is cut off',
  async () => {
    for (const [name, wish, address] of [
      ['elder-check', { ...phone, viewport: { width: 320, height: 640 } }, '/room?elder=1'],
      ['english-check', phone, '/room?lang=en'],
      ['desktop-check', desktop, '/room'],
    ] as const) {
      const { page, context } = await visit(wish, address);
      await page.locator('.lst .pass').nth(2).waitFor();
      await sound(page, name);
      await context.close();
    }
  },
  LONG,
);

test(
  'who refuses the camera, has none, or sits in WeChat’s browser is told what to do, and may go to the hall or call',
  async () => {
    const refusing = await openWholeBrowser(['--deny-permission-prompts', '--use-fake-device-for-media-stream']);
    const denied = await visit(phone, '/room', refusing);
    await denied.page.getByText('没允许').first().waitFor();
    await sound(denied.page, 'check-refused');
    const inWeChat = await visit(
      { ...phone, userAgent: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50' },
      '/room',
      refusing,
    );
    await inWeChat.page.getByRole('button', { name: '复制链接' }).waitFor();
    await inWeChat.page.getByText('在浏览器打开').first().waitFor();
    await sound(inWeChat.page, 'check-wechat');
    await refusing.close();
    const without = await openWholeBrowser([]);
    const none = await visit(phone, '/room', without);
    await none.page.getByText('没找到').first().waitFor();
    expect(await none.page.getByRole('button', { name: '进等候室' }).isDisabled()).toBe(true);
    expect(await none.page.getByRole('link', { name: '不想视频，去大厅办' }).getAttribute('href')).toBe(
      '/guides/mortgage-release',
    );
    await without.close();
  },
  LONG,
);
