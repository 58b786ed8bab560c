/** One release from the owner's first tap to the certificate in the post: owner, lender's agent and officer each on their own page, in one real call. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Deps } from '../../functions/deps.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { allInPicture, button, codeFor, doStep, fileOf, mendGaps } from './call-script.ts';
import { openConsole, staffCookie } from './console-desk.ts';
import { until } from './eventually.ts';
import { desktop, phone, type Running } from './product.ts';

export type Seats = { owner: Page; agent: Page; officer: Page };
export type Stage = { product: Running; browser: Browser; deps: Deps; seats: Seats };
/** Where somebody may look at the pages: in the call before the first step, after each step, ready to decide, decided, at the end. */
export type Moment = 'nothing-done' | 'ready' | 'decided' | 'mailed' | 'returned' | `${string}:${string}`;

const PHONE = { owner: '13909533001', lender: '13900000811' };

/** The owner on a phone, the agent of a demo lender and an officer at their desks. */
export async function takeSeats(product: Running, browser: Browser): Promise<Seats> {
  const opened = async (wish: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({
      ...wish,
      reducedMotion: 'reduce',
      permissions: ['camera', 'microphone'],
    });
    context.setDefaultTimeout(60_000);
    return context.newPage();
  };
  const { page: officer, context } = await openConsole(product, browser, 'liu');
  context.setDefaultTimeout(60_000);
  const agent = await opened(desktop);
  const [name = '', ...value] = (await staffCookie(product, 'zhou')).split('=');
  await agent.context().addCookies([{ name, value: value.join('='), url: product.url }]);
  return { owner: await opened(phone), agent, officer };
}

/** Answers the release's id. Every deed is done on a page; `see` is asked at each moment. */
export async function walkRelease(stage: Stage, see: (moment: Moment, id: ReleaseId) => Promise<void>): Promise<void> {
  const { product, deps, seats } = stage;
  const { officer: page, owner } = seats;
  const receipt = await ownerApplies(stage);
  const release = await deps.releases.byNumber(receipt.number, deps.now());
  if (release === undefined) throw new Error(`no release ${receipt.number}`);
  const { id } = release;
  await officerChecks(stage, id);
  await agentTakesItOn(stage, receipt.number);
  await ownerChoosesTime(stage, receipt);
  await theCallOpens(stage, id);
  await see('nothing-done', id);
  const sides = { owner: { phone: PHONE.owner, page: owner }, lender: { phone: PHONE.lender, page: seats.agent } };
  const { required } = await fileOf(product, id);
  for (const cell of required.filter((one) => one !== 'eligibility:case')) {
    await doStep({ product, deps, page, sides }, id, cell);
    await see(cell as Moment, id);
  }
  await mendGaps(page);
  await page.getByText('每一步都做完了，可以决定').waitFor();
  await see('ready', id);
  await button(page, '同意解除').click();
  await button(page, '同意解除，告诉双方').click();
  await page.getByLabel('登记流水号').waitFor();
  for (const side of [owner, seats.agent]) await side.getByText('这次视频结束了').first().waitFor();
  await see('decided', id);
  await certificateGoesBack(page);
  await see('mailed', id);
  await button(page, '记下：对方收到了').click();
  await until(
    async () => (await fileOf(product, id)).row.state,
    (state) => state === 'certificate-returned',
  );
  await owner.goto(`${product.url}/release/track/case`);
  await see('returned', id);
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** From the first page to the receipt; answers number and query code. */
async function ownerApplies({ product, seats: { owner } }: Stage): Promise<{ number: string; code: string }> {
  await owner.goto(`${product.url}/release`);
  await owner.getByRole('link', { name: '开始申请' }).click();
  for (const choice of ['#office-yinchuan', '#who-self', '#where-me']) await owner.locator(choice).check();
  await press(owner, '下一步');
  await owner.getByLabel('塞上银行股份有限公司银川分行').check();
  for (const [field, value] of [
    ['车主姓名', '李某芳'],
    ['车牌号', '宁AD00123'],
    ['车架号（VIN）后六位', '042788'],
    ['登记证书编号', '640000120846'],
    ['抵押合同号', 'SS-2023-0418'],
  ] as const)
    await owner.getByLabel(field).fill(value);
  await owner.getByLabel('手机号', { exact: true }).fill(PHONE.owner);
  await press(owner, '下一步');
  for (const paper of ['车主的身份证明', '登记证书（绿本）']) {
    const box = owner
      .locator('section.paper')
      .filter({ has: owner.getByRole('heading', { name: paper, exact: true }) });
    await box
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: readFileSync('web/public/touch-icon.png') });
    await box.getByRole('button', { name: '不要这张' }).first().waitFor();
  }
  await press(owner, '下一步');
  await owner.getByRole('heading', { name: '确认手机号', exact: true }).waitFor();
  await owner.getByLabel('短信里的6位数字').fill(await codeFor(product, PHONE.owner));
  await press(owner, '确认');
  await press(owner, '交申请');
  await owner.getByRole('heading', { name: '申请收到了', exact: true }).waitFor();
  const [number = '', code = ''] = await owner.locator('.nos dd').allTextContents();
  return { number, code };
}

