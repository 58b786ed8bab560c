/** Takes the README's pictures from the running product: `npm run screenshots`. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { desktop, OPEN_HOURS, openWholeBrowser, phone, startProduct } from '../tests/browser/product.ts';
import { actOnMatter } from '../functions/complaint/act-on-matter.ts';
import { keeperFromEnvironment } from '../handlers/gateways/key-keeper.ts';
import { join as joinParts } from '../handlers/wiring.ts';
import type { Officer } from '../models/access/staff.ts';
import type { StaffAct } from '../models/complaint/requests.ts';
import { DeliveryId, StaffId } from '../models/ids.ts';
import { releaseDeps } from '../tests/browser/release-office.ts';
import { takeSeats, walkRelease } from '../tests/browser/release-walk.ts';
import { build } from './build.ts';
import { TABLE } from './local/database.ts';
import { seedMatters, seedPast } from './local/seed-matters.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });
process.env['TMPDIR'] ??= mkdtempSync(join(tmpdir(), 'bancheng-pictures-'));

await build();
const product = await startProduct(OPEN_HOURS);
const browser = await openWholeBrowser();
try {
  const consolePage = await (await browser.newContext({ ...desktop })).newPage();
  await consolePage.clock.install({ time: OPEN_HOURS });
  await signIn(consolePage, 'liu');
  const citizen = await (await browser.newContext({ ...phone })).newPage();
  await citizen.clock.install({ time: OPEN_HOURS });
  await citizen.goto(product.url);
  await say(citizen, '车贷还清了，怎么解抵押？');
  await citizen.screenshot({ path: join(folder, 'citizen.png') });
  await say(citizen, '大绿本找不到了');
  await say(citizen, '人工');
  await say(citizen, '银行说要我自己去补，我人在外地');
  await consolePage.keyboard.press('Escape');
  await consolePage.getByRole('tab', { name: /未认领/u }).click();
  await consolePage.waitForTimeout(1200);
  await consolePage.keyboard.press('j');
  await consolePage.waitForTimeout(800);
  await consolePage.keyboard.press('c');
  await consolePage.waitForTimeout(2000);
  await consolePage.screenshot({ path: join(folder, 'console.png') });
  const guide = await (await browser.newContext({ ...desktop, viewport: { width: 1280, height: 1000 } })).newPage();
  await guide.goto(`${product.url}/guides/mortgage-release`);
  await guide.screenshot({ path: join(folder, 'guide.png') });
  await tour();
} finally {
  await browser.close();
  await product.stop();
}
await releaseTour();
process.exit(0);

/** One matter from the talk to the figures, as the README walks it. */
async function tour(): Promise<void> {
  const ahead = Number(product.environment['CLOCK_AHEAD_MS']);
  await seedMatters(TABLE, ahead, ['yinchuan']);
  await seedPast(TABLE, ahead, ['yinchuan']);
  const { deps } = await joinParts({ keeper: keeperFromEnvironment(), now: () => Date.now() + ahead }, TABLE);

  const teller = await (await browser.newContext({ ...phone })).newPage();
  await teller.clock.install({ time: OPEN_HOURS });
  await teller.goto(product.url);
  await say(teller, '我跑了三趟！解除抵押窗口非要结清证明，银行又不给开，车是宁A24680');
  await teller.getByRole('button', { name: '反映办不成事', exact: true }).last().click();
  await teller.waitForTimeout(2500);
  await teller.getByRole('button', { name: '提交并附记录', exact: true }).last().click();
  await teller.waitForTimeout(2500);
  await say(teller, '13909510061');
  const messages = (await (await fetch(`${product.url}/dev/inbox.json`)).json()) as {
    to: string;
    values: Record<string, string>;
  }[];
  await say(teller, messages.find((m) => m.to === '13909510061')?.values['code'] ?? '');
  await teller.screenshot({ path: join(folder, 'tour-receipt.png') });

  const [filed] = await deps.complaints.bySign('phone', '13909510061');
  if (filed === undefined) throw new Error('the tour filed nothing');
  const officer = await (await browser.newContext({ ...desktop })).newPage();
  await officer.clock.install({ time: OPEN_HOURS });
  await signIn(officer, 'liu');
  await officer.goto(`${product.url}/console#/m/${filed.id}`);
  await officer.getByRole('button', { name: '受理，由我承办' }).waitFor();
  await officer.screenshot({ path: join(folder, 'tour-matter.png') });

  const liu: Officer = { id: StaffId.parse('liu'), name: '刘一航', office: 'yinchuan', role: 'officer', session: '' };
  const deeds: StaffAct[] = [
    { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true },
    { act: 'contact', how: 'call', reached: true, words: '问清三次都是哪个窗口，约好明天来。' },
    {
      act: 'answer',
      cause: 'rigid-policy',
      answer: {
        outcome: 'done',
        text: '能办。规定的材料里没有结清证明，窗口不该要，已经跟窗口说清楚了。请您和贷款机构带身份证明和登记证书一起来，当天办完。',
        basis: ['《机动车登记规定》第33条'],
        goTo: '城东大厅3号窗口，找刘一航',
      },
    },
  ];
  for (const [i, what] of deeds.entries()) {
    const did = await actOnMatter(deps, liu, {
      id: filed.id,
      delivery: DeliveryId.parse(`tour-deed-${String(i)}`),
      seen: Number.MAX_SAFE_INTEGER,
      what,
    });
    if (!did.ok) throw new Error(did.refusal.detail);
  }
  const follower = await (await browser.newContext({ ...desktop, viewport: { width: 1200, height: 900 } })).newPage();
  await follower.goto(`${product.url}/track?number=${filed.number}`);
  await follower.locator('input[name=code]').fill(filed.code);
  await follower.keyboard.press('Enter');
  await follower.waitForTimeout(1500);
  await follower.screenshot({ path: join(folder, 'tour-track.png') });

  const manager = await (await browser.newContext({ ...desktop, viewport: { width: 1440, height: 1400 } })).newPage();
  await manager.clock.install({ time: OPEN_HOURS });
  await signIn(manager, 'chen');
  await manager.goto(`${product.url}/console#/oversight`);
  await manager.waitForTimeout(6000);
  await manager.screenshot({ path: join(folder, 'tour-oversight.png') });
}

/** One release from three seats, with the browser's test camera. A product of its own: nobody has signed in there yet. */
async function releaseTour(): Promise<void> {
  const [product, browser] = await Promise.all([startProduct(OPEN_HOURS), openWholeBrowser()]);
  const deps = await releaseDeps(product);
  const seats = await takeSeats(product, browser);
  const keep = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: join(folder, `tour-release-${name}.png`) });
  };
  await walkRelease({ product, browser, deps, seats }, async (moment) => {
    if (moment === 'challenge:owner') await keep(seats.officer, 'officer');
    if (moment === 'certificate:owner') {
      await keep(seats.agent, 'agent');
      await keep(seats.owner, 'owner');
    }
    if (moment === 'returned') await keep(seats.owner, 'end');
  });
  await browser.close();
  await product.stop();
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${product.url}/console`);
  const fields = page.locator('input');
  await fields.nth(0).fill(name);
  await fields.nth(1).fill(product.accounts[0]?.password ?? '');
  await fields.nth(2).fill(product.code(name));
  await page.keyboard.press('Enter');
  await page.waitForTimeout(2500);
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1800);
}
