/** The officer's seat of the “视频办” before and after the call: list, papers, register, decision without a call, finish. */
import type { Browser, Page } from 'playwright-core';
import { addEvidence } from '../../functions/release/add-evidence.ts';
import { actOnOwnRelease } from '../../functions/release/find-own-release.ts';
import type { Deps } from '../../functions/deps.ts';
import { DeliveryId } from '../../models/ids.ts';
import type { Release } from '../../models/release/release.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import { aPhoto } from '../office-of-releases.ts';
import { ask, openConsole, overflow, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';
import { agentTakes, appliedRelease, doesOn, releaseDeps } from './release-office.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let deps: Deps;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  deps = await releaseDeps(product);
  liu = await openConsole(product, browser, 'liu');
  liu.context.setDefaultTimeout(60_000);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});
const LONG = 420_000;

const fileOf = (id: string): Promise<ReleaseFile> => ask(product, 'liu', 'GET', `/api/releases/${id}`);
async function open(page: Page, { id, number }: Release): Promise<void> {
  await page.goto(`${product.url}/console#/releases/${id}`);
  await page.getByRole('banner').getByText(number).or(page.locator('.chd').getByText(number)).first().waitFor();
}
const good = (page: Page, paper: string) =>
  page.getByRole('region', { name: paper }).getByText('合格', { exact: true });
