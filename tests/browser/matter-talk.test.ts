/** A matter reported and followed in the chat of a real browser, on a phone and on a desktop. */
import type { Browser, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

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

const answers = (page: Page): Promise<number> => page.locator('.bot .said').count();
/** Does something and waits for what the assistant says to it. */
async function answered(page: Page, act: () => Promise<unknown>): Promise<string> {
  const before = await answers(page);
  await act();
  await eventually(
    () => answers(page),
    (now) => {
      expect(now).toBeGreaterThan(before);
    },
  );
  return page.locator('.bot').last().innerText();
}
const say = (page: Page, words: string): Promise<string> =>
  answered(page, async () => {
    await page.fill('#field', words);
    await page.press('#field', 'Enter');
  });
const tap = (page: Page, label: string): Promise<string> =>
  answered(page, () => page.getByRole('button', { name: label, exact: true }).last().click());

async function codeFor(number: string): Promise<string> {
  const inbox = await (await fetch(`${product.url}/dev/inbox.json`)).text();
  const messages = JSON.parse(inbox) as { to: string; values: Record<string, string> }[];
  return messages.find((m) => m.to === number)?.values['code'] ?? '';
}

test.each([
  ['phone', phone, '13909510061'],
  ['desktop', desktop, '13909510062'],
] as const)(
  'on a %s: told, checked, confirmed by a code, filed, followed',
  async (name, device, number) => {
    const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(product.url);
    await page.locator('.hello, .rows').first().waitFor();
    expect(await say(page, '我跑了三趟！解除抵押窗口非要结清证明，车是宁A24680')).toContain('规定的材料里没有结清证明');
    expect(await tap(page, '反映办不成事')).toContain('宁A****0');
    await picture(page, `matter-draft-${name}`);
    expect(await seriousFaults(page)).toEqual([]);
    await tap(page, '提交并附记录');
    await say(page, number);
    const receipt = await say(page, await codeFor(number));
    expect(receipt).toContain('最晚11月25日（周三）答复');
    await picture(page, `matter-receipt-${name}`);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await tap(page, '查进度')).toContain('最晚答复日');
    await picture(page, `matter-progress-${name}`);
    expect(await seriousFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    // Everything stands there again after a reload.
    await page.reload();
    await page.locator('.rows').first().waitFor();
    await eventually(
      () => page.locator('body').innerText(),
      (text) => {
        expect(text).toContain('受理回执');
      },
    );
    await context.close();
  },
  120_000,
);
