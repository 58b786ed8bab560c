/** The call where it does not go straight on: a second officer, a stop, nobody there; the two sides are pages with real media. */
import type { Browser, Page } from 'playwright-core';
import { addEvidence } from '../../functions/release/add-evidence.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import type { Deps } from '../../functions/deps.ts';
import { BookingId, DeliveryId, StaffId, type ReleaseId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { book } from '../../models/release/changes/prepare.ts';
import type { Side } from '../../models/release/parties.ts';
import type { Release } from '../../models/release/release.ts';
import { HOUR, plus } from '../../models/time.ts';
import { hire } from '../staff.ts';
import { allInPicture, button, doStep, fileOf, type Sides } from './call-script.ts';
import { enter, serveHarness, ticketFor, type InCall } from './call-stage.ts';
import { openConsole, type Seat } from './console-desk.ts';
import { openWholeBrowser, picture, seriousFaults, startProduct, type Running } from './product.ts';
import { agentTakes, appliedRelease, doesOn, releaseDeps } from './release-office.ts';

let product: Running;
let browser: Browser;
let site: { url: string; stop(): void };
let liu: Seat;
let deps: Deps;
const AGENT = { id: 'zhoupeng', name: '周云鹏', phone: '13700000088' };
beforeAll(async () => {
  [product, browser, site] = await Promise.all([startProduct(), openWholeBrowser(), serveHarness()]);
  deps = await releaseDeps(product);
  await hire(AGENT.id, AGENT.name);
  const agent = await deps.staff.find(StaffId.parse(AGENT.id));
  if (agent.ok) await deps.staff.save({ ...agent.value, phone: AGENT.phone });
  liu = await openConsole(product, browser, 'liu');
  liu.context.setDefaultTimeout(60_000);
}, 240_000);
afterAll(async () => {
  site.stop();
  await browser.close();
  await product.stop();
});
const LONG = 420_000;
const alone: Sides = { owner: { phone: '13800138000' }, lender: { phone: AGENT.phone } };

/** Papers good, register looked up, agent there, time booked. */
async function readyRelease(): Promise<Release> {
  const release = await appliedRelease(deps, browser);
  const { id } = release;
  await doesOn(product, 'liu', id, { act: 'claim' });
  await doesOn(product, 'liu', id, {
    act: 'check-papers',
    verdicts: release.papers.map(({ kind }) => ({ kind, good: true, defects: [] })),
  });
  await doesOn(product, 'liu', id, {
    act: 'eligibility',
    found: {
      mortgagedHere: true,
      seized: false,
      lenderEnrolled: true,
      copied: {
        plate: '宁AD00123',
        certificate: '640000120846',
        owner: '李某芳',
        lender: '塞上银行股份有限公司银川分行',
        mortgagedOn: '2023-04-18',
      },
    },
  });
  await agentTakes(deps, id, AGENT);
  await changeRelease(deps, id, (r, now) => {
    const booked = book(r, BookingId.parse(deps.newId()), r.sides, plus(now, HOUR), now);
    return booked.ok ? done({ release: booked.value }) : booked;
  });
  return release;
}

/** A side's page: agreed to the recording, then at the door of the room. */
async function comes(id: ReleaseId, party: Side): Promise<InCall> {
  const room = (await fileOf(product, id)).sessions.at(-1)?.room;
  if (room === undefined) throw new Error('no session');
  await addEvidence(deps, id, [{ kind: 'consent', party, version: '1', textSha256: 'a'.repeat(64), agreed: true }], {
    delivery: DeliveryId.parse(`consent-${party}-${id}`),
  });
  return enter(browser, site.url, party, {
    socketUrl: product.environment['SOCKET_URL'] ?? '',
    room,
    ticket: await ticketFor({ room, release: id }, party),
  });
}
/** From the file into the room, with both sides let in and the recording running. */
async function openCall(page: Page, { id }: Release): Promise<InCall[]> {
  await page.goto(`${product.url}/console#/releases/${id}`);
  await page.getByRole('tab', { name: /预约和视频/u }).click();
  await button(page, '开始视频').click();
  await button(page, '打开视频室').click();
  await page.getByText('还没有人到').waitFor();
  const pages: InCall[] = [];
  for (const side of ['owner', 'lender'] as const) {
    pages.push(await comes(id, side));
    await button(page, `请进来：${side === 'owner' ? '车主' : '银行代理人'}`).click();
  }
  await allInPicture(page, 3);
  return pages;
}

test(
  'a slow computer can be worked on while it records; a second officer takes the room over only on purpose; a call that is stopped keeps its steps',
  async () => {
    const { page } = liu;
    const release = await readyRelease();
    const sides = await openCall(page, release);
    const computer = await page.context().newCDPSession(page);
    await computer.send('Emulation.setCPUThrottlingRate', { rate: 10 });
    await doStep({ product, deps, page, sides: alone }, release.id, 'consent:owner');
    await computer.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const chen = await openConsole(product, browser, 'chen');
    chen.context.setDefaultTimeout(60_000);
    await chen.page.goto(`${product.url}/console#/releases/${release.id}/room`);
    await chen.page.getByText('刘一航正在这间视频室里').waitFor();
    await chen.page.getByRole('button', { name: '接手' }).waitFor();
    await picture(chen.page, 'room-held');
    expect(await seriousFaults(chen.page)).toEqual([]);
    await chen.context.close();
    await button(page, '中止，改约').click();
    const dialog = page.getByRole('dialog', { name: '中止，改约' });
    await dialog.getByText('网络或设备不行').click();
    await dialog.getByRole('button', { name: '结束这一次视频' }).click();
    await page.getByRole('tab', { name: /预约和视频/u }).waitFor();
    const file = await fileOf(product, release.id);
    expect(file.row.state).toBe('booked');
    expect(file.ticked.map(({ cell }) => cell)).toContain('consent:owner');
    expect(file.sessions.at(-1)).toMatchObject({ how: 'technical' });
    await Promise.all(sides.map(({ context }) => context.close()));
  },
  LONG,
);

test(
  'the room holds in the dark and in English, and says so when nobody came, no room is open or there is no camera',
  async () => {
    const { page } = liu;
    const release = await readyRelease();
    await page.goto(`${product.url}/console#/releases/${release.id}/room`);
    await page.getByText('现在没有开着的视频室').waitFor();
    await picture(page, 'room-none');
    await doesOn(product, 'liu', release.id, { act: 'open-session', with: ['owner'] });
    await page.getByText('还没有人到').waitFor();
    await picture(page, 'room-empty');
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${product.url}/console#/releases/${release.id}`);
    await button(page, '换成深色').click();
    await page.goto(`${product.url}/console#/releases/${release.id}/room`);
    await page.getByText('还没有人到').waitFor();
    await picture(page, 'room-dark');
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${product.url}/console#/releases/${release.id}`);
    await button(page, '我的账号').click();
    await page.getByText('English').click();
    await page.goto(`${product.url}/console#/releases/${release.id}/room`);
    await page.getByText('Nobody yet').waitFor();
    await picture(page, 'room-en');
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN/u);
    expect(await seriousFaults(page)).toEqual([]);
  },
  LONG,
);
