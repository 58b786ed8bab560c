import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ask, openConsole, overflow, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openWholeBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  liu = await openConsole(product, browser, 'liu');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** A paper drawn by the browser itself: sharp, or out of focus. */
async function drawn(page: Page, name: string, blur: number): Promise<string> {
  const base64 = await page.evaluate((radius) => {
    const canvas = document.createElement('canvas');
    canvas.width = 1400;
    canvas.height = 1000;
    const paper = canvas.getContext('2d') as CanvasRenderingContext2D;
    paper.filter = radius === 0 ? 'none' : `blur(${String(radius)}px)`;
    paper.fillStyle = '#5a5650';
    paper.fillRect(0, 0, 1400, 1000);
    paper.fillStyle = '#e4e6e2';
    paper.fillRect(90, 80, 1220, 840);
    paper.fillStyle = '#20262a';
    paper.font = '34px "Noto Sans CJK SC"';
    for (let line = 0; line < 15; line++)
      paper.fillText(
        `机动车登记证书第${String(line + 1)}行，登记机关银川市公安局交通警察支队车辆管理所`,
        140,
        160 + line * 52,
      );
    return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '';
  }, blur);
  const path = join(tmpdir(), `${name}-${String(process.pid)}.jpg`);
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
}

async function looksGood(page: Page, name: string): Promise<void> {
  expect([name, await overflow(page)]).toEqual([name, 0]);
  expect([name, await seriousFaults(page)]).toEqual([name, []]);
  await picture(page, name);
}

