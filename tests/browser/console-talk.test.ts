import type { Browser } from 'playwright-core';
import { ask, openCitizen, openConsole, openRow, told, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { openBrowser, startProduct, type Running } from './product.ts';

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

const composer = (seat: Seat) => seat.page.locator('.ta');
const reply = async (seat: Seat, words: string): Promise<void> => {
  await composer(seat).fill(words);
  await composer(seat).press('Enter');
};
const claimed = async (seat: Seat, need: string) => {
  const citizen = await openCitizen(product);
  await citizen.say(need);
  await citizen.say('人工');
  await openRow(seat.page, 'waiting', citizen.id);
  await seat.page.getByRole('button', { name: '认领' }).first().click();
  await seat.page.getByRole('button', { name: '转交' }).waitFor();
  return citizen;
};

test('a citizen who asks for a person appears in the list without a reload, with the summary first', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('登记证书丢了怎么补');
  await citizen.say('人工');
  await liu.page.locator('#view-waiting').click();
  const row = liu.page.locator(`.qi[data-id="${citizen.id}"]`);
  await row.waitFor();
  expect(await row.locator('.clk').innerText()).toMatch(/^剩 \d分\d\d秒$/);
  await row.click();
  await liu.page.getByRole('region', { name: '助手交接，这些已经问过' }).waitFor();
  expect(await liu.page.locator('.msgs .m.citizen').allInnerTexts()).toHaveLength(2);
});

test('of two officers who claim at once one gets it, and the other is told by whom', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('人工');
  await openRow(liu.page, 'waiting', citizen.id);
  await openRow(ding.page, 'waiting', citizen.id);
  // Ding's page does not hear of the claim in time: her list still shows the row as waiting.
  await ding.page.route('**/claim', async (route) => {
    await ask(product, 'liu', 'POST', `/api/desk/conversations/${citizen.id}/claim`, {});
    await route.continue();
  });
  // The key does what the button does, and nothing while the button is not ready.
  await ding.page.locator('.claim:enabled').waitFor();
  await ding.page.keyboard.press('c');
  await ding.page.getByText('没抢到：刘一航已经接了这位群众。').waitFor();
  await ding.page.unroute('**/claim');
  await ding.page.getByText('刘一航在办这件').waitFor();
  await liu.page.getByRole('button', { name: '结束', exact: true }).waitFor();
});

test('a reply reaches the citizen, is shown as read when it was, and the citizen’s words come by themselves', async () => {
  const citizen = await claimed(liu, '驾驶证丢了');
  await reply(liu, '您好，带身份证来就能补。');
  const mine = liu.page.locator('.m.officer').last();
  await mine.getByText('已送到').waitFor();
  const said = await citizen.lines();
  expect(said.at(-1)?.content.text).toBe('您好，带身份证来就能补。');
  await citizen.read(said.at(-1)?.seq ?? 0);
  await mine.getByText('已读').waitFor();
  await citizen.say('好，那今天能办吗？');
  await liu.page.locator('.m.citizen', { hasText: '好，那今天能办吗？' }).waitFor();
  expect(await liu.page.locator('.tabs .clk').innerText()).toMatch(/内不回复，退回队列$/);
});

test('a colleague sees who is writing, and a private note never reaches the citizen', async () => {
  const citizen = await claimed(liu, '二手车过户');
  await openRow(ding.page, 'all', citizen.id);
  // As slowly as a person writes: who has stopped is no longer shown as writing.
  await Promise.all([
    composer(liu).pressSequentially('您好，过户要两个人一起来，各带各的身份证', { delay: 120 }),
    ding.page.getByText('刘一航正在写').waitFor(),
  ]);
  await ding.page.keyboard.press('n');
  await composer(ding).pressSequentially('@刘');
  await ding.page.getByRole('option', { name: '@刘一航' }).waitFor();
  await composer(ding).press('Enter');
  await composer(ding).pressSequentially('这车上周来过窗口');
  await composer(ding).press('Enter');
  const note = liu.page.locator('.pn', { hasText: '@刘一航 这车上周来过窗口' });
  await note.waitFor();
  expect(await note.innerText()).toContain('内部备注 · 丁晓雯');
  expect(JSON.stringify(await citizen.lines())).not.toContain('来过窗口');
  await composer(liu).fill('');
});