const bad = (page: Page, paper: string) =>
  page.getByRole('region', { name: paper }).getByText('不合格', { exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const seizedOrNot = { plate: '宁AD00123', certificate: '640000120846', owner: '李某芳', lender: '塞上银行银川分行' };

test(
  'a new application appears in the list by itself, also after the network was gone, and is found by number, plate and phone',
  async () => {
    const { page, context } = liu;
    await page.goto(`${product.url}/console#/releases`);
    await page.locator('#releases-to-check').click();
    await page.getByText('没有待看的').waitFor();
    await picture(page, 'releases-empty');
    const first = await appliedRelease(deps, browser);
    await page.locator('.qi', { hasText: first.number }).waitFor();
    await page
      .getByRole('link', { name: /视频办/u })
      .getByText('1件要看材料或收尾')
      .waitFor({ state: 'attached' });
    await context.setOffline(true);
    const second = await appliedRelease(deps, browser, {
      owner: { name: '马某兰', company: false, phone: '13900000017' },
      vehicle: { plate: '宁A55555', vinTail: '042788', certificate: '640000120999', contract: 'SS-9' },
    });
    await context.setOffline(false);
    await page.locator('.qi', { hasText: second.number }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    for (const words of [second.number.toLowerCase(), '宁A55555', '13900000017']) {
      await page.keyboard.press('Control+k');
      await page.locator('.search input:focus').waitFor();
      await page.keyboard.type(words);
      await page.getByRole('option', { name: new RegExp(second.number, 'u') }).waitFor();
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('j');
    await page.locator('.qi.on').waitFor();
  },
  LONG,
);

test(
  'papers get their verdicts all at once: nothing is sent while one is missing, every defect reaches the owner',
  async () => {
    const { page } = liu;
    const release = await appliedRelease(deps, browser);
    await open(page, release);
    const save = button(page, '保存，一次说全');
    await page.getByText('接手以后才能定').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await button(page, '接手').click();
    await page.getByText('还有2样没定').waitFor();
    await good(page, '车主身份证明').click();
    await page.getByText('还有1样没定').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await bad(page, '机动车登记证书').click();
    await page.getByText('1样不合格，一次告诉对方').waitFor();
    await save.click();
    await page.getByText('哪里不对，至少选一样').waitFor();
    await page.getByText('没拍全', { exact: true }).click();
    await page.getByLabel('怎么改，写给对方看').fill('第2页没拍到，平放在亮处再拍一张');
    await button(page, '放大').last().click();
    await button(page, '转90度').last().click();
    await picture(page, 'release-papers');
    expect(await seriousFaults(page)).toEqual([]);
    // What was chosen and typed outlives the page.
    await page.reload();
    await page.getByText('1样不合格，一次告诉对方').waitFor();
    expect(await page.getByLabel('怎么改，写给对方看').inputValue()).toContain('第2页没拍到');
    await save.click();
    await page.locator('.chd').getByText('材料没齐').waitFor();
    const { papers } = await fileOf(release.id);
    expect(papers.find(({ kind }) => kind === 'certificate')?.verdict).toEqual({
      good: false,
      defects: ['incomplete'],
      words: '第2页没拍到，平放在亮处再拍一张',
    });
    await actOnOwnRelease(deps, release.id, 'owner', {
      delivery: DeliveryId.parse('owner-sends-again'),
      what: { act: 'add-photos', kind: 'certificate', photos: [await aPhoto(deps, release.id)] },
    });
    await page.locator('.chd').getByText('看材料').waitFor();
    await good(page, '机动车登记证书').click();
    await save.click();
    await page.getByText('已经看过').waitFor();
  },
  LONG,
);

test(
  'of two who work on one release the second sees what changed first and loses no word',
  async () => {
    const { page } = liu;
    const release = await appliedRelease(deps, browser);
    await doesOn(product, 'liu', release.id, { act: 'claim' });
    await open(page, release);
    await good(page, '车主身份证明').click();
    await bad(page, '机动车登记证书').click();
    await page.getByText('看不清', { exact: true }).click();
    await page.getByLabel('怎么改，写给对方看').fill('拍糊了，请再拍');
    await actOnOwnRelease(deps, release.id, 'owner', {
      delivery: DeliveryId.parse('owner-is-first-by-a-moment'),
      what: { act: 'add-photos', kind: 'certificate', photos: [await aPhoto(deps, release.id)] },
    });
    const panel = page.getByRole('alert', { name: '您看的时候，当事人先动了' });
    await panel.waitFor();
    expect(await button(page, '保存，一次说全').isDisabled()).toBe(true);
    await picture(page, 'release-collision');
    expect(await seriousFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: '看过了，接着办' }).click();
    expect(await page.getByLabel('怎么改，写给对方看').inputValue()).toBe('拍糊了，请再拍');
    // Now the answer of the office itself says that somebody was first.
    let first = true;
    await page.route(`**/api/releases/${release.id}/acts`, async (route) => {
      if (first) await doesOn(product, 'chen', release.id, { act: 'eligibility', found: copied(false) });
      first = false;
      await route.continue();
    });
    await button(page, '保存，一次说全').click();
    await page.getByRole('alert', { name: '您看的时候，陈思远先动了' }).waitFor();
    await page.unroute(`**/api/releases/${release.id}/acts`);
    expect((await fileOf(release.id)).row.state).toBe('checking-papers');
    expect(await page.getByLabel('怎么改，写给对方看').inputValue()).toBe('拍糊了，请再拍');
  },
  LONG,
);

const copied = (seized: boolean) => ({
  mortgagedHere: true,
  seized,
  lenderEnrolled: true,
  copied: { ...seizedOrNot, mortgagedOn: '2023-04-18' },
});

test(
  'what the register says is noted field by field; a seized vehicle is refused with ground and words, and with nothing else',
  async () => {
    const { page } = liu;
    const release = await appliedRelease(deps, browser);
    await doesOn(product, 'liu', release.id, { act: 'claim' });
    await open(page, release);
    await page.getByRole('tab', { name: '能不能办' }).click();
    for (const [question, answer] of [
      ['抵押登记在我们这里', '是'],
      ['被查封、扣押', '有'],
      ['抵押权人已经备案', '是'],
    ] as const)
      await page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
    await page.getByLabel('号牌号码').fill('宁AD00124');
    await page.getByText('和申请上写的不一样').waitFor();
    await page.getByLabel('号牌号码').fill('宁AD00123');
    await page.getByLabel('证书编号').fill('640000120846');
    await page.getByLabel('所有人').fill('李某芳');
    await page.getByLabel('抵押权人', { exact: true }).fill('塞上银行股份有限公司银川分行');
    await button(page, '记下查到的').click();
    await page.getByText('这一项要填').waitFor();
    await page.getByLabel('抵押日期').fill('2023-04-18');
    await picture(page, 'release-eligibility');
    expect(await seriousFaults(page)).toEqual([]);
    await button(page, '记下查到的').click();
    await page.getByText('车被依法查封、扣押。可以不予办理').waitFor();
    await button(page, '不予办理：查封、扣押…').click();
    const dialog = page.getByRole('dialog', { name: '不予办理' });
    await dialog.getByRole('button', { name: '不予办理，告诉双方' }).click();
    await dialog.getByText('这一项要填').first().waitFor();
    expect((await fileOf(release.id)).decision).toBeUndefined();
    await dialog.getByText('车被依法查封、扣押', { exact: true }).click();
    await dialog.getByLabel('具体理由，双方都看得到').fill('登记系统显示法院2026年10月查封');
    await picture(page, 'release-refuse');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '不予办理，告诉双方' }).click();
    await page.getByRole('tab', { name: '登记和证书' }).click();
    await page.getByText('可以依法申请行政复议').first().waitFor();
    expect((await fileOf(release.id)).decision).toMatchObject({ what: 'refused', reason: 'seized' });
    await picture(page, 'release-refused');
  },
  LONG,
);

test(
  'notes, transfer, reveal and cancelling each leave their reason; offline nothing can be decided',
  async () => {
    const { page, context } = liu;
    const release = await appliedRelease(deps, browser);
    await doesOn(product, 'liu', release.id, { act: 'claim' });
    await agentTakes(deps, release.id);
    await open(page, release);
    await button(page, '记一笔').click();
    await page.getByLabel('内部备注，当事人看不到').fill('电话里说绿本在家');
    await button(page, '记下').click();
    await page.getByText('电话里说绿本在家').waitFor();
    await button(page, '看全号，要写原因').click();
    await page.getByLabel('为什么要看').or(page.locator('#reveal-reason')).first().fill('约时间打电话');
    await page.getByRole('dialog').getByRole('button', { name: /看/u }).last().click();
    await page.getByText('13800138000').waitFor();
    await good(page, '车主身份证明').click();
    await context.setOffline(true);
    await page.getByText('断网了，看到的是').waitFor();
    expect(await button(page, '保存，一次说全').isDisabled()).toBe(true);
    await picture(page, 'release-offline');
    expect(await seriousFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByText('断网了，看到的是').waitFor({ state: 'hidden' });
    await button(page, '更多').click();
    await page.getByRole('menuitem', { name: '注销…' }).click();
    const dialog = page.getByRole('dialog', { name: '注销这一件' });
    await dialog.getByText('已经在别处办了').click();
    await dialog.getByLabel('写给对方').fill('您在贺兰已经办好了，这里不用再办。');
    await dialog.getByRole('button', { name: '注销，告诉对方' }).click();
    await eventually(
      async () => (await fileOf(release.id)).row.state,
      (state) => {
        expect(state).toBe('cancelled');
      },
    );
    await page.getByRole('tab', { name: /改动记录/u }).click();
    await page.getByText('刘一航 注销').waitFor();
    const words = await page.locator('main').innerText();
    expect(words).not.toMatch(/undefined|NaN/u);
  },
  LONG,
);

test(
  'from the file an officer invites a helper, and a manager who was not in the call accepts a gap for a reason that is kept',
  async () => {
    const { page } = liu;
    const release = await appliedRelease(deps, browser);
    await doesOn(product, 'liu', release.id, { act: 'claim' });
    await open(page, release);
    await button(page, '更多').click();
    await page.getByRole('menuitem', { name: '请人帮忙' }).click();
    const helper = page.getByRole('dialog', { name: '请人帮忙' });
    await helper.getByLabel('姓名').fill('李小强');
    await helper.getByLabel('和车主的关系').fill('儿子');
    await helper.getByLabel(/手机号/u).fill('1370000');
    await helper.getByRole('button', { name: '请，发短信' }).click();
    await helper.getByText('手机号不对').waitFor();
    await picture(page, 'release-helper');
    expect(await seriousFaults(page)).toEqual([]);
    await helper.getByLabel(/手机号/u).fill('13700000009');
    await helper.getByRole('button', { name: '请，发短信' }).click();
    await helper.waitFor({ state: 'detached' });
    await page.getByText('李*强').waitFor();
    await doesOn(product, 'liu', release.id, {
      act: 'check-papers',
      verdicts: (['owner-identity', 'certificate'] as const).map((kind) => ({ kind, good: true, defects: [] })),
    });
    await doesOn(product, 'liu', release.id, { act: 'open-session', with: ['owner'] });
    const from = Date.parse(deps.now());
    const lost = { kind: 'gap', party: 'owner', what: 'picture', fromMs: from - 20_000, toMs: from - 8_000 } as const;
    await addEvidence(deps, release.id, [lost], { delivery: DeliveryId.parse(`gap-${release.id}`) });
    const chen = await openConsole(product, browser, 'chen');
    await open(chen.page, release);
    await chen.page.getByRole('tab', { name: '预约和视频' }).click();
    await button(chen.page, '认可…').click();
    const dialog = chen.page.getByRole('dialog', { name: '认可这处缺口' });
    await dialog.getByLabel('为什么可以认可').fill('断的时候在等快递，没有办手续');
    await picture(chen.page, 'release-gap');
    expect(await seriousFaults(chen.page)).toEqual([]);
    await dialog.getByRole('button', { name: '认可', exact: true }).click();
    await button(chen.page, '认可…').waitFor({ state: 'detached' });
    expect((await deps.evidence.head(release.id)).openGaps).toEqual([]);
    await chen.context.close();
  },
  LONG,
);

test(
  'the pages hold at every size, in the dark, in English and on a phone, without faults for helpers',
  async () => {
    const { page } = await openConsole(product, browser, 'chen');
    const release = await appliedRelease(deps, browser);
    await doesOn(product, 'chen', release.id, { act: 'claim' });
    await open(page, release);
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await picture(page, `release-${String(width)}`);
      expect(await overflow(page)).toBe(0);
    }
    await page.setViewportSize(desktop.viewport);
    await picture(page, 'release-1440');
    await button(page, '换成深色').click();
    for (const tab of ['能不能办', '预约和视频', '登记和证书', '改动记录', '材料']) {
      await page.getByRole('tab', { name: tab }).click();
      expect([tab, await seriousFaults(page)]).toEqual([tab, []]);
    }
    await picture(page, 'release-dark');
    await button(page, '我的账号').click();
    await page.getByText('English').click();
    await page.getByRole('tab', { name: 'History' }).waitFor();
    await picture(page, 'release-en');
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN/u);
    const small = await openConsole(product, browser, 'chen', phone);
    await small.page.goto(`${product.url}/console#/releases`);
    await small.page.locator('.qi').first().waitFor();
    await picture(small.page, 'releases-phone');
    expect(await overflow(small.page)).toBe(0);
    await open(small.page, release);
    await picture(small.page, 'release-phone');
    expect(await overflow(small.page)).toBe(0);
    expect(await seriousFaults(small.page)).toEqual([]);
    await small.context.close();
  },
  LONG,
);
