/** A lender's agent at the own page: cases, taking one on, the way into the call, the own hours. */
import type { Browser } from 'playwright-core';
import type { Deps } from '../../functions/deps.ts';
import type { AgentCalendar } from '../../models/appointment/resource.ts';
import { LenderId } from '../../models/ids.ts';
import { demoPaper } from '../../scripts/local/demo-papers.ts';
import { ask, overflow, staffCookie, type Seat } from './console-desk.ts';
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
import { enrolLender, setMandate } from '../lenders.ts';
import { appliedRelease, doesOn, releaseDeps } from './release-office.ts';

let product: Running;
let browser: Browser;
let deps: Deps;
let zhou: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  deps = await releaseDeps(product);
  zhou = await atLender('zhou');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});
const LONG = 420_000;
const SAISHANG = LenderId.parse('01KDEMR000000000000000000A');

async function atLender(name: string): Promise<Seat> {
  const context = await browser.newContext({ ...desktop, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  const [key = '', ...value] = (await staffCookie(product, name)).split('=');
  await context.addCookies([{ name: key, value: value.join('='), url: product.url }]);
  const page = await context.newPage();
  await page.clock.install({ time: OPEN_HOURS });
  await page.goto(`${product.url}/lender`);
  return { context, page };
}
async function checked({ page }: Seat, name: string): Promise<void> {
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
}

test(
  'an agent finds the own cases first, takes one on, and goes into its call once the officer has opened it',
  async () => {
    const { page } = zhou;
    await page.getByText('现在没有案子').waitFor();
    await checked(zhou, 'lender-cases-empty');
    const release = await appliedRelease(deps, browser, { lender: SAISHANG });
    await appliedRelease(deps, browser, {
      lender: SAISHANG,
      owner: { name: '马某兰', company: false, phone: '13900000017' },
      vehicle: { plate: '宁A55555', vinTail: '042788', certificate: '640000120999', contract: 'SS-9' },
      certificateWith: 'lender',
      papers: [],
    });
    await page.reload();
    await page.getByRole('link', { name: new RegExp(release.number, 'u') }).waitFor();
    const saishang = await deps.lenders.find(SAISHANG);
    const code = saishang.ok ? saishang.value.code : '';
    await enrolLender(deps, 9, { name: '塞上银行平罗支行', code }, 'pingluo');
    await setMandate(deps, 'zhou', { offices: ['yinchuan', 'pingluo'] });
    await page.reload();
    await page.getByRole('button', { name: /平罗/u }).click();
    await page.getByText('现在没有案子').waitFor();
    await page.getByRole('button', { name: /银川/u }).click();
    await page.getByRole('link', { name: new RegExp(release.number, 'u') }).waitFor();
    await checked(zhou, 'lender-cases');
    await page.getByRole('link', { name: new RegExp(release.number, 'u') }).click();
    await page.getByRole('button', { name: '我来办' }).waitFor();
    await checked(zhou, 'lender-case');
    await page.getByRole('button', { name: '我来办', exact: true }).click();
    await page.getByText('视频还没有开').waitFor();
    await checked(zhou, 'lender-case-mine');
    // The agent chooses a first time for both, and moves it.
    await page.getByRole('button', { name: '选时间' }).click();
    const first = page.getByRole('region', { name: '给这一件选个时间' });
    await first.getByText('您可以先约一个双方一起的').waitFor();
    await first.getByRole('radio').first().check({ force: true });
    await first.getByRole('button', { name: '就约这个时间' }).click();
    await first.waitFor({ state: 'detached' });
    const [{ id: booking, start } = { id: undefined, start: '' }] = await deps.bookings.of({
      kind: 'release',
      id: release.id,
    });
    if (booking === undefined) throw new Error('no time was booked');
    await page.getByRole('button', { name: '改时间' }).click();
    const moving = page.getByRole('region', { name: '给这一件改个时间' });
    await moving.getByText('现在约在').waitFor();
    await moving.getByRole('radio').last().check({ force: true });
    await checked(zhou, 'lender-case-move');
    await moving.getByRole('button', { name: '改到这个时间' }).click();
    await moving.waitFor({ state: 'detached' });
    const moved = await deps.bookings.find(booking);
    expect(moved.ok && moved.value.start).not.toBe(start);
    await page.getByRole('button', { name: '我在办', exact: true }).click();
    await page.getByRole('link', { name: /马\*兰/u }).waitFor({ state: 'detached' });
    await doesOn(product, 'liu', release.id, { act: 'claim' });
    await doesOn(product, 'liu', release.id, {
      act: 'check-papers',
      verdicts: (['owner-identity', 'certificate'] as const).map((kind) => ({ kind, good: true, defects: [] })),
    });
    await doesOn(product, 'liu', release.id, { act: 'open-session', with: ['owner', 'lender'] });
    await page.clock.runFor(11_000);
    await page.getByRole('button', { name: '进入视频' }).waitFor();
    await checked(zhou, 'lender-case-open');
    await page.getByRole('button', { name: '进入视频' }).click();
    await page.waitForURL(/\/room/u);
    const seat = await page.evaluate(async () => (await fetch('/api/room')).json() as Promise<{ party: string }>);
    expect(seat.party).toBe('lender');
  },
  LONG,
);

test(
  'an agent applies for the lender alone: three papers, a number, a time; what was typed stays, and it can be taken back',
  async () => {
    const { page } = zhou;
    await page.goto(`${product.url}/lender#/releases`);
    await page.getByRole('link', { name: '凭法院文书单独申请' }).click();
    await page.getByRole('heading', { name: '凭法院文书单独申请' }).waitFor();
    await page.getByLabel('号牌号码').fill('宁a·7k301');
    await page.getByRole('button', { name: '交申请' }).click();
    await page.getByText('请写抵押合同号').waitFor();
    await page.getByText('还没有照片').first().waitFor();
    await checked(zhou, 'lender-alone-faults');
    await page.reload();
    expect(await page.getByLabel('号牌号码').inputValue()).toBe('宁a·7k301');
    for (const [field, value] of [
      ['车架号后6位', 'LSVAA4182E2042788'],
      ['登记证书编号', '640000120846'],
      ['抵押合同号', 'SS-2023-0418'],
      ['登记证书上的所有人', '马某兰'],
    ] as const)
      await page.getByLabel(field).fill(value);
    for (const name of ['登记证书（绿本）', '生效的调解书、裁定书或判决书', '协助执行通知书']) {
      const paper = page.getByRole('group', { name });
      await paper.locator('input[type=file]').setInputFiles({
        name: 'paper.png',
        mimeType: 'image/png',
        buffer: demoPaper('seal').bytes,
      });
      await paper.getByText('传好了').waitFor();
    }
    await checked(zhou, 'lender-alone');
    await page.getByRole('button', { name: '交申请' }).click();
    await page.getByText(/交上了，编号YC-/u).waitFor();
    await checked(zhou, 'lender-alone-filed');
    await page.getByRole('link', { name: '去这一件，选时间' }).click();
    await page.getByText('本单位单独申请').waitFor();
    await page.getByRole('button', { name: '选时间' }).click();
    const choosing = page.getByRole('region', { name: '给这一件选个时间' });
    await choosing.getByText('这一次只有您和警官').waitFor();
    await choosing.getByRole('radio').first().check({ force: true });
    await choosing.getByRole('button', { name: '就约这个时间' }).click();
    await choosing.waitFor({ state: 'detached' });
    const id = /releases\/(\w+)/u.exec(page.url())?.[1] ?? '';
    await doesOn(product, 'liu', id, { act: 'claim' });
    await doesOn(product, 'liu', id, {
      act: 'check-papers',
      verdicts: (['certificate', 'court-ruling', 'assistance-notice'] as const).map((kind) =>
        kind === 'court-ruling'
          ? { kind, good: false, defects: ['no-seal'], words: '第2页没有拍到章' }
          : { kind, good: true, defects: [] },
      ),
    });
    await page.clock.runFor(6_000);
    await page.getByText('第2页没有拍到章').waitFor();
    await page.getByRole('button', { name: '重新传' }).click();
    await page.locator('.papers input[type=file]').setInputFiles({
      name: 'paper.png',
      mimeType: 'image/png',
      buffer: demoPaper('licence').bytes,
    });
    await page.locator('.papers').getByText('传好了').waitFor();
    await checked(zhou, 'lender-alone-case');
    await page.getByRole('button', { name: '交这一样' }).click();
    await page.getByText('交上了，警官会再看').waitFor();
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'lender-alone-receipt');
    await page.emulateMedia({ media: 'screen' });
    await page.getByText('撤回这个申请').click();
    await page.getByRole('button', { name: '确定撤回' }).click();
    await page.getByText('撤回了', { exact: true }).waitFor();
    const withdrawn = await deps.releases.find(id as never);
    expect(withdrawn.ok && withdrawn.value.state).toMatchObject({ name: 'cancelled', reason: 'applicant' });
  },
  LONG,
);

test(
  'an agent sets the own hours; what was filled in stays when they were changed on another computer meanwhile',
  async () => {
    const { page } = zhou;
    await page.goto(`${product.url}/lender`);
    await page.getByRole('link', { name: '时间' }).click();
    await page.getByLabel('星期三第1段从').fill('10:00');
    await page.getByRole('button', { name: '去掉星期五第2段' }).click();
    await page.getByLabel('哪一天').fill('2026-12-24');
    await page.getByRole('button', { name: '加上这天' }).click();
    await checked(zhou, 'lender-times');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('存好了').waitFor();
    const kept = await ask<AgentCalendar>(product, 'zhou', 'GET', '/api/lender/calendar');
    expect(kept).toMatchObject({ version: 1, closed: ['2026-12-24'] });
    expect([kept.weekly[3]?.[0]?.from, kept.weekly[5]?.length]).toEqual([600, 1]);
    await ask(product, 'zhou', 'PUT', '/api/lender/calendar', { ...kept, places: 2 });
    await page.getByLabel('星期三第1段到').fill('09:30');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('结束要晚于开始').waitFor();
    await page.getByLabel('星期三第1段到').fill('11:30');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('您在别的电脑上改过时间').waitFor();
    await checked(zhou, 'lender-times-stale');
    await page.getByRole('button', { name: '存这里填的' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).waitFor();
    const last = await ask<AgentCalendar>(product, 'zhou', 'GET', '/api/lender/calendar');
    expect([last.version, last.weekly[3]?.[0]]).toEqual([3, { from: 600, to: 690 }]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My hours' }).waitFor();
    await checked(zhou, 'lender-times-en');
  },
  LONG,
);

test(
  'when the list cannot be fetched it says so, and once more brings it',
  async () => {
    const lin = await atLender('lin');
    await lin.page.route('**/api/lender/releases', (route) => route.abort());
    await lin.page.reload();
    await lin.page.getByText('案子没取到').waitFor();
    await checked(lin, 'lender-cases-failed');
    // The list asks again by itself: not while the button is pressed.
    await lin.page.clock.pauseAt(new Date(Date.parse(OPEN_HOURS) + 3_600_000));
    await lin.page.unroute('**/api/lender/releases');
    await lin.page.getByRole('button', { name: /再/u }).click();
    await lin.page.getByText('现在没有案子').waitFor();
    await lin.context.close();
  },
  LONG,
);
