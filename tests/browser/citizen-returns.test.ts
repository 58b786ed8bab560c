/** Somebody who comes back, on a real phone: the window is offered again, the office's photos show, a lost code is found. */
import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { MatterFile, MatterRow } from '../../models/complaint/views.ts';
import { ask, overflow } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function open(address: string, more: object = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...phone, reducedMotion: 'reduce', ...more });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(product.url + address);
  return { context, page };
}
async function say(page: Page, words: string): Promise<string> {
  const answers = page.locator('.bot .said');
  const before = await answers.count();
  await page.fill('#field', words);
  await page.press('#field', 'Enter');
  await answers.nth(before).waitFor();
  return page.locator('.bot').last().innerText();
}
async function codeFor(number: string): Promise<string> {
  const inbox = await (await fetch(`${product.url}/dev/inbox.json`)).text();
  const messages = JSON.parse(inbox) as { to: string; values: Record<string, string> }[];
  return messages.find((m) => m.to === number && m.values['code'] !== undefined)?.values['code'] ?? '';
}
async function sound(page: Page, name: string, script = true): Promise<void> {
  await picture(page, name);
  if (!script) return;
  expect([name, await seriousFaults(page)]).toEqual([name, []]);
  expect([name, await overflow(page)]).toEqual([name, 0]);
}

/** A report filed in the talk; answers its number. */
async function report(page: Page, mine: string): Promise<string> {
  await page.locator('.hello, .rows').first().waitFor();
  await say(page, '我跑了三趟！解除抵押窗口非要结清证明，车是宁A24680');
  await say(page, '登记');
  await say(page, '提交不附');
  await say(page, mine);
  return /YC-\d{4}-\d{3}/u.exec(await say(page, await codeFor(mine)))?.[0] ?? '';
}

/** A real picture, drawn by the browser. */
async function drawn(page: Page, words: string): Promise<Buffer> {
  const address = await page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d');
    if (pen !== null) {
      pen.fillStyle = '#dfe9ea';
      pen.fillRect(0, 0, 640, 480);
      pen.fillStyle = '#0b5a68';
      pen.font = '48px sans-serif';
      pen.fillText(text, 60, 240);
    }
    return canvas.toDataURL('image/png');
  }, words);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

async function answerWithPhotos(number: string, pictures: readonly Buffer[]): Promise<void> {
  const { rows } = await ask<{ rows: MatterRow[] }>(product, 'liu', 'GET', `/api/matters/search?q=${number}`);
  const id = rows[0]?.id ?? '';
  const act = async (what: object): Promise<void> => {
    const { row } = await ask<MatterFile>(product, 'liu', 'GET', `/api/matters/${id}`);
    const delivery = crypto.randomUUID();
    await ask(product, 'liu', 'POST', `/api/matters/${id}/acts`, { delivery, seen: row.version, what });
  };
  await act({ act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  const attachments: string[] = [];
  for (const bytes of pictures) {
    const started = await ask<{ attachment: string; upload: { url: string; headers: Record<string, string> } }>(
      product,
      'liu',
      'POST',
      `/api/matters/${id}/photos`,
      {
        mime: 'image/png',
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('base64'),
        width: 640,
        height: 480,
      },
    );
    const { url, headers } = started.upload;
    const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    if (!put.ok) throw new Error(await put.text());
    attachments.push(started.attachment);
  }
  await act({
    act: 'answer',
    cause: 'missing-material',
    attachments,
    answer: {
      outcome: 'done',
      text: '不用结清证明，您直接来办就行。受理凭证拍给您了。',
      basis: ['《机动车登记规定》第33条'],
      goTo: '2号窗口刘一航',
    },
  });
}

test('a trip in vain told before starting over: whoever asks for the same again is offered the window', async () => {
  const { page, context } = await open('/');
  await page.locator('.hello, .rows').first().waitFor();
  await say(page, '车贷还清了去解押，跑了一趟没办成');
  expect(await page.getByRole('button', { name: '登记“办不成事”' }).count()).toBe(0);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: /重新开始/u }).click();
  await page.getByRole('dialog', { name: '重新开始？' }).getByRole('button', { name: '重新开始' }).click();
  await page.locator('.hello').waitFor();
  await say(page, '解押要带什么');
  await say(page, '还在');
  await page.getByRole('button', { name: '登记“办不成事”' }).last().waitFor();
  await sound(page, 'returns-window');
  await context.close();
}, 240_000);

