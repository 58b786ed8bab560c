import type { Browser, Page } from 'playwright-core';
import { codeAt } from '../../models/access/one-time-code.ts';
import { openConsole, overflow, type Seat } from './console-desk.ts';
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
let wu: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  wu = await openConsole(product, browser, 'wu');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const GOOD = '蓝色台灯 mango 十二只猫';
const to = (page: Page, place: string): Promise<unknown> => page.goto(`${product.url}/console#/${place}`);
const now = (): number => Date.now() + Number(product.environment['CLOCK_AHEAD_MS']);

/** Both sizes of the look, looked at and checked. */
async function checked(page: Page, name: string): Promise<void> {
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
}

test('an operator opens an account, hands the code over, and the colleague sets password and phone and is at the desk', async () => {
  const { page } = wu;
  await page.getByRole('button', { name: /刘一航/ }).waitFor();
  await checked(page, 'console-accounts');
  await page.getByRole('button', { name: '开一个账号' }).click();
  await page.getByRole('button', { name: '开好，给我开通码' }).click();
  await page.getByText('请写姓名，2到20个字。').waitFor();
  await page.getByLabel('姓名').fill('王秀兰');
  await page.getByRole('textbox', { name: '登录名' }).fill('wangxiulan');
  await page.getByRole('button', { name: '开好，给我开通码' }).click();
  await page.getByText('把开通码当面交给王秀兰').waitFor();
  await checked(page, 'console-accounts-handed');
  const link = (await page.locator('.hand dd').first().textContent()) ?? '';
  expect(link).toContain('/console/enrol#wangxiulan.');

  const context = await browser.newContext({ ...desktop, reducedMotion: 'reduce' });
  const hers = await context.newPage();
  await hers.clock.install({ time: OPEN_HOURS });
  await hers.goto(link);
  await hers.getByText('王秀兰，您好').waitFor();
  await hers.getByLabel('密码', { exact: true }).fill('wangxiulan1980');
  await hers.getByLabel('再输一次密码').fill('wangxiulan1980');
  await hers.getByText('扫不了？').click();
  const secret = ((await hers.locator('details code').textContent()) ?? '').replaceAll(' ', '');
  await hers.getByLabel('手机上显示的6位数字').fill(codeAt(secret, now()));
  await hers.getByRole('button', { name: '开通，进工作台' }).click();
  await hers.getByText('密码里有您的姓名或登录名').waitFor();
  await checked(hers, 'console-enrol-refused');
  await hers.getByLabel('密码', { exact: true }).fill(GOOD);
  await hers.getByLabel('再输一次密码').fill(GOOD);
  await hers.getByLabel('手机上显示的6位数字').fill(codeAt(secret, now()));
  await hers.getByRole('button', { name: '开通，进工作台' }).click();
  await hers.getByText('在岗，接了0人').waitFor();
  expect(hers.url()).not.toContain('enrol');

  await page.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByRole('button', { name: '真的停用' }).click();
  await page.getByRole('button', { name: '恢复使用' }).waitFor();
  await hers.goto(`${product.url}/console#/sessions`);
  await hers.reload();
  await hers.locator('#sign-in-name').waitFor();
  await context.close();
});

test('a used or wrong code says so and leads on to the sign-in', async () => {
  const context = await browser.newContext({ ...desktop, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${product.url}/console/enrol`);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('请填开通码。').waitFor();
  await page.getByLabel('登录名').fill('wangxiulan');
  await page.getByLabel('开通码').fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('alert').getByText('登录名或开通码不对').waitFor();
  await checked(page, 'console-enrol-wrong');
  await page.getByRole('button', { name: '已经开通过，去登录' }).click();
  await page.locator('#sign-in-name').waitFor();
  await context.close();
});

test('an operator’s own account is shown and cannot be changed there', async () => {
  const { page } = wu;
  await page.getByRole('button', { name: /吴建国\s*wu/ }).click();
  await page.getByText('这是您自己的账号').waitFor();
  const form = page.getByRole('region', { name: '账号内容' });
  expect(await form.getByRole('button', { name: /停用|重新开通|存下/ }).count()).toBe(0);
  await checked(page, 'console-accounts-own');
});

test('when the accounts cannot be fetched the page says so, and fetches them on the next try', async () => {
  const { page } = wu;
  await page.route('**/api/staff/accounts', (route) => route.fulfill({ status: 500, body: '{}' }), { times: 1 });
  await to(page, 'sessions');
  await page.getByText('就是这里').waitFor();
  await to(page, 'accounts');
  await page.getByText('账号没取到').waitFor();
  await picture(page, 'console-accounts-failed');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('button', { name: /刘一航/ }).waitFor();
});

test('the own password is changed here, and this page goes on', async () => {
  const chen = await openConsole(product, browser, 'chen');
  await to(chen.page, 'sessions');
  await chen.page.getByText('就是这里').waitFor();
  await checked(chen.page, 'console-own');
  const old = product.accounts.find((account) => account.name === 'chen')?.password ?? '';
  await chen.page.locator('#own-current').fill(old);
  await chen.page.getByLabel('新密码').fill(GOOD);
  await chen.page.getByLabel('再输一次密码').fill(GOOD);
  await chen.page.getByRole('button', { name: '换密码' }).click();
  await chen.page.getByText('密码换好了').waitFor();
  await chen.page.locator('#own-phone-current').fill(GOOD);
  await chen.page.getByRole('button', { name: '绑新手机' }).click();
  await chen.page.getByRole('img', { name: '绑定手机用的二维码' }).waitFor();
  await checked(chen.page, 'console-own-phone');
  await chen.context.close();
});

test('a deleted shipped phrase stays deleted, and comes back on purpose', async () => {
  const liu = await openConsole(product, browser, 'liu');
  const { page } = liu;
  await to(page, 'canned');
  await page.getByRole('button', { name: /\/稍等/ }).click();
  await page.getByRole('button', { name: '删掉这条' }).click();
  await page.getByRole('button', { name: '真的删掉' }).click();
  await page.getByRole('button', { name: /\/稍等 / }).waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.item').nth(28).waitFor();
  expect(await page.locator('.item', { hasText: '/稍等' }).count()).toBe(0);
  await page.getByText('删掉的自带，1条').click();
  await checked(page, 'console-canned');
  await page.getByRole('button', { name: '拿回来 /稍等' }).click();
  await page.locator('.item', { hasText: '/稍等' }).getByText('自带').waitFor();
  await page.getByRole('textbox', { name: '内容' }).fill('{称呼}，我去查一下。');
  await page.getByRole('button', { name: '存下' }).click();
  await page.locator('.item', { hasText: '/稍等' }).getByText('改过的').waitFor();
  await page.getByRole('button', { name: '换回自带的写法' }).click();
  await page.locator('.item', { hasText: '/稍等' }).getByText('自带').waitFor();
  await liu.context.close();
});
