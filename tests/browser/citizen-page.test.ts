import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { openBrowser, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await product.stop();
  await browser.close();
});

/** Everything the browser complains of is a fault: a forbidden style, a missing file, an error. */
async function openPage(
  width: number,
  height: number,
  {
    address = '/',
    ...more
  }: { address?: string; permissions?: string[]; geolocation?: { latitude: number; longitude: number } } = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What is still appearing has no full contrast yet.
    reducedMotion: 'reduce',
    ...more,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(product.url + address);
  await page.locator('.hello, .rows').first().waitFor();
  return { page, context, complaints };
}
const say = async (page: Page, words: string): Promise<void> => {
  const before = await page.locator('.bot .said').count();
  await page.fill('#field', words);
  await page.press('#field', 'Enter');
  await eventually(
    () => page.locator('.bot .said').count(),
    (now) => {
      expect(now).toBeGreaterThan(before);
    },
  );
};
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Targets that are too small to be hit; words inside a sentence and what only a reader hears are no targets. */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((side) => {
    const found: string[] = [];
    for (const el of Array.from(
      document.querySelectorAll<HTMLElement>('button, a[href], summary, textarea, .ck label'),
    )) {
      if (el.offsetParent === null || el.classList.contains('skip')) continue;
      const { width, height } = el.getBoundingClientRect();
      const wider = getComputedStyle(el, '::after');
      const more =
        wider.content === 'none' || wider.position !== 'absolute'
          ? 0
          : -parseFloat(wider.top) - parseFloat(wider.bottom);
      if (width < side - 0.5 || height + more < side - 0.5) found.push(`${el.className} ${el.innerText.slice(0, 12)}`);
    }
    return found;
  }, least);

test('the page loads no more than 80 KB of script, packed', async () => {
  const { page, context } = await openPage(390, 844);
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.js($|\?)/.test(name)),
  );
  const packed = scripts.map((name) => gzipSync(readFileSync(`.build/web${new URL(name).pathname}`)).length);
  expect(packed.length).toBeGreaterThan(0);
  expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(80 * 1024);
  await context.close();
});

test.each([
  [320, 640],
  [390, 844],
  [1024, 768],
  [1280, 800],
])('at %i by %i: no complaints, nothing cut, all targets large enough, axe finds nothing', async (width, height) => {
  const { page, context, complaints } = await openPage(width, height);
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, `citizen-empty-${String(width)}`);
  await say(page, '车贷还清了，怎么解抵押？');
  expect(await seriousFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await smallTargets(page, 44)).toEqual([]);
  await picture(page, `citizen-answer-${String(width)}`);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe('dialog');
  expect(complaints).toEqual([]);
  await context.close();
});

test('big type: three buttons, 60 pixels, nothing under 18, read aloud on every answer, remembered', async () => {
  const { page, context, complaints } = await openPage(390, 844);
  await say(page, '驾照丢了怎么补');
  await page.getByRole('button', { name: '大字' }).click();
  await page.reload();
  await page.locator('.bot .said').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-elder'))).toBe(true);
  expect(await page.locator('.el-row button').allInnerTexts()).toEqual(expect.arrayContaining(['打字', '找人工']));
  expect(await page.getByRole('button', { name: '读出来' }).count()).toBe(await page.locator('.bot .said').count());
  expect(await smallTargets(page, 60)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
  const small = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('body *'))
      .filter(
        (el) =>
          el.offsetParent !== null &&
          !el.closest('.sr') &&
          Array.from(el.childNodes).some((n) => n.nodeType === 3 && n.textContent?.trim() !== ''),
      )
      .filter((el) => parseFloat(getComputedStyle(el).fontSize) < 18)
      .map((el) => el.className),
  );
  expect(small).toEqual([]);
  await picture(page, 'citizen-elder-390');
  await page.getByRole('button', { name: '打字' }).click();
  await page.fill('#field', '多少钱');
  await page.press('#field', 'Enter');
  await page.locator('.el-row').waitFor();
  await page.getByRole('button', { name: '标准字' }).click();
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-elder'))).toBe(false);
  expect(complaints).toEqual([]);
  await context.close();
});

test('English on request: the page, its language and the assistant change, and stay changed', async () => {
  const { page, context } = await openPage(1280, 800);
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.getByRole('heading', { name: 'What do you need to get done?' }).waitFor();
  await say(page, 'How do I renew my driving licence?');
  expect(await page.locator('.bot .said').first().innerText()).toMatch(/ID card/);
  await page.reload();
  await page.locator('.bot .said').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, 'citizen-english-1280');
  await context.close();
});

test('another office is chosen on the page and answers from then on', async () => {
  const { page, context } = await openPage(390, 844);
  await page.getByRole('button', { name: /更换车管所/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '盐池车管所' }).click();
  await eventually(
    () => page.locator('.off-btn').innerText(),
    (now) => {
      expect(now).toContain('盐池');
    },
  );
  await page.reload();
  await eventually(
    () => page.locator('.off-btn').innerText(),
    (now) => {
      expect(now).toContain('盐池');
    },
  );
  await context.close();
});

