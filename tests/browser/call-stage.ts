/** Pages in a call, in a real browser: each with a colour of its own, in the running product. */
import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openRoom } from '../../functions/room/lead-room.ts';
import { partyTicket, staffTicket } from '../../handlers/socket/ticket.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { ReleaseId, RoomId, StaffId } from '../../models/ids.ts';
import type { Party } from '../../models/release/parties.ts';
import type { Harness, JoinWish } from './room-harness.ts';
import type { Running } from './product.ts';

export const colours = {
  officer: '#1030ff',
  owner: '#ff1010',
  lender: '#10c020',
  helper: '#e0c010',
} as const satisfies Record<Party, string>;
export type InCall = { page: Page; context: BrowserContext; party: Party; wish: JoinWish };
declare const harness: Harness;

/** Serves the page of the harness on this machine, which browsers trust with cameras. */
export async function serveHarness(): Promise<{ url: string; stop(): void }> {
  const built = await build({
    entryPoints: ['tests/browser/room-harness.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const script = built.outputFiles[0]?.text ?? '';
  const server: Server = createServer((req, res) => {
    const isScript = req.url?.startsWith('/harness.js') === true;
    res.writeHead(200, { 'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' });
    res.end(
      isScript ? script : '<!doctype html><meta charset="utf-8"><title>room</title><script src="/harness.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${String((server.address() as { port: number }).port)}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const officeHere = () => join({ keeper: keeperFromEnvironment() }, 'bancheng');

export async function aRoom(): Promise<{ room: RoomId; release: ReleaseId }> {
  const { deps } = await officeHere();
  const [room, release] = [RoomId.parse(deps.newId()), ReleaseId.parse(deps.newId())];
  const made = await openRoom(deps, {
    id: room,
    subject: { kind: 'release', id: release },
    office: 'yinchuan',
    names: { owner: '李*芳', lender: '周*鹏', helper: '李*强' },
  });
  if (!made.ok) throw new Error(made.refusal.detail);
  return { room, release };
}

export async function ticketFor(
  where: { room: RoomId; release: ReleaseId },
  party: Exclude<Party, 'officer'>,
): Promise<string> {
  const { signer } = await officeHere();
  return partyTicket(
    signer,
    { room: where.room, subject: { kind: 'release', id: where.release }, party, language: 'zh' },
    Date.now() + Number(process.env['CLOCK_AHEAD_MS'] ?? '0'),
  );
}

/** A session of its own for each demo officer, as the door would open it. */
export async function officerTicket(product: Running, index = 0): Promise<string> {
  const account = product.accounts.filter((one) => one.role === 'officer' && one.office === 'yinchuan')[index];
  if (account === undefined) throw new Error('no such demo officer');
  const answer = await fetch(`${product.url}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bancheng': '1' },
    body: JSON.stringify({ name: account.name, password: account.password, code: product.code(account.name) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { deps, signer } = await officeHere();
  const [session] = (await deps.sessions.of(StaffId.parse(account.name))).slice(-1);
  return staffTicket(
    signer,
    { id: StaffId.parse(account.name), session: session?.id ?? '' },
    Date.now() + Number(process.env['CLOCK_AHEAD_MS'] ?? '0'),
  );
}

export async function enter(
  browser: Browser,
  url: string,
  party: Party,
  wish: Omit<JoinWish, 'colour'>,
  opened: (page: Page) => void = () => undefined,
): Promise<InCall> {
  const context = await browser.newContext({ viewport: { width: 700, height: 500 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  opened(page);
  await page.goto(url);
  const all: JoinWish = {
    ...wish,
    colour: colours[party],
    ...(party === 'officer' ? { as: 'officer' as const } : { consent: '4' }),
  };
  await page.evaluate((one) => harness.join(one), all);
  return { page, context, party, wish: all };
}

export const stateOf = (one: InCall) => one.page.evaluate(() => harness.state());
export const flowOf = (one: InCall, from: Party) => one.page.evaluate((party) => harness.flow(party), from);
/** Waits in the page: nothing is asked over and over from outside. */
export const until = (one: InCall, party: Party, connection: string): Promise<unknown> =>
  one.page.waitForFunction(
    ([who, wanted]) => harness.state().peers.some((peer) => peer.party === who && peer.connection === wanted),
    [party, connection] as const,
    { timeout: 60_000, polling: 200 },
  );

/** Picture and sound of every pair grow, both ways. */
export async function mediaFlows(pages: readonly InCall[], within = 45_000): Promise<void> {
  const pairs = pages.flatMap((to) => pages.filter((from) => from !== to).map((from) => [to, from.party] as const));
  await Promise.all(
    pairs.map(async ([to, from]) => {
      await until(to, from, 'connected');
      const before = await flowOf(to, from);
      await to.page.waitForFunction(
        async ([party, bytes, frames, sound]) => {
          const now = await harness.flow(party);
          return now !== undefined && now.bytes > bytes + 2000 && now.frames > frames + 3 && now.sound > sound;
        },
        [from, before?.bytes ?? 0, before?.frames ?? 0, before?.sound ?? 0] as const,
        { timeout: within, polling: 300 },
      );
    }),
  );
}
