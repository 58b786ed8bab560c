/** The walk through a release with three real pages, looked at on the way. */
import type { Browser, Page } from 'playwright-core';
import type { Deps } from '../../functions/deps.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { button, fileOf } from './call-script.ts';
import { overflow, told } from './console-desk.ts';
import { desktop, openWholeBrowser, picture, seriousFaults, startProduct, type Running } from './product.ts';
import { releaseDeps } from './release-office.ts';
import { takeSeats, walkRelease, type Moment, type Seats } from './release-walk.ts';

let product: Running;
let browser: Browser;
let deps: Deps;
let seats: Seats;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  deps = await releaseDeps(product);
  seats = await takeSeats(product, browser);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** What the officer may not do yet cannot be pressed; what ends a call can always be. */
async function nothingIsSkipped({ officer: page }: Seats): Promise<void> {
  await page.getByText(/还差\d+项才能决定/u).waitFor();
  expect(await button(page, '同意解除').isDisabled()).toBe(true);
  expect(await button(page, '不予办理').isDisabled()).toBe(true);
  expect(await button(page, '中止，改约').isDisabled()).toBe(false);
  expect(await button(page, '转到大厅办').isDisabled()).toBe(false);
  expect(await button(page, '开始：车主 念意愿').count()).toBe(0);
}

async function compared({ officer: page }: Seats): Promise<void> {
  await button(page, '拍一张').click();
  await page.getByRole('group', { name: '拍的是什么' }).getByText('证件', { exact: true }).click();
  await told(page, '快照存好了');
  await page.locator('.cmp img').first().waitFor();
  await sound(page, 'room-1440');
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await picture(page, `room-${String(width)}`);
    expect(await overflow(page)).toBe(0);
  }
  await page.setViewportSize(desktop.viewport);
}

async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect([name, await seriousFaults(page)]).toEqual([name, []]);
}

async function closed(id: ReleaseId): Promise<void> {
  expect(await fileOf(product, id)).toMatchObject({ row: { state: 'decided' }, decision: { what: 'approved' } });
  expect((await deps.evidence.head(id)).closed).toBeDefined();
}

async function receiptPrints({ officer: page }: Seats): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'release-receipt');
  await page.emulateMedia({ media: 'screen' });
}

const looks: Partial<Record<Moment, (seats: Seats, id: ReleaseId) => Promise<void>>> = {
  'nothing-done': nothingIsSkipped,
  'identity:owner': compared,
  'challenge:owner': ({ officer }) => sound(officer, 'room-challenge'),
  'certificate:owner': ({ officer }) => sound(officer, 'room-compare'),
  'statement:owner': async ({ owner, agent }) => {
    await sound(owner, 'room-journey-owner');
    await sound(agent, 'room-journey-agent');
  },
  ready: ({ officer }) => sound(officer, 'room-ready'),
  decided: (_, id) => closed(id),
  mailed: async (all) => {
    await sound(all.officer, 'release-finish');
    await receiptPrints(all);
  },
  returned: async ({ owner }) => {
    await owner.getByText('EMS1234567890CN').first().waitFor();
    await sound(owner, 'release-journey-returned');
  },
};

test('an owner applies, the officer checks, the agent takes it on, all three meet, and the certificate goes back by post', async () => {
  const seen: Moment[] = [];
  await walkRelease({ product, browser, deps, seats }, async (moment, id) => {
    seen.push(moment);
    await looks[moment]?.(seats, id);
  });
  // A look that no step asks for any more would check nothing.
  expect(Object.keys(looks).filter((moment) => !seen.includes(moment as Moment))).toEqual([]);
}, 420_000);
