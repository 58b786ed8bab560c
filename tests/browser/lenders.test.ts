import type { Browser, Page } from 'playwright-core';
import { demoPaper } from '../../scripts/local/demo-papers.ts';
import { ask, openConsole, overflow, staffCookie, type Seat } from './console-desk.ts';
import {
  desktop,
  openBrowser,
  OPEN_HOURS,
  phone,
  picture,
  seriousFaults,
  startProduct,
  type Running,
} from './product.ts';

let product: Running;
let browser: Browser;
let chen: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  chen = await openConsole(product, browser, 'chen');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const SAISHANG = '01KDEMR000000000000000000A';
const to = (page: Page, place: string): Promise<unknown> => page.goto(`${product.url}/console#/${place}`);
async function checked(page: Page, name: string): Promise<void> {
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
}
const paper = (of: 'licence' | 'seal') => ({
  name: `${of}.png`,
  mimeType: 'image/png',
  buffer: demoPaper(of).bytes,
});

/** An agent at the lender's own page. */
async function openLender(name: string): Promise<Seat> {
  const context = await browser.newContext({ ...desktop, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  const [key = '', ...value] = (await staffCookie(product, name)).split('=');
  await context.addCookies([{ name: key, value: value.join('='), url: product.url }]);
  const page = await context.newPage();
  await page.clock.install({ time: OPEN_HOURS });
  await page.goto(`${product.url}/lender#/home`);
  return { context, page };
}

test('a manager sees what waits, looks at licence and seal, approves, and the lender gets an agent with a code', async () => {
  const { page } = chen;
  await to(page, 'lenders');
  await page.getByRole('link', { name: /贺兰融资租赁有限公司/ }).waitFor();
  await checked(page, 'lenders-list');
  await page.getByRole('link', { name: /贺兰融资租赁有限公司/ }).click();
  await page.getByRole('img', { name: '营业执照照片1' }).waitFor();
  await checked(page, 'lenders-applied');
  await page.getByRole('button', { name: '通过', exact: true }).click();
  await page.getByText('通过了，短信已经发给联系人').waitFor();
  await page.getByRole('button', { name: '加一位经办人' }).click();
  await page.getByRole('button', { name: '开好，给我开通码' }).click();
  await page.getByText('请写姓名，2到20个字。').waitFor();
  await page.getByLabel('经办人姓名').fill('孙浩然');
  await page.getByLabel('经办人手机号').fill('13900000813');
  await page.getByLabel('登录名').fill('sunhaoran');
  await page.getByLabel('到哪天止').fill('2027-06-30');
  await page.locator('.agent input[type=file]').setInputFiles(paper('seal'));
  await page.locator('.agent').getByText('传好了').waitFor();
  await checked(page, 'lenders-agent-form');
  await page.getByRole('button', { name: '开好，给我开通码' }).click();
  await page.getByText('把开通码当面交给孙浩然').waitFor();
  expect(await page.locator('.hand dd').first().textContent()).toContain('/console/enrol#sunhaoran.');
  await checked(page, 'lenders-agent-handed');
});

test('a lender is entered with a doubtful code, its papers photographed, and goes back with all reasons at once', async () => {
  const { page } = chen;
  await to(page, 'lenders/new');
  await page.getByRole('button', { name: '登记，再传照片' }).click();
  await page.getByText('请照执照写机构名称，2到60个字。').waitFor();
  await page.getByLabel('机构名称').fill('黄河农村商业银行');
  await page.getByLabel('统一社会信用代码').fill('91350211M0000XUF46');
  await page.getByText('最后一位和前面对不上').waitFor();
  await page.getByLabel('银行').check();
  await page.getByLabel('联系人姓名').fill('马丽');
  await page.getByLabel('联系人手机号').fill('13900000820');
  await checked(page, 'lenders-new');
  await page.getByRole('button', { name: '登记，再传照片' }).click();
  await page.getByText('还差营业执照的照片').waitFor();
  await page.locator('.papers input[type=file]').first().setInputFiles(paper('licence'));
  await page.locator('.papers').getByText('传好了').waitFor();
  await page.getByRole('button', { name: '把照片存进资料' }).click();
  await page.getByRole('img', { name: '营业执照照片1' }).waitFor();
  expect(await page.getByRole('button', { name: '通过', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '退回', exact: true }).click();
  expect(await page.getByLabel('缺印章印样照片').isChecked()).toBe(true);
  await page.getByLabel('信用代码和执照不一致').check();
  await checked(page, 'lenders-return');
  await page.getByRole('button', { name: '退回，要改2处' }).click();
  await page.getByText('退回了，原因已经短信告诉联系人').waitFor();
  await page.locator('.decide .box').getByText('信用代码和执照不一致').waitFor();
});

test('a code that is registered leads to the lender that has it', async () => {
  const { page } = chen;
  await to(page, 'lenders/new');
  await page.getByLabel('机构名称').fill('塞上银行');
  const { lender } = await ask<{ lender: { code: string } }>(product, 'chen', 'GET', `/api/lenders/${SAISHANG}`);
  await page.getByLabel('统一社会信用代码').fill(lender.code);
  await page.getByLabel('银行').check();
  await page.getByLabel('联系人姓名').fill('马丽');
  await page.getByLabel('联系人手机号').fill('13900000820');
  await page.getByRole('button', { name: '登记，再传照片' }).click();
  await page.getByRole('link', { name: '打开已经登记的那一家' }).click();
  await page.getByRole('heading', { name: '塞上银行股份有限公司银川分行' }).waitFor();
});

test('mandates that end soon are listed and lead to their lender', async () => {
  const { page } = chen;
  await to(page, 'lenders');
  await page.getByRole('link', { name: /1位经办人的委托快到期/ }).click();
  await page.getByText('还剩6天').waitFor();
  await checked(page, 'lenders-mandates');
  await page.getByRole('link', { name: /林佳/ }).click();
  await page.getByRole('heading', { name: '青渠汽车金融有限公司' }).waitFor();
  await page.getByRole('button', { name: '登记新委托书' }).waitFor();
});

test('an empty list says why, and one that cannot be fetched says so and is fetched on the next try', async () => {
  const { page } = chen;
  await to(page, 'lenders');
  await page.getByRole('tab', { name: /暂停中/ }).click();
  await page.getByText('没有暂停的').waitFor();
  await picture(page, 'lenders-empty');
  await page.route('**/api/lenders?state=approved', (route) => route.fulfill({ status: 500, body: '{}' }), {
    times: 1,
  });
  await page.getByRole('tab', { name: /已通过/ }).click();
  await page.getByText('机构没取到').waitFor();
  await picture(page, 'lenders-failed');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('link', { name: /塞上银行/ }).waitFor();
});

const HEAD = '号牌号码,车架号后6位,登记证书编号,抵押合同号,车主姓名,车主手机号,登记证书在谁那里';
const list = [
  HEAD,
  '宁A12345,100042,640012345678,HT-2026-001,王小军,13900000001,银行',
  '宁AD12345,LSVAA4182E2100042,640012345679,HT-2026-002,李秀英,13900000002,车主',
  '宁A1234,100042,6.40012E+11,,王,13900000003,不知道',
].join('\r\n');

test('an agent sees the own lender and mandate, and a list is checked before anything is filed', async () => {
  const { page, context } = await openLender('zhou');
  await page.getByRole('heading', { name: '塞上银行股份有限公司银川分行' }).waitFor();
  await checked(page, 'lender-home');
  await page.getByRole('link', { name: '批量申请' }).click();
  await checked(page, 'lender-import');
  await page.locator('input[type=file]').setInputFiles({
    name: '三月解押.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  });
  await page.getByText('能交2行，要改1行').waitFor();
  await page.getByText('登记证书编号被Excel变成了科学计数').waitFor();
  await checked(page, 'lender-import-checked');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载要改的行' }).click();
  expect((await saved).suggestedFilename()).toBe('要改的行.csv');
  await page.getByRole('button', { name: '提交2行' }).click();
  await page.getByText('交上了2行').waitFor();
  await checked(page, 'lender-import-filed');
  await page.locator('input[type=file]').setInputFiles({
    name: '图.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  });
  await page.getByText('这个文件读不出来').waitFor();
  await page.getByRole('link', { name: '我的登录' }).click();
  await page.getByText('就是这里').waitFor();
  await checked(page, 'lender-account');
  await context.close();
});

test('an agent whose mandate ends soon is told, and is out with one sentence when the lender is suspended', async () => {
  const { page, context } = await openLender('lin');
  await page.getByText('委托还有6天到期').waitFor();
  await page.getByRole('link', { name: '批量申请' }).click();
  await page.getByText('委托还有6天到期').waitFor();
  await page.getByRole('link', { name: '本单位' }).click();
  await page.getByRole('heading', { name: '我的委托' }).waitFor();
  await checked(page, 'lender-soon');
  await to(chen.page, 'lenders/01KDEMR000000000000000000B');
  await chen.page.getByRole('button', { name: '暂停', exact: true }).click();
  await chen.page.getByLabel('为什么暂停').fill('公章遗失，等补刻');
  await chen.page.getByRole('button', { name: '暂停，经办人马上停办' }).click();
  await chen.page.getByRole('button', { name: '恢复', exact: true }).waitFor();
  await checked(chen.page, 'lenders-suspended');
  await page.reload();
  await page.getByText('贵单位现在暂停办理').waitFor();
  await checked(page, 'lender-stopped');
  await chen.page.getByRole('button', { name: '恢复', exact: true }).click();
  await chen.page.getByRole('button', { name: '暂停', exact: true }).waitFor();
  await context.close();
});

test('an agent at the console’s door is led to the lender’s page, and an officer at the lender’s to the console', async () => {
  const { page, context } = await openLender('zhou');
  await page.getByRole('heading', { name: '塞上银行股份有限公司银川分行' }).waitFor();
  await page.goto(`${product.url}/console`);
  await page.waitForURL(/\/lender(?:#.*)?$/u);
  await context.close();
  await chen.page.goto(`${product.url}/lender`);
  await chen.page.waitForURL(/\/console/u);
});

test('a lender applies without script: what is wrong is told at once, a doubtful code twice is taken', async () => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${product.url}/lenders/apply`);
  await picture(page, 'lender-apply-390');
  await page.getByRole('button', { name: '交上来' }).click();
  await page.getByText('还有5处要看一下').waitFor();
  await page.getByLabel('机构名称').fill('六盘山村镇银行');
  await page.getByLabel('统一社会信用代码').fill('91350211M0000XUF46');
  await page.getByLabel('银行').check();
  await page.getByLabel('联系人姓名').fill('田芳');
  await page.getByLabel('联系人手机号').fill('13900000830');
  await page.getByRole('button', { name: '交上来' }).click();
  await page.getByText('最后一位和前面对不上').waitFor();
  await picture(page, 'lender-apply-doubt-390');
  await page.getByRole('button', { name: '交上来' }).click();
  await page.getByRole('heading', { name: '收到了' }).waitFor();
  await picture(page, 'lender-apply-done-390');
  await context.close();
});

test('with script the form takes photos, and both pages are free of serious faults', async () => {
  const context = await browser.newContext({ ...desktop, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${product.url}/lenders/apply`);
  await page.locator('input[type=file]').first().setInputFiles(paper('licence'));
  await page.locator('.photos li').getByText('传好了').waitFor();
  await checked(page, 'lender-apply-form');
  await page.goto(`${product.url}/lenders/apply/done`);
  await checked(page, 'lender-apply-done');
  await context.close();
});
