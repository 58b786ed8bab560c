/** From the door into the room, with the real office behind it; and how the end of a release looks to its owner. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { changeRelease } from '../../functions/release/change-release.ts';
import type { Deps } from '../../functions/deps.ts';
import { start } from '../../models/clock/filed-clock.ts';
import { StaffId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import { noted, type Release } from '../../models/release/release.ts';
import { releaseRulesOf } from '../../models/release/rules.ts';
import { plus, HOUR, type Instant } from '../../models/time.ts';
import { applyFor } from '../office-of-releases.ts';
import { eventually } from './eventually.ts';
import { desktop, openWholeBrowser, phone, seriousFaults, startProduct, type Running } from './product.ts';
import { doesOn, releaseDeps } from './release-office.ts';

let product: Running;
let browser: Browser;
let deps: Deps;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  deps = await releaseDeps(product);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});
const LONG = 420_000;
const officer = (): string => product.accounts.find((a) => a.role === 'officer' && a.office === 'yinchuan')?.name ?? '';

async function opened(
  release: Release,
  wish: Parameters<Browser['newContext']>[0],
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({ ...wish, reducedMotion: 'reduce', permissions: ['camera', 'microphone'] });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/u.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${product.url}/release/track?number=${release.number}`);
  await page.getByLabel('查询码').fill(release.code);
  await page.getByRole('button', { name: '查进度' }).click();
  await page.getByRole('heading', { name: '解除抵押登记' }).waitFor();
  return { page, context, complaints };
}
async function sound(page: Page, name: string): Promise<void> {
  expect([name, await seriousFaults(page)]).toEqual([name, []]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect([name, over]).toEqual([name, 0]);
  await page.screenshot({ path: `.build/pictures/release-${name}.png`, animations: 'disabled', fullPage: true });
}

/** Camera, microphone, light and network are tried one after the other. */
const SLOW = 60_000;
const ready = (button: Locator): Promise<void> =>
  eventually(
    () => button.isEnabled(),
    (enabled) => {
      expect(enabled).toBe(true);
    },
    SLOW,
  );

