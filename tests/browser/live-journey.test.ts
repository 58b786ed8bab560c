/** Live guidance from both sides: asked for in the talk, answered at the desk, down the ladder and up again, ended, rated, handed to the window. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { OfficerLive } from '../../models/live/views.ts';
import { ask, openConsole, overflow } from './console-desk.ts';
import { eventually, until } from './eventually.ts';
import { desktop, openWholeBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let citizen: Page;
let officer: Page;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  officer = (await openConsole(product, browser, 'liu')).page;
  const context = await browser.newContext({
    ...phone,
    reducedMotion: 'reduce',
    permissions: ['camera', 'microphone'],
  });
  context.setDefaultTimeout(60_000);
  await rememberConnections(context);
  citizen = await context.newPage();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

type Remembered = { connections: RTCPeerConnection[] };
/** So that a test may ask each connection what flows through it. */
const rememberConnections = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const here = globalThis as unknown as Remembered & { RTCPeerConnection: typeof RTCPeerConnection };
    const connections: RTCPeerConnection[] = [];
    here.connections = connections;
    const Real = RTCPeerConnection;
    here.RTCPeerConnection = class extends Real {
      constructor(...how: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...how);
        connections.push(this);
      }
    };
  });
/** Pictures that were received and sent so far, over all connections of the page. */
const flow = (page: Page): Promise<{ received: number; sent: number }> =>
  page.evaluate(async () => {
    const all = { received: 0, sent: 0 };
    for (const one of (globalThis as unknown as Remembered).connections) {
      (await one.getStats()).forEach((entry: Record<string, unknown>) => {
        if (entry['kind'] !== 'video') return;
        if (entry['type'] === 'inbound-rtp') all.received += Number(entry['framesDecoded'] ?? 0);
        if (entry['type'] === 'outbound-rtp') all.sent += Number(entry['framesEncoded'] ?? 0);
      });
    }
    return all;
  });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect([name, await seriousFaults(page)]).toEqual([name, []]);
}
const write = async (page: Page, words: string): Promise<void> => {
  await page.locator('#field').fill(words);
  await button(page, '发送').click();
};

test('a citizen asks, an officer answers; picture, voice, photos, writing while the line is down, and back; then the end with its rating and the window', async () => {
  await citizen.goto(product.url);
  await citizen.locator('#field').waitFor();
  await write(citizen, '我来了三趟解押都没办成，要和警官说');
  await citizen.locator('.bot').last().waitFor();
  await write(citizen, '视频');
  await citizen.getByRole('link', { name: '打开视频' }).click();

  // The line, before and after asking.
  const start = button(citizen, '开始排队，等警官接');
  await until(
    () => start.isEnabled().catch(() => false),
    (enabled) => enabled,
  );
  await citizen.getByText('前面没有人，马上轮到您').waitFor();
  await sound(citizen, 'live-check-390');
  await start.click();
  await citizen.getByRole('heading', { name: '正在排队等警官' }).waitFor();
  await sound(citizen, 'live-waiting-390');

  // The desk.
  await officer.getByText('等连线 1').waitFor();
  await sound(officer, 'live-desk-1440');
  await button(officer, '接听').first().click();
  await officer.locator('.seat .free').waitFor();
  await until(
    () => flow(citizen),
    ({ received, sent }) => received > 5 && sent > 5,
  );
  await officer.locator('.seat .big:not(.off)').waitFor();
  await citizen.locator('.lv-tile.big:not(.off)').waitFor();
  await sound(citizen, 'live-call-390');
  await sound(officer, 'live-call-1440');
  expect([await overflow(citizen), await overflow(officer)]).toEqual([0, 0]);

  // What is written beside it is the talk itself.
  await write(citizen, '我把登记证放到镜头前');
  await officer.getByText('我把登记证放到镜头前').waitFor();

  // Voice, by the officer's wish; photos, by the citizen's.
  await button(officer, '语音').click();
  await citizen.locator('.lv-call.voice').waitFor();
  // On a busy machine the measured way may have led there before; then the page says so.
  await citizen.getByText(/现在只用语音|先改成语音/u).waitFor();
  await sound(citizen, 'live-voice-390');
  await button(citizen, '换方式').click();
  await citizen.locator('.lv-ways').getByRole('button', { name: '照片' }).click();
  await until(
    () => button(officer, '照片').getAttribute('aria-pressed'),
    (pressed) => pressed === 'true',
  );
  await citizen.locator('.lv-ctl input[type=file]').setInputFiles({
    name: 'paper.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await paper(citizen), 'base64'),
  });
  await officer.locator('.msgs img').last().waitFor();

  // The line goes: what is written meanwhile waits on the phone, and is there when it is back.
  await citizen.context().setOffline(true);
  product.dropSockets();
  await citizen.locator('.lv-call.text').waitFor();
  await write(citizen, '断线的时候写的一句');
  await citizen.getByText('断线的时候写的一句').waitFor();
  await picture(citizen, 'live-offline-390');
  await citizen.context().setOffline(false);
  await officer.getByText('断线的时候写的一句').waitFor();
  // Photos come back by themselves, the picture by a press.
  const talk = /[0-9A-HJKMNP-TV-Z]{26}/u.exec(officer.url())?.[0] ?? '';
  await until(
    async () => {
      const path = `/api/desk/live/of/${talk}`;
      const { live } = await ask<{ live: OfficerLive }>(product, 'liu', 'GET', path);
      return live.steps.map(({ to }) => to);
    },
    (ways) => ways.join(' ').endsWith('text photos'),
  );
  const before = await flow(citizen);
  await button(officer, '视频').click();
  await citizen.locator('.lv-call.video').waitFor();
  await picture(citizen, 'live-back-390');
  await citizen.locator('.lv-call.video .lv-tile.big:not(.off)').waitFor();
  await until(
    () => flow(citizen),
    ({ received }) => received > before.received,
  );

  // The end.
  await button(officer, '结束连线').click();
  await sound(officer, 'live-end-1440');
  await button(officer, '没办成').click();
  await citizen.getByText('这次没能办成', { exact: false }).waitFor();
  await eventually(
    () => citizen.locator('.lv').count(),
    (n) => {
      expect(n).toBe(0);
    },
  );
  await button(citizen, '反映办不成事').waitFor();
  await sound(citizen, 'live-after-390');
  await citizen.locator('.five button').last().waitFor();
  await button(citizen, '反映办不成事').click();
  await citizen.getByText('三趟').last().waitFor();
  await citizen.setViewportSize(desktop.viewport);
  await sound(citizen, 'live-after-1440');
}, 240_000);

/** A drawn paper, as base64. */
const paper = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d');
    if (pen !== null) {
      pen.fillStyle = '#fffdf2';
      pen.fillRect(0, 0, 640, 480);
      pen.fillStyle = '#223';
      pen.font = '40px sans-serif';
      pen.fillText('登记证书', 60, 120);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
