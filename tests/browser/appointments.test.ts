import type { Browser, Page } from 'playwright-core';
import { markArrived, markMet } from '../../functions/appointment/attend.ts';
import { cancelBooking, holdSlot } from '../../functions/appointment/book.ts';
import { openCallBacksFor } from '../../functions/appointment/call-back-in-talk.ts';
import { sweepBookings } from '../../functions/appointment/sweep-bookings.ts';
import { joinQueue } from '../../functions/appointment/wait-now.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import { openConversation } from '../../models/conversation/conversation.ts';
import { ConversationId, DeliveryId, ReleaseId, StaffId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import { asks, book } from '../appointment/office-of-bookings.ts';
import { officeAt } from '../office-of-matters.ts';
import { openConsole, overflow, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let chen: Seat;
const at = (clock: string): string => `2026-11-18T${clock}:00.000Z`;
const both: Booking['comes'] = ['citizen', 'agent'];

/** A Wednesday at twenty past ten: some were met, one was missed twice, one is here, some come later, three wait now. */
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const tuesday = await officeAt('2026-11-17T00:00:00.000Z');
  const liuId = StaffId.parse('liu');
  const missed = await book(tuesday, '2026-11-17T02:00:00.000Z', { number: 'YC-1113-J004' });
  await sweepBookings(await officeAt('2026-11-17T02:11:00.000Z'));
  const eight = await officeAt(at('00:00'));
  const met = await book(eight, at('01:00'), { number: 'YC-1116-J002', comes: both });
  await markMet(await officeAt(at('01:02')), met.id, liuId);
  await book(eight, at('01:30'), { number: 'YC-1113-J004', reference: missed.reference });
  const here = await book(eight, at('02:00'), { number: 'YC-1116-J007' });
  const soon = await book(eight, at('02:30'), { number: 'YC-1117-J001', comes: both });
  await book(eight, at('02:30'), { number: 'YC-1117-J003', comes: ['agent'] });
  await book(eight, at('06:00'), { number: 'YC-1117-J005', comes: both });
  await book(eight, '2026-11-20T06:00:00.000Z', { number: 'YC-1117-J009' });
  const off = await book(eight, at('07:00'), { number: 'YC-1117-J006' });
  await cancelBooking(eight, off.id, 'citizen');
  await markArrived(await officeAt(at('01:58')), here.id, 'citizen');
  await sweepBookings(await officeAt(at('01:41')));
  await markArrived(await officeAt(at('02:15')), soon.id, 'agent');
  await holdSlot(await officeAt(at('02:19')), asks(eight, at('05:30'), { number: 'YC-1118-J002' }));
  for (const [index, clock] of ['02:08', '02:12', '02:17'].entries()) {
    const deps = await officeAt(at(clock));
    const reference = { kind: 'release' as const, id: ReleaseId.parse(deps.newId()) };
    const number = `YC-1118-J00${String(index + 3)}`;
    await joinQueue(deps, { office: 'yinchuan', kind: 'video-release', reference, number, comes: ['citizen'] });
    // Stays as long as the test may take.
    await deps.queue.seen(reference, at('04:00') as Instant);
  }
  await callBacks();
  liu = await openConsole(product, browser, 'liu');
  chen = await openConsole(product, browser, 'chen');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** One call was forgotten at nine, one is agreed for the afternoon with somebody who comes first. */
async function callBacks(): Promise<void> {
  const agree = async (need: string, notBefore: number, phoneNumber: string, greenLane: boolean): Promise<void> => {
    const deps = await officeAt(at('00:30'));
    const id = ConversationId.parse(deps.newId());
    const c = openConversation(
      id,
      { office: 'yinchuan', channel: 'web', language: 'zh', elder: greenLane },
      deps.now(),
    );
    const summary = { need, known: [], open: [] };
    await deps.conversations.commit(undefined, { ...c, phone: phoneNumber, confirmed: phoneNumber, summary }, []);
    const desk = openCallBacksFor(deps, DeliveryId.parse(deps.newId()))(c);
    const kept = await desk.keep({ notBefore }, `L-1117-0${String(notBefore)}`);
    if (kept !== undefined) await desk.confirm(kept.id);
  };
  await agree('驾照丢了，网上补不了，想问要不要本人来', 9 * 60, '13900001111', false);
  await agree('车贷还清了，人在外地，怎么解除抵押', 14 * 60, '13900002222', true);
  await sweepBookings(await officeAt(at('01:16')));
}

const to = (page: Page): Promise<unknown> => page.goto(`${product.url}/console#/appointments`);
const row = (page: Page, number: string) =>
  page.getByRole('region', { name: '按时间' }).getByRole('listitem').filter({ hasText: number });

/** In both sizes and in the dark, without a message in the way. */
async function checked(page: Page, name: string): Promise<void> {
  await eventually(
    () => page.locator('.el-message').count(),
    (messages) => {
      expect(messages).toBe(0);
    },
  );
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
}

test('the day is shown by time, with who is here, who was missed and who waits now', async () => {
  const { page } = liu;
  await to(page);
  await row(page, 'YC-1116-J007').getByText('人到了，在等您').waitFor();
  await row(page, 'YC-1116-J002').getByText('见过了').waitFor();
  await row(page, 'YC-1113-J004').getByText('群众没来').waitFor();
  await row(page, 'YC-1117-J001').getByText('银行代理人到了').waitFor();
  await row(page, 'YC-1117-J006').getByText('群众取消').waitFor();
  await page.getByText('3名民警，可约2个').waitFor();
  await checked(page, 'appointments');
  await page.locator('button.theme').click();
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, 'appointments-dark');
  await page.locator('button.theme').click();
});

test('agreed calls are a list of their own: one that was forgotten is owed, what was said goes into the talk', async () => {
  const { page } = liu;
  await to(page);
  await page.getByRole('button', { name: '回电', exact: true }).click();
  const owed = page.getByRole('region', { name: '该打还没打' });
  await owed.getByText('139****1111').waitFor();
  await row(page, 'L-1117-0840').getByText('绿色通道').waitFor();
  await checked(page, 'call-backs');
  await owed.getByRole('button', { name: '没打通，L-1117-0540' }).click();
  await owed.getByText('打过1次没通').waitFor();
  await owed.getByRole('button', { name: '打通了，L-1117-0540' }).click();
  const dialog = page.getByRole('dialog', { name: 'L-1117-0540打通了' });
  await dialog.getByLabel('电话里说了什么，写给群众看').fill('网上能补，寄到家，不用跑。');
  await checked(page, 'call-backs-reached');
  await dialog.getByRole('button', { name: '写进对话' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row(page, 'L-1117-0540').getByText('打通了', { exact: true }).waitFor();
  await page.getByRole('button', { name: '视频办', exact: true }).click();
  await row(page, 'YC-1116-J007').waitFor();
});

test('who is here is met by one press, and an appointment is moved to a time that is free', async () => {
  const { page } = liu;
  await to(page);
  await page.getByRole('button', { name: '见到了，YC-1116-J007' }).click();
  await row(page, 'YC-1116-J007').getByText('见过了').waitFor();
  await page.getByRole('button', { name: '改约，YC-1117-J005' }).click();
  const dialog = page.getByRole('dialog', { name: '给YC-1117-J005改个时间' });
  await dialog.getByText('16:30').waitFor();
  expect(await dialog.getByRole('button', { name: '改到这个时间' }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /16:30/u }).check();
  await checked(page, 'appointments-move');
  await dialog.getByRole('button', { name: '改到这个时间' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row(page, 'YC-1117-J005').getByText('16:30').waitFor();
});

test('calling off asks for a reason and keeps the row as it ended', async () => {
  const { page } = liu;
  await to(page);
  await page.getByRole('button', { name: '取消，YC-1117-J003' }).click();
  const dialog = page.getByRole('dialog', { name: '取消YC-1117-J003的预约' });
  await dialog.getByLabel('本所来不了').check();
  await dialog.getByRole('button', { name: '取消预约' }).click();
  await row(page, 'YC-1117-J003').getByText('本所取消').waitFor();
});

test('the next who waits is called, comes, and the line moves up; who was missed twice is called by phone', async () => {
  const { page } = liu;
  await to(page);
  const queue = page.getByRole('region', { name: '现在排队' });
  await queue.getByRole('button', { name: '叫下一位' }).click();
  await queue.getByText(/您叫了，等到/u).waitFor();
  expect(await queue.getByRole('listitem').first().textContent()).toContain('YC-1118-J003');
  await queue.getByRole('button', { name: '来了，YC-1118-J003' }).click();
  await queue.getByText('YC-1118-J003').waitFor({ state: 'detached' });
  await queue.getByText('下一位', { exact: true }).waitFor();
  const calls = page.getByRole('region', { name: '要打电话' });
  await calls.getByRole('button', { name: '打过了，YC-1113-J004' }).click();
  await calls.waitFor({ state: 'detached' });
});

test('a manager closes a day and sets officers; the day says so, and a colleague’s older form is not believed', async () => {
  const { page } = chen;
  await to(page);
  const desk = page.getByRole('region', { name: '窗口设置' });
  await desk.getByLabel('平时几名民警').fill('4');
  for (const day of ['2026-11-20', '2026-11-23']) {
    await desk.getByLabel('关一天 日期').fill(day);
    await desk.getByRole('button', { name: '关一天' }).click();
  }
  await desk.getByText('11月20日 星期五').waitFor();
  await desk.getByRole('button', { name: '保存设置' }).click();
  await page.getByText('设置保存了').waitFor();
  await page.getByText('4名民警，可约2个').waitFor();
  await checked(page, 'appointments-manager');
  // What stands on a closed day is shown to be moved.
  await desk.getByText('关的日子上还有1个预约').waitFor();
  await desk.getByRole('button', { name: /YC-1117-J009/u }).click();
  await row(page, 'YC-1117-J009').waitFor();
  await page.getByRole('status').getByText('这天不开').waitFor();
  await picture(page, 'appointments-closed-booked');
  await page.getByLabel('哪一天').fill('2026-11-23');
  await page.getByRole('heading', { name: '这天不开' }).waitFor();
  await picture(page, 'appointments-closed');
  await page.getByLabel('哪一天').fill('2026-11-21');
  await page.getByRole('heading', { name: '这天不上班' }).waitFor();
  // Only a manager sets it.
  await to(liu.page);
  await liu.page.getByText('由负责人设置').waitFor();
  expect(await liu.page.getByRole('button', { name: '保存设置' }).count()).toBe(0);
});

test('when the day cannot be fetched the page says whose fault it is and tries again; an office without video says where to go', async () => {
  const { page } = liu;
  const broken = /\/api\/appointments\?/u;
  await page.route(broken, (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.goto('about:blank');
  await to(page);
  await page.getByRole('heading', { name: '预约没取到' }).waitFor();
  await picture(page, 'appointments-failed');
  await page.unroute(broken);
  await page.getByRole('button', { name: '再试一次' }).click();
  await row(page, 'YC-1116-J002').waitFor();
  const far = await openConsole(product, browser, 'ma');
  await to(far.page);
  await far.page.getByRole('heading', { name: '本所还没开视频办' }).waitFor();
  await checked(far.page, 'appointments-not-offered');
  await far.context.close();
});
