/** A person at the WeChat phone of the local start, an officer at the console, and a talk that began on the page. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openConsole, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let wide: BrowserContext;
let wx: Page;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  liu = await openConsole(product, browser, 'liu');
  wide = await browser.newContext({ ...desktop, reducedMotion: 'reduce' });
  wide.setDefaultTimeout(30_000);
  wx = await wide.newPage();
  await wx.goto(`${product.url}/dev/wechat`);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const answer = (page: Page, words: string | RegExp) => page.locator('.m:not(.me) .b', { hasText: words }).last();
const say = async (words: string): Promise<void> => {
  await wx.getByLabel('写点什么').fill(words);
  await wx.getByLabel('写点什么').press('Enter');
};

test('somebody follows, asks, taps for a person, is answered by an officer, and sends a photo that the officer sees', async () => {
  await wx.getByRole('button', { name: '关注公众号' }).click();
  await answer(wx, '随时回“人工”').waitFor();
  await say('驾照丢了怎么补');
  await answer(wx, '只带身份证就能补').waitFor();
  await wx.locator('.exchanges li', { hasText: '200' }).first().waitFor();

  await wx.getByRole('button', { name: '办不成事' }).click();
  await wx.getByRole('button', { name: '找警官' }).click();
  await liu.page.locator('#view-waiting').click();
  const row = liu.page.locator('.qi', { hasText: '微信' });
  await row.first().click();
  await liu.page.getByRole('button', { name: '认领' }).first().click();
  await liu.page.getByRole('button', { name: '转交' }).waitFor();
  await liu.page.locator('.ta').fill('您好，我是刘一航，把证件照片发来我看看。');
  await liu.page.locator('.ta').press('Enter');
  await answer(wx, '把证件照片发来我看看').waitFor();
  await eventually(
    () => liu.page.locator('.m.officer').last().innerText(),
    (now) => {
      expect(now).toContain('已送到微信');
    },
    20_000,
  );
  expect(await wx.locator('.m:not(.me)').last().locator('small').innerText()).toContain('随后送达');

  await wx.getByRole('button', { name: '更多' }).click();
  await wx.getByRole('button', { name: '样张' }).click();
  await wx.locator('.me .pic').waitFor();
  await liu.page.locator('.m.citizen img').first().waitFor();
  await wx.getByRole('button', { name: '更多' }).click();
  expect(await seriousFaults(wx)).toEqual([]);
  await wx.locator('.exchanges summary').first().click();
  await picture(wx, 'wechat-phone-desktop');
  await picture(liu.page, 'wechat-console');
}, 180_000);

test('a talk that began on the page goes on in WeChat, and each side shows what was said on the other', async () => {
  const page = await wide.newPage();
  await page.goto(product.url);
  await page.fill('#field', '车贷还清了，怎么解抵押？');
  await page.press('#field', 'Enter');
  await page.getByRole('heading', { name: '解除抵押登记' }).waitFor();

  await wx.getByRole('button', { name: '更多' }).click();
  await wx.getByLabel('二维码里的参数或网址').fill(`${product.url}/wechat/connect`);
  const [inside] = await Promise.all([wide.waitForEvent('page'), wx.getByLabel('二维码里的参数或网址').press('Enter')]);
  await inside.getByRole('link', { name: '在微信里接着说' }).first().click();
  await inside.getByRole('heading', { name: '接上了' }).waitFor();
  // The page shows the talk, so what is new is read there; WeChat goes on with the next word.
  await wx.getByRole('button', { name: '更多' }).click();
  await say('要带什么');
  await wx.locator('.me .b', { hasText: '要带什么' }).waitFor();
  await eventually(
    () => page.locator('.me > p').allInnerTexts(),
    (now) => {
      expect(now).toEqual(['车贷还清了，怎么解抵押？', '要带什么']);
    },
    30_000,
  );
  await say('解除绑定');
  await answer(wx, '解除了').waitFor();
  await page.close();
  await inside.close();
}, 180_000);

test('on a telephone the page is the phone itself', async () => {
  const narrow = await browser.newContext({ ...phone, reducedMotion: 'reduce' });
  const page = await narrow.newPage();
  await page.goto(`${product.url}/dev/wechat`);
  await page.locator('.m').first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await picture(page, 'wechat-phone');
  await page.getByRole('button', { name: '王奶奶' }).click();
  await page.getByRole('button', { name: '关注公众号' }).waitFor();
  await picture(page, 'wechat-phone-follow');
  await narrow.close();
}, 120_000);