test('words that come with a link stand in the field, ready, and are not sent by themselves', async () => {
  const { page, context } = await openPage(390, 844, { address: '/?say=%E4%BA%BA%E5%B7%A5&office=yanchi' });
  expect(await page.inputValue('#field')).toBe('人工');
  expect(await page.locator('.me').count()).toBe(0);
  expect(page.url()).not.toContain('say=');
  await eventually(
    () => page.locator('.off-btn').innerText(),
    (now) => {
      expect(now).toContain('盐池');
    },
  );
  await context.close();
});

test('a place is asked for with its reason, and told only roughly', async () => {
  const { page, context } = await openPage(390, 844, {
    permissions: ['geolocation'],
    geolocation: { latitude: 38.487194, longitude: 106.230909 },
  });
  const sent: string[] = [];
  // Whatever way it takes: a page whose socket is not open yet asks over HTTP.
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.reload();
  await page.getByRole('button', { name: '找窗口' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toMatch(/只用来找离您近的办理点/);
  await dialog.getByRole('button', { name: '分享大概位置' }).click();
  await page.locator('.placed').waitFor();
  await page.locator('.bot .said').first().waitFor();
  expect(sent.join('')).toContain('"lat":38.487,"lon":106.231');
  expect(sent.join('')).not.toContain('38.48719');
  await context.close();
});

/** A photo whose file says where it was taken. */
async function photoWithPlace(page: Page): Promise<Buffer> {
  const plain = Buffer.from(
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 480;
      const paper = canvas.getContext('2d');
      if (paper) {
        paper.fillStyle = '#0b5a68';
        paper.fillRect(40, 40, 400, 200);
      }
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/jpeg');
      });
      return Array.from(new Uint8Array(await new Response(blob).arrayBuffer()));
    }),
  );
  const place = Buffer.from('Exif\0\0GPS-SECRET-PLACE-38.487194');
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, place.length + 2]);
  return Buffer.concat([head, place, plain.subarray(2)]);
}

test('a photo arrives without the place where it was taken; a failed upload is kept and tried again', async () => {
  const { page, context } = await openPage(390, 844);
  const file = await photoWithPlace(page);
  expect(file.includes('SECRET-PLACE')).toBe(true);
  await page.route(/photos/, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: '添加照片或位置' }).click();
  await page.setInputFiles('input[type=file]', { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: file });
  await page.getByText('照片没传上去，还在这里，没有丢。').waitFor();
  expect(await page.locator('.me').count()).toBe(0);
  await page.unroute(/photos/);
  await page.getByRole('button', { name: '再传一次' }).click();
  const shown = page.locator('.me .picture img');
  await shown.waitFor();
  await eventually(
    () => shown.evaluate((img: HTMLImageElement) => img.naturalWidth),
    (now) => {
      expect(now).toBe(640);
    },
  );
  const stored = await context.request.get(new URL((await shown.getAttribute('src')) ?? '', product.url).href);
  expect(stored.ok()).toBe(true);
  expect((await stored.body()).includes('SECRET-PLACE')).toBe(false);
  await context.close();
});

test('a file that is no photo is refused in words', async () => {
  const { page, context } = await openPage(390, 844);
  await page.getByRole('button', { name: '添加照片或位置' }).click();
  await page.setInputFiles('input[type=file]', {
    name: 'a.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF'),
  });
  await page.getByRole('alert').filter({ hasText: '这个文件不是照片' }).waitFor();
  await context.close();
});

test('the keyboard alone is enough: skip link, question, answer’s button, dialog and back', async () => {
  const { page, context } = await openPage(1280, 800);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.locator('#field').focus();
  await page.keyboard.type('车贷还清了，怎么解抵押？');
  await page.keyboard.press('Enter');
  const chip = page.locator('.chips button').first();
  await chip.waitFor();
  await chip.focus();
  await page.keyboard.press('Enter');
  await eventually(
    () => page.locator('.me').count(),
    (now) => {
      expect(now).toBe(2);
    },
  );
  // The pressed button is gone; the focus is in the talk, not lost.
  await eventually(
    () => page.evaluate(() => document.activeElement?.getAttribute('role')),
    (now) => {
      expect(now).toBe('log');
    },
  );
  await context.close();
});

test('with the text at 200 % nothing is cut and the field is still there', async () => {
  const { page, context } = await openPage(640, 400);
  await say(page, '车贷还清了，怎么解抵押？');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await page.locator('#field').isVisible()).toBe(true);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.locator('#field').scrollIntoViewIfNeeded();
  expect(await page.locator('#field').isVisible()).toBe(true);
  await context.close();
});