test('a slash opens the ready phrases, and what is in braces is filled in', async () => {
  const citizen = await claimed(liu, '大绿本丢了');
  await composer(liu).pressSequentially('好的。/补证材');
  const option = liu.page.getByRole('option').first();
  await option.waitFor();
  expect(await option.innerText()).toContain('/补证材料');
  expect(await composer(liu).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  await composer(liu).press('Tab');
  expect(await composer(liu).inputValue()).toMatch(/^好的。您好，补领登记证书/);
  await composer(liu).fill('您的编号是{编号}');
  await liu.page.getByText('先把{编号}填上或删掉').waitFor();
  expect(await liu.page.getByRole('button', { name: '发送' }).isDisabled()).toBe(true);
  await composer(liu).fill('');
  expect(citizen.id).toBeTruthy();
});

test('what is typed is still there after another conversation and after a reload', async () => {
  const first = await claimed(liu, '换行驶证');
  await composer(liu).fill('写到一半');
  await liu.page.getByRole('tab', { name: '内部备注' }).click();
  await composer(liu).fill('备注也写到一半');
  const second = await openCitizen(product);
  await second.say('人工');
  await openRow(liu.page, 'waiting', second.id);
  await eventually(
    () => composer(liu).inputValue(),
    (typed) => {
      expect(typed).toBe('');
    },
  );
  await liu.page.reload();
  await openRow(liu.page, 'mine', first.id);
  // After a reload the page first shows the conversation that was open; the row opens this one.
  await eventually(
    () => composer(liu).inputValue(),
    (typed) => {
      expect(typed).toBe('写到一半');
    },
  );
  await liu.page.getByRole('tab', { name: '内部备注' }).click();
  expect(await composer(liu).inputValue()).toBe('备注也写到一半');
});

test('a transfer needs a reason, which the next officer sees', async () => {
  const citizen = await claimed(liu, '车辆年检');
  await liu.page.getByRole('log').focus();
  await liu.page.keyboard.press('t');
  const dialog = liu.page.getByRole('dialog', { name: '转交给谁' });
  await dialog.getByText('交给一位同事').click();
  await dialog.getByRole('button', { name: '转交', exact: true }).click();
  await dialog.getByText('请写原因，接手的人要看。').waitFor();
  await dialog.getByText('请选一位同事。').waitFor();
  await dialog.getByRole('combobox').selectOption({ label: '丁晓雯' });
  await dialog.getByLabel('为什么转交').fill('要登记科核对档案');
  await dialog.getByRole('button', { name: '转交', exact: true }).click();
  await told(liu.page, '转交了，接手的人会看到原因');
  await openRow(ding.page, 'waiting', citizen.id);
  await ding.page.locator('.pn', { hasText: '要登记科核对档案' }).waitFor();
  expect(await ding.page.locator(`.qi[data-id="${citizen.id}"]`).innerText()).toContain('转过1次');
});

test('the whole number is shown against a reason, for a minute', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('人工');
  await citizen.say('留电话等回拨');
  await citizen.say('13800130042');
  await openRow(liu.page, 'waiting', citizen.id);
  await liu.page.locator('.ctx').getByText('138****0042').waitFor();
  await liu.page.getByRole('button', { name: '看全号，要写原因' }).click();
  await liu.page.getByRole('textbox', { name: '原因' }).fill('核');
  await liu.page.getByRole('button', { name: '看全号', exact: true }).click();
  await liu.page.getByText('原因至少写4个字。').waitFor();
  await liu.page.getByRole('textbox', { name: '原因' }).fill('要打电话核对');
  await liu.page.keyboard.press('Enter');
  await liu.page.locator('.ctx').getByText('13800130042').waitFor();
  await liu.page.clock.runFor(61_000);
  await liu.page.locator('.ctx').getByText('138****0042').waitFor();
  await liu.page.keyboard.press('Control+k');
  await liu.page.keyboard.type('0042');
  await liu.page.getByRole('option', { name: /138\*\*\*\*0042/ }).waitFor();
  await liu.page.keyboard.press('Escape');
});

test('given back to the assistant or ended, the conversation leaves the desk and is found among the ended', async () => {
  const back = await claimed(liu, '电子驾驶证');
  await reply(liu, '助手可以接着告诉您。');
  await liu.page.locator('.m.officer').last().getByText('已送到').waitFor();
  await liu.page.getByRole('button', { name: '交还助手' }).click();
  await liu.page.getByRole('dialog').getByRole('button', { name: '交还助手' }).click();
  await told(liu.page, '交还助手了');
  await liu.page.locator(`.qi[data-id="${back.id}"]`).waitFor({ state: 'detached' });
  expect((await back.say('谢谢')).state.name).toBe('with-bot');

  const ended = await claimed(liu, '临时号牌');
  await reply(liu, '办好了。');
  await liu.page.locator('.m.officer').last().getByText('已送到').waitFor();
  await liu.page.getByRole('button', { name: '结束', exact: true }).click();
  await liu.page.getByRole('button', { name: '结束对话' }).click();
  await liu.page.getByRole('button', { name: '看结束的' }).click();
  const row = liu.page.locator(`.qi[data-id="${ended.id}"]`);
  await row.waitFor();
  expect(await row.locator('.clk').getAttribute('data-shape')).toBe('ok');
});
