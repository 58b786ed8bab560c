/** What is left of a call when pages die and networks break: the connections come back, and the recording is whole but for seconds. */
import type { Browser } from 'playwright-core';
import {
  aRoom,
  enter,
  mediaFlows,
  officerTicket,
  serveHarness,
  stateOf,
  ticketFor,
  until,
  type InCall,
} from './call-stage.ts';
import { evidenceStandIn, type StandIn } from './evidence-stand-in.ts';
import { eventually } from './eventually.ts';
import { openWholeBrowser, startProduct, type Running } from './product.ts';
import type { Harness, JoinWish } from './room-harness.ts';

declare const harness: Harness;
let product: Running;
let browser: Browser;
let site: { url: string; stop(): void };
let evidence: StandIn;
beforeAll(async () => {
  [product, browser, site, evidence] = await Promise.all([
    startProduct(),
    openWholeBrowser(),
    serveHarness(),
    evidenceStandIn(),
  ]);
}, 240_000);
afterAll(async () => {
  site.stop();
  evidence.stop();
  await browser.close();
  await product.stop();
});
const LONG = 420_000;

type Wish = Omit<JoinWish, 'colour'>;
let liu: Promise<string> | undefined;
async function call(
  sides: readonly ('owner' | 'lender')[],
  more: Pick<JoinWish, 'policy'> = {},
): Promise<{ pages: InCall[]; wishes: Record<string, Wish>; release: string }> {
  const where = await aRoom();
  const room = { socketUrl: product.environment['SOCKET_URL'] ?? '', room: where.room, ...more };
  const wishes: Record<string, Wish> = { officer: { ...room, ticket: await (liu ??= officerTicket(product)) } };
  for (const side of sides) wishes[side] = { ...room, ticket: await ticketFor(where, side) };
  const pages: InCall[] = [];
  for (const party of ['officer', ...sides] as const)
    pages.push(await enter(browser, site.url, party, wishes[party] as Wish));
  const [officer] = pages as [InCall];
  await officer.page.waitForFunction((n) => harness.state().peers.length === n, sides.length, { polling: 200 });
  for (const side of sides)
    await officer.page.evaluate((party) => {
      harness.call().admit(party, true);
    }, side);
  return { pages, wishes, release: where.release };
}
const record = ({ page }: InCall, release: string): Promise<string> =>
  page.evaluate((wish) => harness.record(wish), { release, room: 'r', upload: evidence.url });
const chunksOf = (take: string) => evidence.chunks.filter((chunk) => chunk.take === take);
const atLeast = (take: string, n: number): Promise<void> =>
  eventually(
    () => Promise.resolve(chunksOf(take).length),
    (now) => {
      expect(now).toBeGreaterThanOrEqual(n);
    },
    40_000,
  );
/** As when a phone kills the browser: no farewell. */
async function kill({ page, context }: InCall): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  // Whoever is killed does not answer.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}
const kinds = { '#1030ff': [0, 0, 1], '#ff1010': [1, 0, 0], '#10c020': [0, 1, 0] } as const;
/** Which of red, green and blue is by far the strongest. */
const strongest = (colour: readonly number[]): number[] =>
  colour.map((one) => (one === Math.max(...colour) && one > 90 ? 1 : 0));

