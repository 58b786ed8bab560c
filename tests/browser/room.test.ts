/** Calls in a real browser: three pages with cameras, direct and through the relay, through deaths, cuts and second officers. */
import type { Browser } from 'playwright-core';
import type { Party } from '../../models/release/parties.ts';
import {
  aRoom,
  enter,
  flowOf,
  mediaFlows,
  officerTicket,
  serveHarness,
  stateOf,
  ticketFor,
  type InCall,
} from './call-stage.ts';
import { openBrowser, startProduct, type Running } from './product.ts';
import type { Harness, JoinWish } from './room-harness.ts';

declare const harness: Harness;
let product: Running;
let browser: Browser;
let site: { url: string; stop(): void };
beforeAll(async () => {
  [product, browser, site] = await Promise.all([startProduct(), openBrowser(), serveHarness()]);
}, 180_000);
afterAll(async () => {
  site.stop();
  await browser.close();
  await product.stop();
});

const LONG = 150_000;
const socketUrl = (): string => product.environment['SOCKET_URL'] ?? '';
let liu: Promise<string> | undefined;
const officer = (): Promise<string> => (liu ??= officerTicket(product));

async function three(policy: NonNullable<JoinWish['policy']> = 'all'): Promise<InCall[]> {
  const where = await aRoom();
  const tickets = {
    officer: await officer(),
    owner: await ticketFor(where, 'owner'),
    lender: await ticketFor(where, 'lender'),
  };
  const pages: InCall[] = [];
  for (const [party, ticket] of Object.entries(tickets))
    pages.push(
      await enter(browser, site.url, party as Party, { socketUrl: socketUrl(), room: where.room, ticket, policy }),
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
