/**
 * A call of three in the real browser: messages over the socket until everybody sees everybody and per minute after it, requests to the
 * table for them, and what the evidence costs beside the recording itself.
 */
import type { WebSocket as Line } from 'playwright-core';
import type { RoomAction } from '../models/room/requests.ts';
import type { Party } from '../models/release/parties.ts';
import {
  aRoom,
  enter,
  mediaFlows,
  officerTicket,
  serveHarness,
  ticketFor,
  type InCall,
} from '../tests/browser/call-stage.ts';
import { evidenceStandIn } from '../tests/browser/evidence-stand-in.ts';
import { openWholeBrowser, startProduct } from '../tests/browser/product.ts';
import type { Harness } from '../tests/browser/room-harness.ts';
import { chat, join, page, say, someRoom, staffTicketOf, threeInARoom, ticketOf } from '../tests/http/room-stage.ts';
import { employ } from '../tests/staff.ts';
import { openWorld } from '../tests/world.ts';
import type { Measured } from './bench.ts';
import { watchRequests } from './watch-requests.ts';

declare const harness: Harness;
const STANDING_MS = 20_000;
type Counts = Partial<Record<RoomAction, number>>;

/** What each action asks of the table, in a room where three sit. */
async function requestsByAction(): Promise<Record<RoomAction, number>> {
  const world = await openWorld('2026-11-18T02:20:00Z');
  const officer = await employ('liu', '刘一航');
  const seated = await threeInARoom(officer);
  const watched = watchRequests();
  const cost = async (work: () => Promise<unknown>): Promise<number> => {
    watched.sent.length = 0;
    await work();
    return watched.sent.length;
  };
  const { room, subject } = await someRoom();
  const owner = await page('owner', room, await ticketOf({ room, subject, party: 'owner' }));
  const desk = await page('officer', room, await staffTicketOf(officer));
  const signal = { to: 'owner', page: seated.owner.page, signal: { candidates: [{ candidate: 'x' }] } };
  const costs = {
    'room-join': ((await cost(() => join(desk))) + 2 * (await cost(() => join(owner)))) / 3,
    'room-admit': await cost(() => say(desk, 'room-admit', { party: 'owner', admitted: true })),
    'room-signal': await cost(() => say(seated.officer, 'room-signal', signal)),
    'room-beat': await cost(() => say(seated.owner, 'room-beat', { version: 99, after: 0 })),
    'room-state': await cost(() => say(seated.owner, 'room-state', { muted: true, cameraOff: false })),
    'room-chat': await cost(() => say(seated.owner, 'room-chat', chat('一句'))),
    'room-step': await cost(() => say(seated.officer, 'room-step', { step: 'code', party: 'owner' })),
    'room-leave': await cost(() => say(seated.owner, 'room-leave')),
  };
  watched.stop();
  await world.stop();
  return costs;
}

export async function benchRoom(): Promise<Measured> {
  const costs = await requestsByAction();
  const [product, browser, site, evidence] = await Promise.all([
    startProduct(),
    openWholeBrowser(),
    serveHarness(),
    evidenceStandIn(),
  ]);
  const where = await aRoom();
  const tickets = {
    officer: await officerTicket(product),
    owner: await ticketFor(where, 'owner'),
    lender: await ticketFor(where, 'lender'),
  };
  const counted: { up: Counts; down: number; bytes: number } = { up: {}, down: 0, bytes: 0 };
  const count = (line: Line): void => {
    line.on('framesent', ({ payload }) => {
      const { action } = JSON.parse(String(payload)) as { action: RoomAction };
      counted.up[action] = (counted.up[action] ?? 0) + 1;
      counted.bytes += payload.length;
    });
    line.on('framereceived', ({ payload }) => {
      counted.down += 1;
      counted.bytes += payload.length;
    });
  };
  const rows: Measured['rows'] = [];
  const take = (what: string, per = 1): void => {
    const up = Object.entries(counted.up) as [RoomAction, number][];
    const asked = up.reduce((sum, [action, n]) => sum + n * costs[action], 0);
    rows.push({
      what,
      'messages up': up.reduce((sum, [, n]) => sum + n, 0) * per,
      'of them signals': (counted.up['room-signal'] ?? 0) * per,
      'messages down': counted.down * per,
      KB: Math.round((counted.bytes * per) / 1024),
      requests: Math.round(asked * per),
    });
    Object.assign(counted, { up: {}, down: 0, bytes: 0 });
  };
  const pages: InCall[] = [];
  for (const [party, ticket] of Object.entries(tickets)) {
    const wish = { socketUrl: product.environment['SOCKET_URL'] ?? '', room: where.room, ticket };
    pages.push(await enter(browser, site.url, party as Party, wish, (opened) => opened.on('websocket', count)));
  }
  const [officer] = pages as [InCall];
  await officer.page.waitForFunction(() => harness.state().peers.length === 2, undefined, { polling: 200 });
  await officer.page.evaluate(() => {
    harness.call().admit('owner', true);
    harness.call().admit('lender', true);
  });
  await mediaFlows(pages);
  take('joined, let in, all three connected');
  const recording = await officer.page.evaluate((wish) => harness.record(wish), {
    release: where.release,
    room: where.room,
    upload: evidence.url,
  });
  await new Promise((resolve) => setTimeout(resolve, STANDING_MS));
  take('each minute after that', 60_000 / STANDING_MS);
  await officer.page.evaluate(() => harness.stopRecording());
  const chunks = evidence.chunks.filter((chunk) => chunk.take === recording);
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const seconds = (chunks.at(-1)?.toMs ?? 1) / 1000;
  const spoken = JSON.stringify(chunks[0] ?? {}).length * 2;
  rows.push({
    what: `recording: ${(bytes / 1024 / seconds).toFixed(0)} KB a second in pieces of ${(seconds / Math.max(1, chunks.length)).toFixed(1)} s, ${String(3 * Math.round(60 / (seconds / Math.max(1, chunks.length))))} HTTP requests a minute, ${((spoken * chunks.length * 100) / Math.max(1, bytes)).toFixed(2)} % of its bytes beside it`,
  });
  await browser.close();
  site.stop();
  evidence.stop();
  await product.stop();
  return {
    title: 'A call of three, in Chromium, over the local gateway (requests: what each message asks of the table)',
    rows,
  };
}