test(
  'devices are tried and the notice agreed to before the door opens; then the same page waits to be let in',
  async () => {
    const release = await applyFor(deps);
    const does = (what: Parameters<typeof doesOn>[3]): Promise<unknown> => doesOn(product, officer(), release.id, what);
    await does({ act: 'claim' });
    await does({
      act: 'check-papers',
      verdicts: [
        { kind: 'owner-identity', good: true, defects: [] },
        { kind: 'certificate', good: true, defects: [] },
      ],
    });
    const { page, context, complaints } = await opened(release, phone);
    await page.goto(`${product.url}/release/door`);
    await page.getByRole('link', { name: '试一下设备' }).click();
    await page.getByText('进门前先试一下').waitFor();
    await page.getByLabel('我知道会全程录像存证，只用于这一件事。').check();
    const enter = page.getByRole('button', { name: '进等候室' });
    await ready(enter);
    await sound(page, 'phone-trial');
    await enter.click();
    await page.waitForURL('**/release/door');
    const lines = await deps.evidence.lines(release.id);
    expect(lines.map(({ body }) => body)).toMatchObject([
      { kind: 'consent', party: 'owner', version: recordingNotice.version, agreed: true },
    ]);
    await does({ act: 'open-session', with: ['owner'] });
    await page.getByRole('link', { name: '进视频' }).click();
    await ready(enter);
    expect(await page.getByLabel('我知道会全程录像存证，只用于这一件事。').isChecked()).toBe(true);
    await enter.click();
    await page.getByText('您在等候室').waitFor();
    await sound(page, 'phone-waiting-room');
    const session = await deps.releases.find(release.id);
    const room = session.ok ? session.value.sessions[0]?.room : undefined;
    await eventually(
      async () => (room === undefined ? undefined : (await deps.rooms.find(room))?.seats.owner),
      (seat) => {
        expect(seat).toMatchObject({
          consent: recordingNotice.version,
          check: { camera: 'good' },
          admitted: false,
        });
      },
      SLOW,
    );
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'anybody tries the device before applying: what fails has its advice, the way on stands below, and nothing leaves the page',
  async () => {
    const context = await browser.newContext({
      ...phone,
      reducedMotion: 'reduce',
      permissions: ['camera', 'microphone'],
    });
    context.setDefaultTimeout(90_000);
    // As a phone on which the question was answered with no; later it is allowed, in a quiet room.
    await context.addInitScript(() => {
      const { mediaDevices } = navigator;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (wish) => {
        if (!('allowed' in window)) throw new DOMException('no', 'NotAllowedError');
        const given = await ask(wish);
        const [microphone] = given.getAudioTracks();
        if (microphone !== undefined) microphone.enabled = false;
        Object.assign(window, { microphone });
        return given;
      };
    });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET')
        sent.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`.trim());
    });
    await page.goto(`${product.url}/release`);
    await page.getByRole('link', { name: '先试试设备能不能视频' }).click();
    await page.getByText('这台设备现在还不能视频').waitFor();
    await page.getByText('允许这个网页用相机和麦克风').waitFor();
    await page.getByRole('link', { name: '打电话问' }).waitFor();
    await sound(page, 'phone-try-refused');
    await page.evaluate(() => Object.assign(window, { allowed: true }));
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('能视频。照上面说的调一下').waitFor();
    const onward = page.getByRole('link', { name: '填申请' });
    const place = await onward.boundingBox();
    await page.evaluate(() => {
      (window as unknown as { microphone: MediaStreamTrack }).microphone.enabled = true;
    });
    await page.getByText('都能用').waitFor();
    // The advice was followed, and nothing has moved away from under a finger.
    expect(await onward.boundingBox()).toEqual(place);
    await page.getByRole('button', { name: '放一声听听' }).click();
    await sound(page, 'phone-try');
    await page.setViewportSize(desktop.viewport);
    await sound(page, 'desktop-try');
    // A pass to the relay is asked for with nothing in it.
    expect([...new Set(sent)]).toEqual(['/api/trial/relays']);
    // The light is looked at twice a second; whoever presses slowly is not passed over for it.
    await onward.click({ delay: 1200 });
    await page.getByRole('heading', { name: '先问四句' }).waitFor();
    await page.getByRole('link', { name: '先试试设备能不能视频' }).waitFor();
    await context.close();
  },
  LONG,
);

/** As it stands after the call, without the call. */
async function after(release: Release, change: (r: Release, now: Instant) => Release): Promise<void> {
  const changed = await changeRelease(deps, release.id, (r, now) => done({ release: change(r, now) }));
  if (!changed.ok) throw new Error(changed.refusal.detail);
}
const by = StaffId.parse('liu');
const accepted = (r: Release, now: Instant): Release =>
  noted(
    {
      ...r,
      officer: { id: by, name: '刘一航' },
      acceptedAt: now,
      clock: start(releaseRulesOf(r.office).decision, now),
      custody: { way: 'mail', collectedAt: now },
      decision: { what: 'approved', at: now, by },
      state: { name: 'decided', at: now },
    },
    { at: now, what: 'accepted' },
    { at: now, what: 'approved', by },
  );
const finished = (r: Release, now: Instant): Release =>
  noted(
    {
      ...r,
      clock: { ...(r.clock ?? start(releaseRulesOf(r.office).decision, now)), stoppedAt: plus(now, 0) },
      registry: { serial: 'NX-20261118-77', at: now, by },
      custody: { way: 'mail', collectedAt: now, annotatedAt: now, sentAt: plus(now, HOUR), tracking: '1234567890123' },
      state: { name: 'registry-done', at: now },
    },
    { at: now, what: 'registered', by },
    { at: now, what: 'certificate-annotated', by },
    { at: now, what: 'certificate-sent', by },
  );

test.each([
  ['phone', phone],
  ['desktop', desktop],
] as const)(
  'on a %s the working day, the register, the parcel and the papers to print are seen',
  async (name, wish) => {
    const release = await applyFor(deps, {
      vehicle: {
        plate: `宁A7700${name === 'phone' ? '1' : '2'}`,
        vinTail: '042788',
        certificate: '640000120846',
        contract: 'SS-1',
      },
    });
    await after(release, accepted);
    const { page, context, complaints } = await opened(release, wish);
    await page.getByText('明天（周四）').first().waitFor();
    await sound(page, `${name}-approved`);
    await page.getByRole('link', { name: '解除抵押决定回执' }).click();
    await page.getByRole('heading', { name: '解除抵押决定回执' }).waitFor();
    await sound(page, `${name}-approved-paper`);
    await page.goBack();
    await page.getByRole('link', { name: '受理回执' }).click();
    await page.getByRole('heading', { name: '受理回执' }).waitFor();
    await sound(page, `${name}-accepted-paper`);
    await after(release, finished);
    await page.goto(`${product.url}/release/track/case`);
    await page.getByRole('heading', { name: '抵押解除了' }).waitFor();
    expect(await page.getByText('快递单号1234567890123').count()).toBe(1);
    expect(await page.getByText('NX-20261118-77').count()).toBe(0);
    await sound(page, `${name}-done`);
    await page.getByRole('link', { name: '办结回执' }).click();
    await sound(page, `${name}-done-paper`);
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/gu)?.length;
    expect(sheets).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);
