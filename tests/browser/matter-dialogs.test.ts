import type { Browser, Page } from 'playwright-core';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { readOwn } from '../../functions/complaint/find-own.ts';
import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { MatterFile, Receipt } from '../../models/complaint/views.ts';
import type { ShownMentions } from '../../models/conversation/mention.ts';
import { DeliveryId } from '../../models/ids.ts';
import { fileAt } from '../office-of-matters.ts';
import { delivery } from '../world.ts';
import { ask, openConsole, overflow, told, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let ding: Seat;
let chen: Seat;
let deps: Deps;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const ahead = Number(product.environment['CLOCK_AHEAD_MS']);
  deps = (await join({ keeper: keeperFromEnvironment(), now: () => Date.now() + ahead }, 'bancheng')).deps;
  liu = await openConsole(product, browser, 'liu');
  ding = await openConsole(product, browser, 'ding');
  chen = await openConsole(product, browser, 'chen');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

let phones = 0;
/** A matter of somebody of their own, in an officer's hands. */
async function taken(title: string, tail = String(++phones)): Promise<Receipt> {
  const receipt = await fileAt(deps, {
    channel: 'form',
    notify: 'sms',
    matter: { title, what: `${title}。窗口让回去等，已经跑了两趟。`, plate: '宁A24680' },
    person: { name: '马小兰', phone: `1390000${tail.padStart(4, '0')}` },
  });
  await does('liu', receipt.id, { act: 'accept', problem: 'system-fault', urgency: 'ordinary', take: true });
  return receipt;
}
const fileOf = (id: string, who = 'liu'): Promise<MatterFile> => ask(product, who, 'GET', `/api/matters/${id}`);
async function does(who: string, id: string, what: object): Promise<MatterFile> {
  const { row } = await fileOf(id, who);
  return ask(product, who, 'POST', `/api/matters/${id}/acts`, { delivery: delivery(), seen: row.version, what });
}
async function open(page: Page, { id, title }: Pick<Receipt, 'id' | 'title'>): Promise<void> {
  await page.goto(`${product.url}/console#/m/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
async function sized(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await eventually(
    () => page.evaluate(() => document.documentElement.clientWidth),
    (width) => {
      expect(width).toBe(size.width);
    },
  );
}
/** What stands on the page now, at a desk and on a phone, holds and has no fault for helpers; with its picture. */
async function looked(page: Page, name: string, sizes = [desktop.viewport, phone.viewport]): Promise<void> {
  const before = page.viewportSize() ?? desktop.viewport;
  for (const size of sizes) {
    await sized(page, size);
    expect([name, size.width, await overflow(page)]).toEqual([name, size.width, 0]);
    expect([name, size.width, await seriousFaults(page)]).toEqual([name, size.width, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
  await sized(page, before);
}
async function nothingUnread(who: string): Promise<void> {
  const { mentions } = await ask<ShownMentions>(product, who, 'GET', '/api/desk/mentions');
  const keys = mentions.map(({ key }) => key);
  if (keys.length > 0) await ask(product, who, 'POST', '/api/desk/mentions/read', { keys });
}
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

test('two reports of one person become one, and are taken apart again', async () => {
  const { page } = liu;
  const [first, second] = [await taken('检验标志领不到', '777'), await taken('检验标志还是领不到', '777')];
  await open(page, second);
  await page.getByRole('button', { name: `并进去，并入${first.number}` }).click();
  const form = dialog(page, '并入哪一件');
  await form.getByRole('button', { name: '合并' }).waitFor();
  await looked(page, 'dialog-merge');
  await form.getByRole('button', { name: '合并' }).click();
  await page.getByRole('link', { name: `已并入${first.number}` }).waitFor();
  await told(page, '合并了，可以撤销');
  expect((await fileOf(second.id)).row.state).toBe('merged');
  expect((await fileOf(first.id)).merged).toEqual([{ id: second.id, number: second.number }]);
  await looked(page, 'matter-merged');

  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByRole('link', { name: `已并入${first.number}` }).waitFor({ state: 'detached' });
  await page.getByText('承办 刘一航').waitFor();
  expect((await fileOf(second.id)).row).toMatchObject({ state: 'working', owner: { id: 'liu' } });
  expect((await fileOf(first.id)).merged).toEqual([]);
});

test('a low grade is called back by somebody who did not handle it, and put right in words that the citizen reads', async () => {
  const matter = await taken('年检预约三次都被取消');
  await does('liu', matter.id, {
    act: 'answer',
    cause: 'system-fault',
    answer: { outcome: 'done', text: '约好了，周五上午来。', basis: [], goTo: '2号窗口' },
  });
  const own = async (what: Parameters<typeof actOnOwn>[2]['what']): Promise<void> => {
    const acted = await actOnOwn(
      deps,
      matter.id,
      { delivery: DeliveryId.parse(delivery()), what },
      { sameDevice: false },
    );
    expect(acted).toMatchObject({ ok: true });
  };
  await open(liu.page, matter);
  await own({ act: 'rate', grade: 'dissatisfied', reasons: ['too-long'] });
  await own({ act: 'wish-call', wish: 'afternoon' });
  // Who handled it is told that it is not theirs to call, without a reload.
  await liu.page.getByText('您经手过这件，回访请别的同事打。').waitFor();

  const { page } = ding;
  await open(page, matter);
  const box = page.getByRole('region', { name: '差评要整改' });
  await box.getByText('他想下午接电话').waitFor();
  const note = box.getByRole('button', { name: '记下回访' });
  expect(await note.isDisabled()).toBe(true);
  await box.getByLabel('他怎么说').fill('响了很久没人接');
  await box.getByLabel('没打通').check();
  await looked(page, 'matter-call-back');
  await note.click();
  await told(page, '回访记下了');
  // A call that did not get through leaves the call due.
  expect((await fileOf(matter.id, 'ding')).rectification?.callBack.stoppedAt).toBeUndefined();
  await box.getByLabel('他怎么说').fill('嫌周五太晚，想当天就办');
  await box.getByLabel('打通了').check();
  await note.click();
  await note.waitFor({ state: 'detached' });

  const mend = liu.page.getByRole('region', { name: '差评要整改' });
  await mend.getByLabel('改了什么（群众会看到）').fill('给您改到今天下午三点，不用再约。');
  await looked(liu.page, 'matter-rectify');
  await mend.getByRole('button', { name: '整改好了' }).click();
  await told(liu.page, '整改记下了');
  const { history, memos } = await fileOf(matter.id, 'ding');
  expect(history.filter(({ what }) => what === 'called-back').map(({ reason }) => reason)).toEqual([
    'not-reached',
    'in-time',
  ]);
  expect(memos.map(({ text }) => text)).toEqual(expect.arrayContaining(['嫌周五太晚，想当天就办']));
  const read = await readOwn(deps, matter.id);
  expect(JSON.stringify(read)).toContain('给您改到今天下午三点');
  expect(JSON.stringify(read)).not.toContain('嫌周五太晚');
});

test('more time is asked for with a reason, and counts once a manager agreed', async () => {
  const matter = await taken('外省转籍档案没到');
  const { page } = liu;
  await open(page, matter);
  const before = (await fileOf(matter.id)).answerBy.dueAt;
  await page.getByRole('button', { name: '申请延期' }).click();
  const form = dialog(page, '申请延期');
  await form.getByRole('button', { name: '请负责人批' }).click();
  await form.locator('[aria-invalid="true"]').first().waitFor();
  await form.getByLabel('延几个工作日').fill('4');
  await form.getByLabel('为什么').fill('等外省车管所把档案寄到');
  await looked(page, 'dialog-extend');
  await form.getByRole('button', { name: '请负责人批' }).click();
  await page.getByText('刘一航申请延期4个工作日，等负责人批').waitFor();
  expect((await fileOf(matter.id)).answerBy.dueAt).toBe(before);

  await chen.page.goto(`${product.url}/console#/oversight/approvals`);
  const item = chen.page.locator(`[data-id="${matter.id}"]`);
  await item.getByRole('button', { name: '看理由，定' }).click();
  await item.getByText('等外省车管所把档案寄到').waitFor();
  await looked(chen.page, 'approval-extension');
  await item.getByRole('button', { name: '同意延期' }).click();
  await told(chen.page, '同意了，到期日改了');
  await item.waitFor({ state: 'detached' });
  // The officer's page says so by itself.
  await page.getByText('刘一航申请延期4个工作日，等负责人批').waitFor({ state: 'detached' });
  const { extension, answerBy } = await fileOf(matter.id);
  expect([extension?.approved, answerBy.dueAt > before]).toEqual([true, true]);
});

test('who has a matter sees the phone for a reason; a colleague asks, a manager grants, and it opens for them alone', async () => {
  const matter = await taken('补领登记证书要单位证明');
  const whole = `1390000${String(phones).padStart(4, '0')}`;
  await open(liu.page, matter);
  await liu.page.getByRole('button', { name: '看全号，要写原因' }).click();
  const reasons = dialog(liu.page, '看全号，要写原因');
  await reasons.getByRole('button', { name: '看全号' }).click();
  await reasons.getByText('原因至少写4个字。').waitFor();
  await reasons.getByLabel('原因').fill('首次联系本人');
  await looked(liu.page, 'dialog-reveal', [desktop.viewport]);
  await reasons.getByRole('button', { name: '看全号' }).click();
  await liu.page.getByText(whole).waitFor();

  const { page } = ding;
  await open(page, matter);
  expect(await page.getByRole('button', { name: '看全号，要写原因' }).count()).toBe(0);
  await page.getByText('承办人和负责人能看全号，别的同事要申请。').waitFor();
  // On a phone the person's side of the matter is a drawer.
  await sized(page, phone.viewport);
  await page.getByRole('button', { name: '情况' }).click();
  await page.getByRole('button', { name: '申请看全号' }).click();
  const form = dialog(page, '申请看全号，请负责人批');
  await form.getByLabel('看哪一个').selectOption({ label: '电话' });
  await form.getByLabel('原因').fill('车主打到窗口来，要核对是不是本人');
  await looked(page, 'dialog-reveal-ask', [phone.viewport]);
  await form.getByRole('button', { name: '请负责人批' }).click();
  await page.getByText('电话：申请了，等负责人批').waitFor();
  await sized(page, desktop.viewport);
  // The answer finds them wherever they are.
  await nothingUnread('ding');
  await page.goto(`${product.url}/console#/knowledge`);
  await page.getByRole('button', { name: '提到您的，要您看的', exact: true }).waitFor();

  await chen.page.goto(`${product.url}/console#/oversight/approvals`);
  const item = chen.page.locator(`[data-id="${matter.id}"]`);
  await item.getByText('要看：电话').waitFor();
  await item.getByRole('button', { name: '看理由，定' }).click();
  await item.getByText('车主打到窗口来，要核对是不是本人').waitFor();
  await item.getByRole('button', { name: '不同意' }).click();
  await item.getByText('不同意要写清楚为什么。').waitFor();
  await looked(chen.page, 'approval-reveal');
  await item.getByLabel('给申请人的话（不同意时要写）').fill('只为核对本人');
  await item.getByRole('button', { name: '同意，给看30分钟' }).click();
  await told(chen.page, '同意了，告诉申请人了');
  await item.waitFor({ state: 'detached' });

  await told(page, `陈思远同意您看${matter.number}的全号`);
  await page.getByRole('button', { name: '提到您的，要您看的，1条没看' }).click();
  await page.getByRole('link', { name: `陈思远同意您看${matter.number}的全号` }).waitFor();
  await looked(page, 'mentions');
  await page.getByRole('link', { name: `陈思远同意您看${matter.number}的全号` }).click();
  await page.getByText(/^电话：批了，.*前能看全号$/u).waitFor();
  await page.getByRole('button', { name: '提到您的，要您看的', exact: true }).waitFor();
  await page.getByRole('button', { name: '看全号，要写原因' }).click();
  const look = dialog(page, '看全号，要写原因');
  expect(await look.getByLabel('看哪一个').locator('option').allTextContents()).toEqual(['电话']);
  await look.getByLabel('原因').fill('核对来电人');
  await look.getByRole('button', { name: '看全号' }).click();
  await page.getByText(whole).waitFor();
  await looked(page, 'matter-revealed', [desktop.viewport]);
  const { history } = await fileOf(matter.id);
  expect(history.filter(({ what }) => what.startsWith('reveal')).map(({ what, by }) => [what, by])).toEqual([
    ['revealed', 'liu'],
    ['reveal-asked', 'ding'],
    ['reveal-granted', 'chen'],
    ['revealed', 'ding'],
  ]);
});

test('a manager decides about a look on the matter’s own page too, and hears when another was first', async () => {
  const matter = await taken('过户被退两次');
  const { revealAsks } = await does('ding', matter.id, { act: 'ask-reveal', field: 'name', reason: '要写进查询函' });
  const { page } = chen;
  await open(page, matter);
  const box = page.getByRole('region', { name: '丁晓雯申请看全号：姓名' });
  await box.getByText('要写进查询函').waitFor();
  await box.getByRole('button', { name: '不同意' }).click();
  await box.getByText('不同意要写清楚为什么。').waitFor();
  await looked(page, 'matter-reveal-ask');
  await box.getByLabel('给申请人的话（不同意时要写）').fill('函里写编号就行');
  // Another manager is first by a moment: their deed lands before this one's press arrives.
  await page.route(`**/api/matters/${matter.id}/acts`, async (route) => {
    await does('chen', matter.id, { act: 'decide-reveal', ask: revealAsks[0]?.id, grant: true });
    await route.continue();
  });
  await box.getByRole('button', { name: '不同意' }).click();
  await told(page, '陈思远先定了，不用再批');
  await box.waitFor({ state: 'detached' });
  await page.unroute(`**/api/matters/${matter.id}/acts`);
});

test('a name in a note waits for the colleague who has no console open, and is off the list once they have looked', async () => {
  const matter = await taken('车架号拓印不清被退');
  await ding.context.close();
  await nothingUnread('ding');
  await open(liu.page, matter);
  await liu.page.getByRole('button', { name: '记一笔' }).click();
  await liu.page.getByLabel('协调记录内容，群众看不到').fill('@丁晓雯 帮着查一下档案');
  await liu.page.getByRole('button', { name: '记下', exact: true }).click();
  await told(liu.page, '记下了');

  ding = await openConsole(product, browser, 'ding');
  const { page } = ding;
  await page.getByRole('button', { name: '提到您的，要您看的，1条没看' }).click();
  const words = `刘一航在${matter.number}的备注里提到您`;
  await page.getByRole('link', { name: words }).click();
  await page.getByText('帮着查一下档案').waitFor();
  await page.getByRole('button', { name: '提到您的，要您看的', exact: true }).waitFor();
  await eventually(
    () => ask<ShownMentions>(product, 'ding', 'GET', '/api/desk/mentions'),
    ({ mentions }) => {
      expect(mentions).toEqual([]);
    },
  );
  await page.reload();
  await page.getByRole('button', { name: '提到您的，要您看的', exact: true }).click();
  await page.getByText('没有没看的。', { exact: false }).waitFor();
  await page.keyboard.press('Escape');

  // An open console has it at once, with the list that is open.
  await page.goto(`${product.url}/console#/canned`);
  const note = { delivery: delivery(), text: '@丁晓雯 再看一眼', mentions: ['ding'] };
  await ask(product, 'liu', 'POST', `/api/matters/${matter.id}/notes`, note);
  await told(page, words);
  await page.getByRole('button', { name: '提到您的，要您看的，1条没看' }).waitFor();
  await page.goto(`${product.url}/console#/m/${matter.id}`);
  await page.getByRole('button', { name: '提到您的，要您看的', exact: true }).waitFor();
});
