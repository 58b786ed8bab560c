/** Takes the README's pictures from the running product: `npm run screenshots`. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { desktop, OPEN_HOURS, openBrowser, phone, startProduct } from '../tests/browser/product.ts';
import { build } from './build.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });
process.env['TMPDIR'] ??= mkdtempSync(join(tmpdir(), 'bancheng-pictures-'));

await build();
const product = await startProduct(OPEN_HOURS);
const browser = await openBrowser();
try {
  const consolePage = await (await browser.newContext({ ...desktop })).newPage();
  await consolePage.clock.install({ time: OPEN_HOURS });
  await signIn(consolePage, 'liu');
  const citizen = await (await browser.newContext({ ...phone })).newPage();
  await citizen.clock.install({ time: OPEN_HOURS });
  await citizen.goto(product.url);
  await say(citizen, '车贷还清了，怎么解抵押？');
  await citizen.screenshot({ path: join(folder, 'citizen.png') });
  await say(citizen, '大绿本找不到了');
  await say(citizen, '人工');
  await say(citizen, '银行说要我自己去补，我人在外地');
  await consolePage.keyboard.press('Escape');
  await consolePage.getByRole('tab', { name: /未认领/u }).click();
  await consolePage.waitForTimeout(1200);
  await consolePage.keyboard.press('j');
  await consolePage.waitForTimeout(800);
  await consolePage.keyboard.press('c');
  await consolePage.waitForTimeout(2000);
  await consolePage.screenshot({ path: join(folder, 'console.png') });
  const guide = await (await browser.newContext({ ...desktop, viewport: { width: 1280, height: 1000 } })).newPage();
  await guide.goto(`${product.url}/guides/mortgage-release`);
  await guide.screenshot({ path: join(folder, 'guide.png') });
} finally {
  await browser.close();
  await product.stop();
}
process.exit(0);

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${product.url}/console`);
  const fields = page.locator('input');
  await fields.nth(0).fill(name);
  await fields.nth(1).fill(product.accounts[0]?.password ?? '');
  await fields.nth(2).fill(product.code(name));
  await page.keyboard.press('Enter');
  await page.waitForTimeout(2500);
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1800);
}