test(
  'a page that is killed in mid-call comes back to its seat, media flow again, and the recording runs on and shows everybody',
  async () => {
    const { pages, wishes, release } = await call(['owner', 'lender']);
    const [officer, owner, lender] = pages as [InCall, InCall, InCall];
    await mediaFlows(pages);
    const take = await record(officer, release);
    await atLeast(take, 2);
    await kill(owner);
    await owner.context.close();
    await officer.page.waitForFunction(
      () => harness.state().peers.some((peer) => peer.party === 'owner' && !peer.here),
      undefined,
      { polling: 200 },
    );
    const back = await enter(browser, site.url, 'owner', wishes['owner'] as Wish);
    await until(back, 'officer', 'connected');
    expect((await stateOf(back)).me).toMatchObject({ admitted: true });
    await mediaFlows([officer, back, lender]);
    expect(await officer.page.evaluate(() => harness.snapshot('owner'))).toMatchObject({
      mime: 'image/jpeg',
      width: 320,
      head: [255, 216, 255],
    });
    await atLeast(take, chunksOf(take).length + 2);
    await officer.page.evaluate(() => harness.stopRecording());
    await eventually(
      () => Promise.resolve(evidence.ended.get(take)),
      (chunks) => {
        expect(chunks).toBe(chunksOf(take).length);
      },
      20_000,
    );
    const chunks = chunksOf(take);
    expect(chunks.map(({ n }) => n)).toEqual(chunks.map((_, i) => i + 1));
    for (const [i, chunk] of chunks.entries()) expect(chunk.fromMs).toBe(i === 0 ? 0 : chunks[i - 1]?.toMs);
    expect(new Set(chunks.at(-1)?.present)).toEqual(new Set(['officer', 'owner', 'lender']));
    const { gaps } = (await officer.page.evaluate(() => harness.recording())) as {
      gaps: { party: string; what: string }[];
    };
    expect(gaps.filter(({ what }) => what === 'picture').every(({ party }) => party === 'owner')).toBe(true);
    const played = await lender.page.evaluate((url) => harness.play(url, 3), `${evidence.url}/joined/${take}`);
    expect(played).toMatchObject({ width: 1280, height: 480 });
    expect(played.seconds * 1000).toBeGreaterThan((chunks.at(-1)?.toMs ?? 0) * 0.6);
    expect(played.colours.map(strongest)).toEqual(Object.values(kinds));
    await Promise.all([officer, back, lender].map(({ context }) => context.close()));
  },
  LONG,
);

test(
  'after twenty seconds without any network the call and everything recorded meanwhile come back by themselves',
  async () => {
    const { pages, release } = await call(['owner'], { policy: 'relay' });
    const [officer, owner] = pages as [InCall, InCall];
    await mediaFlows(pages);
    const take = await record(officer, release);
    await atLeast(take, 1);
    product.holdRelay(true);
    for (const { context } of pages) await context.setOffline(true);
    product.dropSockets();
    await owner.page.evaluate(() => {
      harness.call().write('断网的时候写的');
    });
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    const during = chunksOf(take).length;
    expect((await stateOf(owner)).line).toBe('down');
    product.holdRelay(false);
    for (const { context } of pages) await context.setOffline(false);
    await mediaFlows(pages, 60_000);
    await officer.page.waitForFunction(
      () => harness.state().lines?.some((line) => line.text === '断网的时候写的'),
      undefined,
      { polling: 200 },
    );
    expect((await stateOf(owner)).unsent).toEqual([]);
    await atLeast(take, during + 8);
    expect(chunksOf(take).map(({ n }) => n)).toEqual(chunksOf(take).map((_, i) => i + 1));
    await Promise.all(pages.map(({ context }) => context.close()));
  },
  LONG,
);

test(
  'what an officer’s page had recorded when it died is uploaded by the next one, and that recording is closed',
  async () => {
    const { pages, wishes, release } = await call([]);
    const [officer] = pages as [InCall];
    const take = await record(officer, release);
    await atLeast(take, 1);
    const line = await officer.context.newCDPSession(officer.page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await officer.page.waitForFunction(() => (harness.recording().chunks ?? 0) >= 2, undefined, { polling: 200 });
    const made = chunksOf(take).length + ((await officer.page.evaluate(() => harness.recording().chunks)) ?? 0);
    const next = await officer.context.newPage();
    await kill(officer);
    await next.goto(site.url);
    await next.evaluate((wish) => harness.join(wish), {
      ...(wishes['officer'] as Wish),
      as: 'officer',
      colour: '#1030ff',
    } as JoinWish);
    const second = await next.evaluate((wish) => harness.record(wish), { release, room: 'r', upload: evidence.url });
    await eventually(
      () => Promise.resolve(evidence.ended.get(take)),
      (chunks) => {
        expect(chunks).toBeGreaterThanOrEqual(made);
      },
      40_000,
    );
    expect(chunksOf(take)).toHaveLength(evidence.ended.get(take) ?? 0);
    await atLeast(second, 1);
    await officer.context.close();
  },
  LONG,
);