async function officerChecks({ product, seats: { officer: page } }: Stage, id: ReleaseId): Promise<void> {
  await page.goto(`${product.url}/console#/releases/${id}`);
  await button(page, '接手').click();
  await page.getByText('还有2样没定').waitFor();
  for (const paper of ['车主身份证明', '机动车登记证书'])
    await page.getByRole('region', { name: paper }).getByText('合格', { exact: true }).click();
  await button(page, '保存，一次说全').click();
  await page.getByText('已经看过').waitFor();
  await page.getByRole('tab', { name: '能不能办' }).click();
  for (const [question, answer] of [
    ['抵押登记在我们这里', '是'],
    ['被查封、扣押', '没有'],
    ['抵押权人已经备案', '是'],
  ] as const)
    await page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
  for (const [field, value] of [
    ['号牌号码', '宁AD00123'],
    ['证书编号', '640000120846'],
    ['所有人', '李某芳'],
    ['抵押日期', '2023-04-18'],
  ] as const)
    await page.getByLabel(field).fill(value);
  await page.getByLabel('抵押权人', { exact: true }).fill('塞上银行股份有限公司银川分行');
  await button(page, '记下查到的').click();
  await until(
    async () => (await fileOf(product, id)).ticked.map(({ cell }) => cell),
    (ticked) => ticked.includes('eligibility:case'),
  );
}

async function agentTakesItOn({ product, seats: { agent } }: Stage, number: string): Promise<void> {
  await agent.goto(`${product.url}/lender`);
  await agent.getByRole('link', { name: new RegExp(number, 'u') }).click();
  await press(agent, '我来办');
  await agent.getByText('视频还没有开').waitFor();
}

async function ownerChoosesTime(
  { product, seats: { owner } }: Stage,
  { number, code }: { number: string; code: string },
): Promise<void> {
  await owner.goto(`${product.url}/release/track?number=${number}&other=1`);
  await owner.getByLabel('查询码').fill(code);
  await press(owner, '查进度');
  await owner.getByRole('link', { name: '选时间', exact: true }).click();
  await owner.locator('.nearest button').first().click();
  await press(owner, '就这个时间');
  await owner.getByText('订好了').waitFor();
}

async function theCallOpens({ product, seats: { owner, agent, officer: page } }: Stage, id: ReleaseId): Promise<void> {
  await page.goto(`${product.url}/console#/releases/${id}`);
  await page.getByRole('tab', { name: /预约和视频/u }).click();
  await button(page, '开始视频').click();
  await button(page, '打开视频室').click();
  await page.getByText('还没有人到').waitFor();
  await owner.goto(`${product.url}/release/door`);
  await owner.getByRole('link', { name: '进视频' }).click();
  await comesToTheDoor(owner);
  await button(page, '请进来：车主').click();
  await agent.reload();
  await press(agent, '进入视频');
  await comesToTheDoor(agent);
  await button(page, '请进来：银行代理人').click();
  await allInPicture(page, 3);
}

/** Devices tried, the recording agreed to, at the officer's door. */
async function comesToTheDoor(page: Page): Promise<void> {
  await page.getByLabel('我知道会全程录像存证，只用于这一件事。').check();
  const enter = button(page, '进等候室');
  await until(
    () => enter.isEnabled(),
    (enabled) => enabled,
  );
  await enter.click();
}

async function certificateGoesBack(page: Page): Promise<void> {
  await page.getByLabel('登记流水号').fill('640120261118000123');
  await button(page, '记下流水号').click();
  await page.getByText('登记了，流水号640120261118000123').waitFor();
  for (const step of ['收到证书', '签注好了']) await button(page, `记下：${step}`).click();
  await button(page, '记下：寄出了').click();
  await page.getByText('快递单号要填').waitFor();
  await page.getByLabel('快递单号').fill('EMS1234567890CN');
  await button(page, '记下：寄出了').click();
  await button(page, '记下：对方收到了').waitFor();
}
