import type { Browser, Page } from 'playwright-core';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { MatterFile, MatterRow } from '../../models/complaint/views.ts';
import { seedMatters } from '../../scripts/local/seed-matters.ts';
import { ask, openConsole, overflow, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let chen: Seat;
let deps: Deps;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const ahead = Number(product.environment['CLOCK_AHEAD_MS']);
  await seedMatters('bancheng', ahead, ['yinchuan']);
  deps = (await join({ keeper: keeperFromEnvironment(), now: () => Date.now() + ahead }, 'bancheng')).deps;
  liu = await openConsole(product, browser, 'liu');
  chen = await openConsole(product, browser, 'chen');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function rowOf(title: string): Promise<MatterRow> {
  for (const view of ['all', 'answered'])
    for (const row of (await ask<{ rows: MatterRow[] }>(product, 'liu', 'GET', `/api/matters?view=${view}`)).rows)
      if (row.title.includes(title)) return row;
  throw new Error(`no matter ${title}`);
}
async function open(page: Page, title: string): Promise<string> {
  const { id } = await rowOf(title);
  await page.goto(`${product.url}/console#/m/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return id;
}
const fileOf = (id: string): Promise<MatterFile> => ask(product, 'liu', 'GET', `/api/matters/${id}`);
const gate = (page: Page, name: string) => page.getByRole('button', { name });

test('an officer takes a matter on, calls, asks, hears back, and answers through the gate', async () => {
  const { page } = liu;
  const id = await open(page, '货车网上审验');
  await page.getByRole('region', { name: '系统建议' }).waitFor();
  await page.getByRole('button', { name: '受理，由我承办' }).click();
  await page.getByText('承办 刘一航').waitFor();

  await page.getByRole('tab', { name: /往来/u }).click();
  await page.getByText('记联系').click();
  await page.getByLabel('说了什么，答应了什么').fill('联系本人，三次退回的截图都要到了。');
  await page.getByRole('button', { name: '记下' }).click();
  await page.getByText('当天', { exact: false }).first().waitFor();
  await page.getByText('请群众补，停表').click();
  await page.getByLabel('要群众补什么、为什么、怎么给').fill('请您把第三次退回的短信截图发过来。');
  await page.getByRole('button', { name: '发给群众，停表' }).click();
  await page.locator('.clock .clk.pause').waitFor();
  await picture(page, 'matter-waiting');
  expect(await seriousFaults(page)).toEqual([]);

  const said = { act: 'add' as const, text: '截图在这里，上面没有写原因。', attachments: [] };
  const heard = await actOnOwn(
    deps,
    id as never,
    { delivery: 'citizen-adds-1' as never, what: said },
    { sameDevice: false },
  );
  expect(heard.ok).toBe(true);
  // Nobody reloads: the words and the running clock come by themselves.
  await page.locator('.bubble', { hasText: '截图在这里' }).waitFor();
  await page.locator('.clock .clk.go').waitFor();

  await page.getByRole('tab', { name: '办理' }).click();
  const send = gate(page, '发给群众，停表');
  expect(await send.isDisabled()).toBe(true);
  await page.getByText('能办', { exact: true }).click();
  await page.getByLabel('写给群众的话').fill('您反映的事能办。是照片格式不对，系统没有写出来，已经改好了。');
  await page.getByText('还没写去哪儿、找谁').waitFor();
  await page.getByLabel('去哪儿、找谁', { exact: true }).fill('手机上再交一次就行；不行找2号窗口刘一航');
  await page.getByRole('button', { name: '加一条' }).click();
  await page.locator('.offered button').first().click();
  await picture(page, 'matter-answer');
  expect(await seriousFaults(page)).toEqual([]);
  await send.click();
  await page.getByRole('region', { name: '答复了，等群众确认' }).waitFor();
  const file = await fileOf(id);
  expect(file.row.state).toBe('resolved');
  expect(file.answer?.basis).toHaveLength(1);
  expect(file.history.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['accepted', 'first-contact', 'asked-citizen', 'citizen-added', 'resumed', 'answered']),
  );
});

test('a decline needs rule, reasons and the right door, and a second person before the citizen is told', async () => {
  const { page } = liu;
  const id = await open(page, '窗口叫号跳号');
  await page.getByRole('button', { name: '不受理…' }).click();
  const send = gate(page, '请负责人定');
  await page.getByLabel('全部理由').fill('');
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel('按哪一条').fill('大厅叫号归政务服务中心管');
  await page.getByLabel('全部理由').fill('一楼大厅的叫号机由政务服务中心管。\n车管所没有这项职权。');
  await page.getByLabel('去哪儿、找谁、怎么办').fill('一楼咨询台，或者打12345。');
  await send.click();
  await page.getByText('您申请的，要另一位负责人定。').waitFor();
  expect((await fileOf(id)).row.state).toBe('filed');

  await open(chen.page, '窗口叫号跳号');
  await chen.page.getByRole('heading', { name: '刘一航申请不受理，等负责人定' }).waitFor();
  await chen.page.getByText('一楼咨询台，或者打12345。').waitFor();
  await picture(chen.page, 'matter-decline');
  expect(await seriousFaults(chen.page)).toEqual([]);
  await chen.page.getByRole('button', { name: '同意不受理，告诉群众' }).click();
  await chen.page.getByRole('region', { name: '没有受理' }).waitFor();
  await page.getByRole('region', { name: '没有受理' }).waitFor();
});

test('of two who decide at once the second sees what changed first and loses no word', async () => {
  const { page } = liu;
  const id = await open(page, '新号牌寄错地址');
  await page.getByText('解释清楚').click();
  await page.getByLabel('写给群众的话').fill('号牌在退回路上，后天寄到您现在的地址。');
  await page.locator('.pair select').selectOption('cross-department');
  await page.getByRole('button', { name: '加一条' }).click();
  await page.locator('.offered button').first().click();
  // The manager is first by a moment: their deed lands before the officer's press arrives.
  await page.route(`**/api/matters/${id}/acts`, async (route) => {
    const { row } = await ask<MatterFile>(product, 'chen', 'GET', `/api/matters/${id}`);
    await ask(product, 'chen', 'POST', `/api/matters/${id}/acts`, {
      delivery: 'manager-is-first',
      seen: row.version,
      what: { act: 'sort', problem: 'repeat-visits', urgency: 'complex' },
    });
    await route.continue();
  });
  await gate(page, '发给群众，停表').click();
  const panel = page.getByRole('alert', { name: '您看的时候，陈思远先动了' });
  await panel.waitFor();
  await page.unroute(`**/api/matters/${id}/acts`);
  await panel.getByText('陈思远 分了类').waitFor();
  await picture(page, 'matter-collision');
  expect(await seriousFaults(page)).toEqual([]);
  expect((await fileOf(id)).row.state).toBe('working');
  expect(await page.getByLabel('写给群众的话').inputValue()).toBe('号牌在退回路上，后天寄到您现在的地址。');
  await panel.getByRole('button', { name: '看过了，接着办' }).click();
  await gate(page, '发给群众，停表').click();
  await page.getByRole('region', { name: '答复了，等群众确认' }).waitFor();
});

test('offline nothing can be decided, and what was typed is there after a reload', async () => {
  const { page, context } = liu;
  await open(page, '过户被退三次');
  await page.getByLabel('写给群众的话').fill('写到一半的答复');
  await page.getByRole('button', { name: '记一笔' }).click();
  await page.getByLabel('协调记录内容，群众看不到').fill('备注也写到一半');
  await context.setOffline(true);
  await page.getByText('断网了，看到的是').waitFor();
  expect(await gate(page, '发给群众，停表').isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: '转交' }).isDisabled()).toBe(true);
  await picture(page, 'matter-offline');
  expect(await seriousFaults(page)).toEqual([]);
  await context.setOffline(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '过户被退三次' }).waitFor();
  expect(await page.getByLabel('写给群众的话').inputValue()).toBe('写到一半的答复');
  expect(await page.getByLabel('协调记录内容，群众看不到').inputValue()).toBe('备注也写到一半');
});

test('a macro tried on several says for each what would happen, changes nothing, and then does only that', async () => {
  const { page } = liu;
  await page.goto(`${product.url}/console#/matters`);
  await page.locator('#matters-all').click();
  const [fresh, held] = [await rowOf('解抵押的事再问一次'), await rowOf('外地车迁入')];
  await page.getByRole('button', { name: '选几件' }).click();
  await page.getByLabel(`选${fresh.number}`).check();
  await page.getByLabel(`选${held.number}`).check();
  await page.getByRole('button', { name: '批量办' }).click();
  await page.getByLabel('用哪一条').selectOption('接手');
  await page.getByRole('button', { name: '先试一遍' }).click();
  await page.getByText('1件能办，1件不能全办').waitFor();
  await page.getByText(`编号${fresh.number}，由我来办`).waitFor();
  await picture(page, 'matter-macro');
  expect(await seriousFaults(page)).toEqual([]);
  const untouched = await fileOf(fresh.id);
  expect([untouched.row.state, untouched.entries.length]).toEqual(['filed', 1]);
  await page.getByRole('button', { name: '照这样办1件' }).click();
  await page.getByText('办好了1件').waitFor();
  await page.getByRole('button', { name: '关上' }).click();
  const after = await fileOf(fresh.id);
  expect(after.row).toMatchObject({ state: 'working', owner: { id: 'liu' } });
  expect(after.entries.at(-1)?.text).toContain(`编号${fresh.number}`);
  expect((await fileOf(held.id)).row.state).toBe('waiting-for-citizen');
});

test('a matter is found by number, name, pinyin and the end of a phone, and keys walk the list', async () => {
  const { page } = liu;
  await page.goto(`${product.url}/console#/matters`);
  await page.locator('.qi').first().waitFor();
  // A dialog that is still closing keeps the keys to itself.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const wanted = await rowOf('放贷公司注销');
  for (const words of [wanted.number.toLowerCase(), '马兰', 'malan', '0017']) {
    await page.keyboard.press('Control+k');
    await page.locator('.search input:focus').waitFor();
    await page.keyboard.type(words);
    await page.getByRole('option', { name: /放贷公司注销/u }).waitFor();
    await page.keyboard.press('Escape');
  }
  await page.locator('#matters-mine').click();
  await page.locator('.qi').first().waitFor();
  await page.keyboard.press('j');
  await page.locator('.qi.on').waitFor();
  const first = await page.locator('.qi.on').innerText();
  await page.keyboard.press('j');
  await eventually(
    () => page.locator('.qi.on').innerText(),
    (now) => {
      expect(now).not.toBe(first);
    },
  );
  await page.keyboard.press('?');
  await page.getByText('写答复', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
});

test('the pages hold at every size, in the dark, in English and on a phone, without faults for helpers', async () => {
  const { page } = chen;
  await open(page, '放贷公司注销');
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await picture(page, `matter-${String(width)}`);
    expect(await overflow(page)).toBe(0);
  }
  await page.setViewportSize(desktop.viewport);
  await page.getByRole('button', { name: '换成深色' }).click();
  for (const tab of ['往来', '材料', '台账', '改动记录', '办理']) {
    await page.getByRole('tab', { name: tab }).click();
    expect([tab, await seriousFaults(page)]).toEqual([tab, []]);
  }
  await picture(page, 'matter-dark');
  await page.getByRole('button', { name: '我的账号' }).click();
  await page.getByText('English').click();
  await page.getByRole('tab', { name: 'History' }).waitFor();
  await picture(page, 'matter-en');
  expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN/u);
  await page.goto(`${product.url}/console#/macros`);
  await page.getByRole('heading', { name: 'Macros' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  const small = await openConsole(product, browser, 'liu', phone);
  await small.page.goto(`${product.url}/console#/matters`);
  await small.page.locator('.qi').first().waitFor();
  await picture(small.page, 'matter-phone-list');
  expect(await overflow(small.page)).toBe(0);
  expect(await seriousFaults(small.page)).toEqual([]);
  await open(small.page, '放贷公司注销');
  await picture(small.page, 'matter-phone');
  expect(await overflow(small.page)).toBe(0);
  expect(await seriousFaults(small.page)).toEqual([]);
  await small.context.close();
});
