import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import type { Deps } from '../../functions/deps.ts';
import { sendDueDeliveries } from '../../functions/webhook/send-deliveries.ts';
import { openPoster } from '../../handlers/gateways/webhook-poster.ts';
import { wired } from '../../handlers/wiring.ts';
import { done } from '../../models/outcome.ts';
import type { ShownDelivery, ShownWebhook } from '../../models/webhook/requests.ts';
import { signedHeaders } from '../../models/webhook/signature.ts';
import { plus, type Instant } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { fileAt, officer, takeOn } from '../office-of-matters.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let chen: Caller;
let hai: Caller;
const seen: { last?: string } = {};

/** Another body's system: keeps what it heard and answers as told. */
let receiver: Server;
let heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let answers: number[] = [];

beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  await import('../../handlers/events/record-stream.ts');
  chen = await employ('chen', '陈思远', 'manager');
  hai = await employ('hai', '海涛', 'manager', 'pingluo');
  receiver = createServer((req, res) => {
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString()));
    req.on('end', () => {
      heard.push({ headers: req.headers, body });
      const status = answers.shift() ?? 204;
      res.writeHead(status, status === 302 ? { location: 'http://127.0.0.1/inside' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as { port: number };
  // The receiver stands on this machine and speaks no TLS; every other rule is the real one.
  const poster = openPoster({
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    isPublic: () => true,
    check: (url) => done(new URL(url.replace('https://other.example.com', `http://other.example.com:${String(port)}`))),
    request: httpRequest,
  });
  deps = { ...(await wired()).deps, poster };
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await world.stop();
});
beforeEach(() => {
  heard = [];
  answers = [];
});

const later = (ms: number): Deps => ({ ...deps, now: () => plus(deps.now(), ms) });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function register(over: object = {}): Promise<{ webhook: ShownWebhook; secret: string }> {
  const answer = await call('POST /api/webhooks', chen, {
    name: '市12345平台',
    url: 'https://other.example.com/hooks/bancheng',
    areas: ['matter'],
    ...over,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as { webhook: ShownWebhook; secret: string };
}
const act = (webhook: Pick<ShownWebhook, 'id' | 'version'>, what: string, who = chen) =>
  call('POST /api/webhooks/{id}/acts', who, { id: webhook.id, version: webhook.version, act: what });
const shown = async (id: string): Promise<ShownWebhook | undefined> =>
  ((await call('GET /api/webhooks', chen)).body as { webhooks: ShownWebhook[] }).webhooks.find((w) => w.id === id);
const log = async (id: string): Promise<ShownDelivery[]> =>
  ((await call('GET /api/webhooks/{id}/deliveries', chen, { id })).body as { deliveries: ShownDelivery[] }).deliveries;
const remove = async (id: string): Promise<void> => {
  const now = await shown(id);
  if (now !== undefined) await act(now, 'remove');
};

test('what happens to a matter is heard by whoever listens, once, signed, and with ids and states only', async () => {
  const { webhook, secret } = await register();
  const { id, number } = await fileAt(deps, { notify: 'sms' });
  await takeOn(deps, officer('刘', 'yinchuan'), id);
  await project(world, seen);
  await project(world);
  await Promise.all([sendDueDeliveries(deps), sendDueDeliveries(deps), sendDueDeliveries(deps)]);
  const events = heard.map(({ body }) => JSON.parse(body) as { type: string; data: { id: string } });
  expect(events.map(({ type }) => type).sort()).toEqual([...new Set(events.map(({ type }) => type))].sort());
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['matter.filed', 'matter.accepted']));
  for (const { headers, body } of heard) {
    expect(Object.keys(JSON.parse(body) as object)).toEqual(['type', 'timestamp', 'data']);
    expect(Object.keys((JSON.parse(body) as { data: object }).data)).toEqual(['id', 'office', 'state', 'version']);
    const second = Number(headers['webhook-timestamp']);
    expect(headers).toMatchObject(signedHeaders([secret], { id: String(headers['webhook-id']), second, body }));
  }
  const all = JSON.stringify(heard);
  for (const word of [number, '13800138000', '检验标志', '刘']) expect(all).not.toContain(word);
  expect((await log(webhook.id))[0]?.log[0]).toMatchObject({ code: 204 });
  await remove(webhook.id);
});

test('who listens to releases hears nothing of matters, and another office hears nothing at all', async () => {
  const releases = await register({ areas: ['release'] });
  await call('POST /api/webhooks', hai, { name: '平罗', url: 'https://other.example.com/pingluo', areas: ['matter'] });
  await fileAt(deps, { notify: 'sms' });
  await project(world, seen);
  await sendDueDeliveries(deps);
  expect(heard).toEqual([]);
  expect((await call('GET /api/webhooks', hai)).body['webhooks']).toHaveLength(1);
  expect((await call('GET /api/webhooks/{id}/deliveries', hai, { id: releases.webhook.id })).status).toBe(404);
  await remove(releases.webhook.id);
});

test('the secret is shown once; while it is replaced both sign, and after a day the new one alone', async () => {
  const { webhook, secret } = await register();
  expect(JSON.stringify((await call('GET /api/webhooks', chen)).body)).not.toContain('whsec_');
  const rotated = (await act(webhook, 'rotate')).body as { webhook: ShownWebhook; secret: string };
  expect(rotated.secret).not.toBe(secret);
  await act(rotated.webhook, 'try');
  await sendDueDeliveries(deps);
  const { headers, body } = heard[0] ?? { headers: {}, body: '' };
  const of = { id: String(headers['webhook-id']), second: Number(headers['webhook-timestamp']), body };
  expect(headers['webhook-signature']).toBe(signedHeaders([rotated.secret, secret], of)['webhook-signature']);
  await act(rotated.webhook, 'try');
  await sendDueDeliveries(later(25 * HOUR));
  expect(String(heard[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  await remove(webhook.id);
});

test('six tries, the last about twenty hours after the first; then the log keeps it until it is sent again', async () => {
  const { webhook } = await register();
  await act(webhook, 'try');
  answers = [500, 503, 302, 500, 500, 500];
  const began = deps.now();
  const tried: number[] = [];
  // Every minute would be asked; here each hour that could matter, and the first ones closer.
  const minutes = [0, 2, 20, 60, 130, 180, 300, 420, 540, 660, 900, 1100, 1190, 1210, 1300, 1500, 3000];
  for (const minute of minutes) {
    const before = heard.length;
    await sendDueDeliveries({ ...deps, now: () => plus(began, minute * 60_000) }, () => 0.5);
    if (heard.length > before) tried.push(minute);
  }
  expect(heard).toHaveLength(6);
  expect(tried.at(-1)).toBeGreaterThanOrEqual(19 * 60);
  const [first] = await log(webhook.id);
  expect(first?.state.name).toBe('failed');
  expect(first?.log.map(({ code, fault }) => [code, fault])).toEqual([
    [500, 'status'],
    [503, 'status'],
    // Where it points to is not followed.
    [302, 'status'],
    [500, 'status'],
    [500, 'status'],
    [500, 'status'],
  ]);
  const again = { id: webhook.id, event: first?.event, at: first?.body.timestamp };
  expect((await call('POST /api/webhooks/{id}/deliveries/{event}/again', chen, again)).status).toBe(204);
  expect((await call('POST /api/webhooks/{id}/deliveries/{event}/again', chen, again)).status).toBe(409);
  await sendDueDeliveries(deps);
  expect(heard).toHaveLength(7);
  // Under its old name: who has it already knows it.
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await log(webhook.id))[0]?.state.name).toBe('delivered');
  expect((await shown(webhook.id))?.failingSince).toBeUndefined();
  await remove(webhook.id);
});

test('a system that is deaf for five days is switched off, the managers hear of it once, and one press switches it on', async () => {
  const { webhook } = await register({ name: '聋了的系统' });
  await act(webhook, 'try');
  answers = [500];
  await sendDueDeliveries(deps);
  expect((await shown(webhook.id))?.failingSince).toBeDefined();
  answers = [500, 500];
  await Promise.all([sendDueDeliveries(later(6 * DAY)), sendDueDeliveries(later(6 * DAY))]);
  await sendDueNotices(later(6 * DAY));
  const off = await shown(webhook.id);
  expect(off?.state).toBe('given-up');
  const mentions = async (): Promise<object[]> =>
    ((await call('GET /api/desk/mentions', chen)).body['mentions'] as { why: string }[]).filter(
      ({ why }) => why === 'webhook-given-up',
    );
  expect(await mentions()).toEqual([expect.objectContaining({ of: 'webhook', byName: '聋了的系统' })]);
  // What waits for it ends, and nothing new comes.
  heard = [];
  await sendDueDeliveries(later(7 * DAY));
  expect(heard).toEqual([]);
  if (off === undefined) throw new Error('lost');
  const on = (await act(off, 'on')).body as { webhook: ShownWebhook };
  expect(on.webhook).toMatchObject({ state: 'on' });
  expect(on.webhook.failingSince).toBeUndefined();
  await remove(webhook.id);
});

test('of two managers who change one webhook at once, one does', async () => {
  const { webhook } = await register();
  const both = await Promise.all([act(webhook, 'rotate'), act(webhook, 'off')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  await remove(webhook.id);
});

test('after a killed process the event goes out again under its name, and not before its claim has run out', async () => {
  const { webhook } = await register();
  await act(webhook, 'try');
  const kept = deps.deliveries;
  let saves = 0;
  const dying: Deps = {
    ...deps,
    deliveries: {
      add: (one) => kept.add(one),
      find: (...of) => kept.find(...of),
      due: (...of) => kept.due(...of),
      log: (...of) => kept.log(...of),
      // The claim is written, the end is not.
      save: (one) => (++saves === 1 ? kept.save(one) : Promise.reject(new Error('killed'))),
    },
  };
  await expect(sendDueDeliveries(dying)).rejects.toThrow('killed');
  await sendDueDeliveries(later(60_000));
  expect(heard).toHaveLength(1);
  await sendDueDeliveries(later(3 * 60_000));
  expect(heard.map(({ headers }) => headers['webhook-id'])).toHaveLength(2);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  await remove(webhook.id);
});

test.each([
  ['http://other.example.com/', 'https'],
  ['https://10.0.0.7/hook', '内网'],
  ['https://[::1]/hook', '内网'],
  ['https://169.254.169.254/latest/meta-data', '内网'],
  ['https://localhost/hook', '内网'],
  ['https://db.internal/hook', '内网'],
  ['https://user:secret@other.example.com/', '用户名'],
  ['https://other.example.com:8443/', '端口'],
  ['no address', 'https'],
])('%s is not taken, and the manager reads why', async (url, why) => {
  const answer = await call('POST /api/webhooks', chen, { name: '别处', url, areas: ['matter'] });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.body)).toContain(why);
});

test('what is filed of a webhook shows neither its address nor its secret', async () => {
  const { webhook, secret } = await register({ url: 'https://other.example.com/hooks/very-private-path' });
  const stored = await deps.webhooks.find(webhook.id);
  expect(stored?.url).toContain('very-private-path');
  const { table } = await wired();
  const raw = JSON.stringify(await table.get({ pk: `WEBHOOK#${webhook.id}`, sk: 'RECORD' }));
  expect(raw).not.toContain('very-private-path');
  expect(raw).not.toContain(secret);
  await remove(webhook.id);
  expect(await shown(webhook.id)).toBeUndefined();
  expect(((await deps.audit.of(`WEBHOOK#${webhook.id}`)) as unknown[]).length).toBeGreaterThanOrEqual(0);
});

const at = (text: string): Instant => text as Instant;
test('an event that nobody switched on for waits for nobody', async () => {
  const { webhook } = await register();
  await act(webhook, 'off');
  await fileAt({ ...deps, now: () => at('2026-11-18T03:00:00.000Z') }, { notify: 'sms' });
  await project(world, seen);
  await sendDueDeliveries(deps);
  expect(heard).toEqual([]);
  expect(await log(webhook.id)).toEqual([]);
});
