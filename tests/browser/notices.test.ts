import type { Browser, Page } from 'playwright-core';
import { fileAt } from '../office-of-matters.ts';
import type { Deps } from '../../functions/deps.ts';
import { newNotice } from '../../models/aftermath/notice.ts';
import { officeHere } from './call-stage.ts';
import { openConsole, overflow, told, type Seat } from './console-desk.ts';
import { desktop, openWholeBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let deps: Deps;
let chen: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  ({ deps } = await officeHere());
  chen = await openConsole(product, browser, 'chen');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Both sizes of the look, looked at and checked. */
async function checked(page: Page, name: string): Promise<void> {
  // A message that fades is judged by nobody.
  await page.waitForFunction(() => document.querySelector('.el-message') === null);
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
}

test('a manager sees what could not be told and why, and has it sent again', async () => {
  const { page } = chen;
  const { id, number } = await fileAt(deps, { notify: 'sms' });
  const about = { kind: 'matter', id, to: 'person', news: 'accepted' } as const;
  const of = { version: 9, index: 0, office: 'yinchuan', at: deps.now(), channel: 'sms', urgent: false } as const;
  await deps.notices.add({
    ...newNotice({ ...of, about }, deps.now()),
    attempts: 12,
    state: { name: 'failed', at: deps.now(), why: 'not-taken' },
  });
  await page.goto(`${product.url}/console#/notices`);
  const row = page.getByRole('listitem').filter({ hasText: number });
  await row.getByText('运营商没收下').waitFor();
  await checked(page, 'notices-failed');
  await row.getByRole('button', { name: '再发一次' }).click();
  await page.getByText('都发出去了').waitFor();
  await checked(page, 'notices-none');
});

test('a manager registers another system, hands over the secret once, tries it and reads its log', async () => {
  const { page } = chen;
  await page.goto(`${product.url}/console#/notices/webhooks`);
  await page.getByText('还没有登记').waitFor();
  await page.getByRole('button', { name: '登记一个' }).click();
  await page.getByLabel('是谁的系统').fill('市12345平台');
  await page.getByLabel('地址').fill('https://10.0.0.7/hook');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('这个地址在内网或本机').waitFor();
  // What was typed is still there.
  expect(await page.getByLabel('是谁的系统').inputValue()).toBe('市12345平台');
  await page.getByLabel('地址').fill('https://hooks.example.com/bancheng');
  await checked(page, 'notices-webhook-form');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const secret = page.getByRole('alert').locator('code');
  await secret.waitFor();
  expect(await secret.textContent()).toMatch(/^whsec_/u);
  await page.getByRole('button', { name: '交给对方了' }).click();
  const card = page.getByRole('article', { name: '市12345平台' });
  await card.getByRole('button', { name: '试推一条' }).click();
  await card.getByText('webhook.trial').waitFor();
  await checked(page, 'notices-webhooks');
  await card.getByRole('button', { name: '停下' }).click();
  await card.getByText('停着', { exact: true }).waitFor();
  await card.getByRole('button', { name: '删掉' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
  await page.getByText('还没有登记').waitFor();
});

test('an operator enters the numbers under which the carrier has approved the sentences', async () => {
  const wu = await openConsole(product, browser, 'wu');
  const { page } = wu;
  await page.goto(`${product.url}/console#/notices/templates`);
  const row = page.getByRole('listitem').filter({ hasText: 'matter-accepted' });
  await row.getByLabel('中文编号').fill('2071110');
  await checked(page, 'notices-templates');
  await page.getByRole('button', { name: '存下编号' }).click();
  await told(page, '存好了，五分钟内生效');
  await page.reload();
  await row.waitFor();
  expect(await row.getByLabel('中文编号').inputValue()).toBe('2071110');
  await wu.context.close();
});

test('a person chooses on their own page how they are told', async () => {
  const { number } = await fileAt(deps, { notify: 'sms' });
  const found = await deps.complaints.byNumber(number, deps.now());
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(`${product.url}/track?number=${number}`);
  await page.locator('input[name=code]').fill(found?.code ?? '');
  await page.locator('form[action="/track"] button').first().click();
  await page.getByText('怎么告诉您（通知、退订）').click();
  await page.getByLabel('退订：只告诉必须告诉的').check();
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, `track-notices-${String(size.width)}`);
  }
  await page.getByRole('button', { name: '就这样告诉我' }).click();
  await page.getByText('记下了，以后就这样告诉您').waitFor();
  await context.close();
});