test('the answer comes with the office’s photos, and each opens in full', async () => {
  const { page, context } = await open('/');
  const number = await report(page, '13909510071');
  await answerWithPhotos(number, [await drawn(page, '受理凭证'), await drawn(page, '登记证书')]);
  const photos = page.locator('.office-photos').last().locator('img');
  await eventually(
    async () => ({ here: await photos.count() }),
    ({ here }) => {
      expect(here).toBe(2);
    },
    60_000,
  );
  await photos.first().scrollIntoViewIfNeeded();
  const seen = (): Promise<number[]> =>
    photos.evaluateAll((all) => all.map((i) => (i as HTMLImageElement).naturalWidth));
  await eventually(
    seen,
    (widths) => {
      expect(widths).toEqual([640, 640]);
    },
    30_000,
  );
  await sound(page, 'returns-photos');
  const [full] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /照片1/u }).last().click(),
  ]);
  await full.waitForLoadState();
  expect(await full.locator('img').evaluate((i) => (i as HTMLImageElement).naturalWidth)).toBe(640);
  await full.close();
  await say(page, number);
  await page.locator('.office-photos').nth(1).waitFor();
  await sound(page, 'returns-photos-progress');
  const stranger = await open('/');
  const address = (await photos.first().getAttribute('src')) ?? '';
  expect((await stranger.page.goto(product.url + address))?.status()).toBe(404);
  await stranger.context.close();
  await context.close();
}, 240_000);

test.each([
  ['with script', {}, '/track/lost', '13909510072'],
  ['in large type', {}, '/track/lost?elder=1', '13909510073'],
  ['without script', { javaScriptEnabled: false }, '/track/lost', '13909510074'],
] as const)(
  'a lost code on the page, %s',
  async (name, device, address, mine) => {
    const reporter = await open('/');
    const number = await report(reporter.page, mine);
    await reporter.context.close();
    const script = name !== 'without script';
    const { page, context } = await open(address, device);
    const shot = `returns-lost-${name.replaceAll(' ', '-')}`;
    await sound(page, shot, script);
    await page.getByRole('button', { name: '发验证码' }).click();
    await page.getByText('手机号是11位数字').first().waitFor();
    await sound(page, `${shot}-faults`, script);
    await page.getByLabel('编号').fill(number);
    await page.getByLabel('登记时留的手机号').fill(mine);
    // The code for the report was sent to this phone, too: the new one is waited for.
    const before = await codeFor(mine);
    await page.getByRole('button', { name: '发验证码' }).click();
    await page.getByRole('heading', { name: '确认手机号' }).waitFor();
    await eventually(
      () => codeFor(mine),
      (code) => {
        expect(code).not.toBe(before);
      },
    );
    await sound(page, `${shot}-code`, script);
    await page.getByLabel('短信里的6位数字').fill(await codeFor(mine));
    await page.getByRole('button', { name: '看查询码' }).click();
    await page.getByRole('heading', { name: '您的查询码在这里' }).waitFor();
    expect(await page.locator('.nos dd').allTextContents()).toEqual([number, expect.stringMatching(/^[A-Z0-9]{8}$/u)]);
    await sound(page, `${shot}-receipt`, script);
    await context.close();
  },
  240_000,
);

test('a lost code in the talk', async () => {
  const mine = '13909510075';
  const reporter = await open('/');
  const number = await report(reporter.page, mine);
  await reporter.context.close();
  const { page, context } = await open('/');
  await page.locator('.hello, .rows').first().waitFor();
  await say(page, '查询码丢了');
  await say(page, number);
  await say(page, mine);
  await sound(page, 'returns-lost-talk-asked');
  expect(await say(page, await codeFor(mine))).toMatch(/查询码[A-Z0-9]{8}/u);
  await sound(page, 'returns-lost-talk');
  await context.close();
}, 240_000);
