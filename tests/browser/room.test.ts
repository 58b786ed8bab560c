/** Calls in a real browser: three pages with cameras, direct and through the relay, through deaths, cuts and second officers. */
import type { Browser } from 'playwright-core';
import type { Party } from '../../models/release/parties.ts';
import {
  aRoom,
  officeHere,
  enter,
  flowOf,
  mediaFlows,
  officerTicket,
  serveHarness,
  stateOf,
  ticketFor,
  type InCall,
} from './call-stage.ts';
import { openWholeBrowser, startProduct, type Running } from './product.ts';
import type { Harness, JoinWish } from './room-harness.ts';

declare const harness: Harness;
let product: Running;
let browser: Browser;
let site: { url: string; stop(): void };
beforeAll(async () => {
  [product, browser, site] = await Promise.all([startProduct(), openWholeBrowser(), serveHarness()]);
}, 240_000);
afterAll(async () => {
  site.stop();
  await browser.close();
  await product.stop();
});

const LONG = 420_000;
const socketUrl = (): string => product.environment['SOCKET_URL'] ?? '';
let liu: Promise<string> | undefined;
const officer = (): Promise<string> => (liu ??= officerTicket(product));

async function three(wish: Pick<JoinWish, 'policy' | 'transport'> = {}): Promise<InCall[]> {
  const where = await aRoom();
  const tickets = {
    officer: await officer(),
    owner: await ticketFor(where, 'owner'),
    lender: await ticketFor(where, 'lender'),
  };
  const pages: InCall[] = [];
  for (const [party, ticket] of Object.entries(tickets))
    pages.push(
      await enter(browser, site.url, party as Party, { socketUrl: socketUrl(), room: where.room, ticket, ...wish }),
    );
  await pages[0]?.page.waitForFunction(() => harness.state().peers.length === 2, undefined, { polling: 200 });
  await pages[0]?.page.evaluate(() => {
    harness.call().admit('owner', true);
    harness.call().admit('lender', true);
  });
  return pages;
}
const close = async (pages: readonly InCall[]): Promise<void> => {
  await Promise.all(pages.map(({ context }) => context.close()));
};

test(
  'three people in one room see and hear each other, every pair both ways',
  async () => {
    const pages = await three();
    await mediaFlows(pages);
    await close(pages);
  },
  LONG,
);

test.each(['udp', 'tcp'] as const)(
  'where no direct way leads from one to the other, the call goes through the relay by %s',
  async (transport) => {
    const pages = (await three({ policy: 'relay', transport })).slice(0);
    await mediaFlows(pages);
    for (const to of pages)
      for (const from of pages.filter((one) => one !== to))
        expect(await flowOf(to, from.party)).toMatchObject({ pair: `relay/${transport}` });
    await close(pages);
  },
  LONG,
);

test(
  'whose camera is refused is told so, and a ticket for another room opens nothing',
  async () => {
    const where = await aRoom();
    const refusing = await openWholeBrowser(['--deny-permission-prompts', '--use-fake-device-for-media-stream']);
    const page = await (await refusing.newContext()).newPage();
    await page.goto(site.url);
    expect(await page.evaluate(() => harness.devices())).toMatchObject({ ok: false, camera: 'refused' });
    await refusing.close();
    const other = await aRoom();
    const guest = await enter(browser, site.url, 'owner', {
      socketUrl: socketUrl(),
      room: where.room,
      ticket: await ticketFor(other, 'owner'),
    });
    await guest.page.waitForFunction(() => harness.state().line === 'out', undefined, { polling: 200 });
    expect((await stateOf(guest)).out).toMatchObject({
      why: 'refused',
      sentence: expect.stringContaining('没有找到') as string,
    });
    expect((await (await officeHere()).deps.rooms.find(where.room))?.seats).toEqual({});
    await close([guest]);
  },
  LONG,
);

test(
  'a second officer sees who has the room, takes it over by saying so, and the call goes on with them',
  async () => {
    const where = await aRoom();
    const room = { socketUrl: socketUrl(), room: where.room };
    const first = await enter(browser, site.url, 'officer', { ...room, ticket: await officer() });
    const owner = await enter(browser, site.url, 'owner', { ...room, ticket: await ticketFor(where, 'owner') });
    await first.page.waitForFunction(() => harness.state().peers.length === 1, undefined, { polling: 200 });
    await first.page.evaluate(() => {
      harness.call().admit('owner', true);
    });
    await mediaFlows([first, owner]);
    const second = await enter(browser, site.url, 'officer', { ...room, ticket: await officerTicket(product, 1) });
    await second.page.waitForFunction(() => harness.state().heldBy !== undefined, undefined, { polling: 200 });
    expect((await stateOf(first)).line).toBe('up');
    await second.page.evaluate(() => {
      harness.call().takeOver();
    });
    await first.page.waitForFunction(() => harness.state().line === 'out', undefined, { polling: 200 });
    expect((await stateOf(first)).out).toMatchObject({ why: 'taken-over' });
    await mediaFlows([second, owner]);
    await close([first, second, owner]);
  },
  LONG,
);