test('an officer and a person go through one sheet: ticks seen at once, photos checked and judged, notice and code', async () => {
  const context = await browser.newContext({ ...phone, reducedMotion: 'reduce', permissions: ['camera'] });
  context.setDefaultTimeout(60_000);
  const citizen = await context.newPage();
  await citizen.goto(`${product.url}/?say=${encodeURIComponent('解除抵押要带什么')}`);
  await citizen.getByRole('button', { name: '发送' }).click();
  await citizen.locator('.said').first().waitFor();
  const { conversation } = await citizen.evaluate(
    async () => (await (await fetch('/api/chat?after=0')).json()) as { conversation: { id: string } },
  );
  await citizen.locator('.said').last().waitFor();
  await eventually(
    () => ask<{ row: { service?: string } }>(product, 'liu', 'GET', `/api/desk/conversations/${conversation.id}`),
    ({ row }) => {
      expect(row.service).toBe('mortgage-release');
    },
  );

  // The officer begins the sheet of the service at hand.
  const { page } = liu;
  await page.goto(`${product.url}/console#/c/${conversation.id}`);
  const panel = page.getByRole('region', { name: '材料清单' });
  await panel.getByRole('button', { name: '开“解除抵押登记”的清单' }).click();
  const states = (paper: string) => panel.getByRole('radiogroup', { name: `${paper}怎么样` });
  await states('车主身份证').waitFor();

  // It stands in the person's talk, and a tick shows there without a reload.
  const card = citizen.locator('.sheet-rows');
  await card.getByText('机动车登记证书').waitFor();
  await states('机动车登记证书（大绿本）').getByText('还差').click();
  await card.locator('.missing').getByText('还差').waitFor();
  await citizen.getByRole('link', { name: '打开清单' }).click();
  await citizen.getByRole('heading', { name: '解除抵押登记' }).waitFor();
  const identity = citizen.getByRole('listitem').filter({ has: citizen.getByRole('heading', { name: '车主身份证' }) });
  const certificate = citizen
    .getByRole('listitem')
    .filter({ has: citizen.getByRole('heading', { name: '机动车登记证书' }) });
  await panel.getByRole('button', { name: '写说明' }).nth(1).click();
  await panel.getByLabel('说明（对方看得到）').fill('封面磨坏了不要紧，里面的字要看得清');
  await panel.getByLabel('去哪儿拿').fill('丢了就到城东大厅2号窗口补领');
  await panel.getByRole('button', { name: '存下' }).click();
  await certificate.getByText('丢了就到城东大厅2号窗口补领').waitFor();

  // A photo out of focus is warned of and sent all the same; a good one has no warning; the live camera has an outline.
  const [blurred, sharp] = [await drawn(citizen, 'blurred', 7), await drawn(citizen, 'sharp', 0)];
  await certificate.getByRole('button', { name: '拍照预审' }).click();
  const camera = citizen.getByRole('dialog');
  await camera.getByRole('button', { name: '拍照', exact: true }).waitFor();
  await looksGood(citizen, 'sheet-camera');
  await camera.getByRole('button', { name: '拍照', exact: true }).click();
  await camera.getByRole('button', { name: '重拍一张' }).click();
  await camera.getByRole('button', { name: '拍照', exact: true }).waitFor();
  await camera.locator('input[type=file]').setInputFiles(blurred);
  await camera.getByText('有点糊，字看不清').waitFor();
  await looksGood(citizen, 'sheet-photo-warned');
  await camera.getByRole('button', { name: '还是用这张' }).click();
  await certificate.getByText('等警官看').waitFor();
  await identity.getByRole('button', { name: '拍照预审' }).click();
  await camera.locator('input[type=file]').setInputFiles(sharp);
  await camera.getByText('看得清，可以用').waitFor();
  await looksGood(citizen, 'sheet-photo-clear');
  await camera.getByRole('button', { name: '就用这张' }).click();
  await identity.getByText('等警官看').waitFor();
  await looksGood(citizen, 'sheet-waiting');

  // Both are judged; nothing is told until both are, and then all of it at once.
  const tell = panel.getByRole('button', { name: '把结果发给对方（2张）' });
  await tell.waitFor();
  expect(await tell.isDisabled()).toBe(true);
  const look = (paper: string) => panel.getByRole('button', { name: `看照片 ${paper}` }).click();
  await look('机动车登记证书（大绿本）');
  const verdict = page.getByRole('dialog');
  await verdict.getByText('有点糊，字看不清').waitFor();
  await verdict.getByLabel('字看不清，重拍一张').check();
  await looksGood(page, 'sheet-judge');
  await verdict.getByRole('button', { name: '要重来' }).click();
  await panel.getByText('看过，没发').waitFor();
  await look('车主身份证');
  await page.getByRole('dialog').getByRole('button', { name: '可以', exact: true }).click();
  await eventually(
    () => tell.isDisabled(),
    (disabled) => {
      expect(disabled).toBe(false);
    },
  );
  expect(await certificate.getByText('重拍一张').count()).toBe(0);
  await tell.click();
  await certificate.getByText('字看不清，重拍一张').waitFor();
  await identity.getByText('可以', { exact: true }).waitFor();
  await certificate.getByRole('button', { name: '重新拍' }).waitFor();
  await panel.getByText('预审码').waitFor();
  await looksGood(page, 'sheet-panel');
  await looksGood(citizen, 'sheet-told');
  await citizen.getByRole('button', { name: '大字' }).click();
  await looksGood(citizen, 'sheet-elder');
  await citizen.goto(`${citizen.url()}?lang=en`);
  await citizen.getByText('Have a photo checked').waitFor();
  await looksGood(citizen, 'sheet-english');

  // The notice fits one page of paper.
  await panel.getByRole('button', { name: '给一次性告知单' }).click();
  await panel.getByRole('button', { name: '改过了，再给一次' }).waitFor();
  const own = citizen.url().split('?')[0] ?? '';
  await citizen.goto(`${product.url}/`);
  await citizen.getByRole('button', { name: '标准字' }).click();
  await citizen.getByRole('link', { name: '看告知单' }).scrollIntoViewIfNeeded();
  await citizen.locator('article.said').nth(2).screenshot({ path: '.build/pictures/sheet-talk-told.png' });
  await citizen.locator('article.said').nth(1).screenshot({ path: '.build/pictures/sheet-talk-live.png' });
  await citizen.goto(`${own}/notice`);
  await citizen.getByRole('heading', { name: '一次性告知单' }).waitFor();
  for (const words of ['看过，没问题', '丢了就到城东大厅2号窗口补领', '预审码'])
    await citizen.getByText(words).first().waitFor();
  expect(await seriousFaults(citizen)).toEqual([]);
  await citizen.setViewportSize({ width: 794, height: 1123 });
  await citizen.emulateMedia({ media: 'print' });
  const sheet = await citizen.locator('.sheet').boundingBox();
  expect(sheet?.height).toBeLessThanOrEqual(1123);
  await picture(citizen, 'sheet-notice');
  const code = (await panel.locator('.code b').textContent()) ?? '';

  // Any window finds it, and it is used once.
  await page.goto(`${product.url}/console#/checks`);
  await page.getByLabel('预审码').fill(code.toLowerCase());
  await page.getByRole('button', { name: '查', exact: true }).click();
  const found = page.getByRole('article', { name: '解除抵押登记' });
  await found.getByText('有效', { exact: true }).waitFor();
  for (const size of [desktop.viewport, phone.viewport]) {
    await page.setViewportSize(size);
    await looksGood(page, `sheet-checks-${String(size.width)}`);
  }
  await found.getByRole('button', { name: '窗口用了' }).click();
  await found.getByText('用过了', { exact: true }).waitFor();
  await context.close();
}, 240_000);
