import type { Browser, Page } from 'playwright-core';
import { ask, openCitizen, openConsole, openRow, overflow, told, type Seat } from './console-desk.ts';
import { openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let ding: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  liu = await openConsole(product, browser, 'liu');
  ding = await openConsole(product, browser, 'ding');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const to = (page: Page, place: string): Promise<unknown> => page.goto(`${product.url}/console#/${place}`);

test('signing in asks for every field, says what is wrong, and leads to the desk', async () => {
  const { page, context } = await openConsole(product, browser, undefined);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('请填登录名。').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sign-in-name');
  expect(await seriousFaults(page)).toEqual([]);
  await page.fill('#sign-in-name', 'chen');
  await page.fill('#sign-in-password', 'wrong');
  await page.fill('#sign-in-code', '000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('还能试4次').waitFor();
  expect(await page.inputValue('#sign-in-code')).toBe('');
  await page.fill('#sign-in-password', product.accounts.find((a) => a.name === 'chen')?.password ?? '');
  await page.fill('#sign-in-code', product.code('chen'));
  await page.keyboard.press('Enter');
  await page.getByText('在岗，接了0人').waitFor();
  await context.close();
});

test('after five wrong tries the account is locked and the page says for how long', async () => {
  const { page, context } = await openConsole(product, browser, undefined);
  await page.fill('#sign-in-name', 'wu');
  for (let i = 0; i < 5; i++) {
    await page.fill('#sign-in-password', 'wrong');
    await page.fill('#sign-in-code', '000000');
    const answered = page.waitForResponse('**/api/staff/sign-in');
    await page.keyboard.press('Enter');
    await answered;
    await page.getByRole('button', { name: '登录' }).waitFor();
  }
  await page.getByRole('alert').getByText('先锁15分钟').waitFor();
  await picture(page, 'console-locked');
  await context.close();
});

test('an answer is written by one officer, published by a second, and taken back by one click', async () => {
  await to(liu.page, 'knowledge');
  await liu.page.getByRole('button', { name: '写一条新的' }).click();
  await liu.page.getByLabel('群众怎么问').fill('无人机要不要上牌照呀\n无人机去哪里登记');
  await liu.page.getByRole('combobox', { name: '属于哪一项' }).click();
  await liu.page.getByRole('option').first().click();
  await liu.page.getByLabel('怎么答（中文）').fill('无人机不归车管所登记，请到民航的登记系统办。');
  await liu.page.getByLabel('依据').fill('《无人驾驶航空器飞行管理暂行条例》，2026年11月核对');
  await liu.page.getByRole('button', { name: '放进待发布' }).click();
  await liu.page.getByText('您写的要由另一位同事发布').waitFor();
  expect(await liu.page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);

  await to(ding.page, 'knowledge');
  await ding.page.getByRole('button', { name: /无人机要不要上牌照呀/ }).click();
  await ding.page.getByRole('button', { name: '发布', exact: true }).click();
  await ding.page.getByRole('region', { name: '考试结果' }).waitFor({ timeout: 60_000 });
  await picture(ding.page, 'console-knowledge');
  await ding.page.getByRole('button', { name: '撤回' }).click();
  await told(ding.page, '撤回了，助手不再用');
  expect(await seriousFaults(ding.page)).toEqual([]);
});

test('the office ships thirty ready phrases; one is added, checked, used and removed', async () => {
  await to(liu.page, 'canned');
  await liu.page.locator('.item').nth(29).waitFor();
  await liu.page.getByRole('button', { name: '写一条新的' }).click();
  await liu.page.getByLabel('斜杠后面打什么').fill('午休 时间');
  await liu.page.getByRole('button', { name: '存下' }).click();
  await liu.page.getByText('请写斜杠后面打什么，不要空格和斜杠。').waitFor();
  await liu.page.getByLabel('斜杠后面打什么').fill('午休时间');
  await liu.page.getByLabel('一眼能认的名字').fill('中午几点上班');
  await liu.page.getByRole('textbox', { name: '内容' }).fill('{称呼}您好，');
  await liu.page.getByRole('button', { name: '{单位}', exact: true }).click();
  await liu.page.getByLabel('王先生您好，银川车管所').waitFor();
  await liu.page.getByRole('button', { name: '存下' }).click();
  await liu.page.getByRole('button', { name: /\/午休时间/ }).waitFor();
  await liu.page.getByRole('button', { name: '删掉这条' }).click();
  await liu.page.getByRole('button', { name: '真的删掉' }).click();
  await liu.page.getByRole('button', { name: /\/午休时间/ }).waitFor({ state: 'detached' });
});

test('sign-ins elsewhere are listed and ended', async () => {
  await to(liu.page, 'sessions');
  await liu.page.getByText('就是这里').waitFor();
  await liu.page.getByText('只有这一处登录').waitFor();
  expect(await seriousFaults(liu.page)).toEqual([]);
});

test('an auditor sees everything and is offered nothing to do; an operator sees no conversation', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('人工');
  const zhao = await openConsole(product, browser, 'zhao');
  await openRow(zhao.page, 'all', citizen.id);
  await zhao.page.getByText('您是督察，只能看。').waitFor();
  expect(await zhao.page.locator('textarea').count()).toBe(0);
  expect(await zhao.page.getByRole('button', { name: /认领|转交|看全号/ }).count()).toBe(0);
  expect(await seriousFaults(zhao.page)).toEqual([]);
  await zhao.context.close();
});

const sizes = [
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const;

test('the desk fits every size, light and dark, in both languages, without a serious fault', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('登记证书丢了，车还抵押着');
  await citizen.say('人工');
  await ask(product, 'liu', 'POST', `/api/desk/conversations/${citizen.id}/claim`, {});
  await to(liu.page, '');
  await openRow(liu.page, 'mine', citizen.id);
  await liu.page.locator('.ta').fill('您好，/补证');
  await liu.page.getByRole('option').first().waitFor();
  for (const theme of ['light', 'dark'] as const) {
    for (const size of sizes) {
      await liu.page.setViewportSize(size);
      expect(await overflow(liu.page)).toBe(0);
      expect(await seriousFaults(liu.page)).toEqual([]);
      await picture(liu.page, `console-${String(size.width)}-${theme}`);
    }
    await liu.page.getByRole('button', { name: theme === 'light' ? '换成深色' : '换成浅色' }).click();
  }
  await liu.page.setViewportSize({ width: 1440, height: 900 });
  await liu.page.getByRole('button', { name: '我的账号' }).click();
  await liu.page.getByRole('menuitem', { name: 'English' }).click();
  await liu.page.getByRole('button', { name: 'Pass on' }).waitFor();
  await picture(liu.page, 'console-english');
  expect(await seriousFaults(liu.page)).toEqual([]);
  await liu.page.getByRole('button', { name: /My account/ }).click();
  await liu.page.getByRole('menuitem', { name: '中文' }).click();
});

test('on a phone there is one pane at a time, and everything is within reach', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('人工');
  const seat = await openConsole(product, browser, 'liu', phone);
  await openRow(seat.page, 'waiting', citizen.id);
  expect(await seat.page.locator('.queue').isVisible()).toBe(false);
  expect(await overflow(seat.page)).toBe(0);
  await seat.page.getByRole('button', { name: '情况' }).click();
  await seat.page.getByRole('complementary', { name: '这个人、这件事' }).waitFor();
  await picture(seat.page, 'console-390-context');
  await seat.page.getByRole('button', { name: '关上' }).click();
  expect(await seriousFaults(seat.page)).toEqual([]);
  await picture(seat.page, 'console-390');
  await seat.page.getByRole('button', { name: '回到队列' }).click();
  await seat.page.locator('.queue').waitFor();
  expect(await overflow(seat.page)).toBe(0);
  await picture(seat.page, 'console-390-list');
  await seat.context.close();
});

test('the whole of a conversation can be worked with the keyboard alone', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('驾驶证丢了');
  await citizen.say('人工');
  const { page } = ding;
  await to(page, '');
  await page.locator('#view-mine').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator(`.qi[data-id="${citizen.id}"]`).waitFor();
  while (!page.url().includes(citizen.id)) {
    await page.keyboard.press('j');
    await page.waitForTimeout(100);
  }
  // Its address stands before the case does; what cannot be claimed yet is not.
  await page.locator('.claim:enabled').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: '转交' }).waitFor();
  await page.locator('.ta:focus').waitFor();
  await page.keyboard.type('您好');
  await page.keyboard.press('Enter');
  await page.locator('.m.officer', { hasText: '您好' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('e');
  await page.getByRole('button', { name: '结束对话' }).waitFor();
  await page.locator('.el-dialog .btn-1:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('从左边选一件').waitFor();
});
