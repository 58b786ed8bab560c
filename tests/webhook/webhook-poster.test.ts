import { createServer, request as httpRequest, type Server } from 'node:http';
import type { request as httpsRequest } from 'node:https';
import fc from 'fast-check';
import { openPoster } from '../../handlers/gateways/webhook-poster.ts';
import { isPublicAddress } from '../../models/webhook/address.ts';
import { delivered, newDelivery, claimDelivery, MOST_TRIES, type Delivery } from '../../models/webhook/delivery.ts';
import { signedHeaders } from '../../models/webhook/signature.ts';
import { DeliveryId, WebhookId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { msOf, plus, type Instant } from '../../models/time.ts';

/** The scheme's own published vector. */
test('the published vector gives the published signature', () => {
  expect(
    signedHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      second: 1614265330,
      body: '{"test": 2432232314}',
    }),
  ).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'not an address',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
test.each(['1.1.1.1', '114.114.114.114', '172.32.0.1', '2400:3200::1'])('%s is one', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const post = { headers: { 'webhook-id': 'x' }, body: '{}' };
describe('a name that stands for something inside', () => {
  test.each([
    ['at once', ['10.0.0.7']],
    ['among public ones', ['114.114.114.114', '127.0.0.1']],
    ['in IPv6 clothes', ['::ffff:10.0.0.7']],
  ])('%s is not called', async (_how, addresses) => {
    let called = 0;
    const poster = openPoster({
      resolve: () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
      request: ((...of: Parameters<typeof httpsRequest>) => {
        called += 1;
        return httpRequest(...of);
      }) as typeof httpsRequest,
    });
    expect(await poster.post({ url: 'https://other.example.com/', ...post })).toMatchObject({ fault: 'address' });
    expect(called).toBe(0);
  });
});

describe('what answers', () => {
  let receiver: Server;
  let port = 0;
  let asked: string[] = [];
  beforeAll(async () => {
    receiver = createServer((req, res) => {
      asked.push(req.url ?? '');
      if (req.url === '/slow') return;
      if (req.url === '/moved') res.writeHead(307, { location: `http://127.0.0.1:${String(port)}/inside` }).end();
      else res.writeHead(req.url === '/no' ? 410 : 200).end('words that nobody reads');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    ({ port } = receiver.address() as { port: number });
  });
  afterAll(() => {
    receiver.closeAllConnections();
    receiver.close();
  });
  beforeEach(() => {
    asked = [];
  });
  const poster = (over: object = {}) =>
    openPoster({
      // Whatever the name would stand for a moment later, the call goes to what was looked at.
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      isPublic: () => true,
      check: (url) => done(new URL(url)),
      request: httpRequest,
      waitMs: 400,
      ...over,
    });
  const to = (path: string): string => `http://other.example.com:${String(port)}${path}`;

  test('with a yes is a yes, whatever it says', async () => {
    const got = await poster().post({ url: to('/'), ...post });
    expect(got).toEqual({ code: 200, ms: got.ms });
  });
  test('with a no, or with another place, is told so, and the other place is not gone to', async () => {
    expect(await poster().post({ url: to('/no'), ...post })).toMatchObject({ code: 410, fault: 'status' });
    expect(await poster().post({ url: to('/moved'), ...post })).toMatchObject({ code: 307, fault: 'status' });
    expect(asked).toEqual(['/no', '/moved']);
  });
  test('too late is not waited for, and nobody there is no crash', async () => {
    expect(await poster().post({ url: to('/slow'), ...post })).toMatchObject({ fault: 'timeout' });
    const nobody = poster({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await nobody.post({ url: to('/'), ...post })).toMatchObject({ fault: 'unreachable' });
    expect(await poster().post({ url: 'http://other.example.com:9/', ...post })).toMatchObject({
      fault: 'unreachable',
    });
  });
});

const START = '2026-11-18T02:00:00.000Z' as Instant;
const some = (): Delivery =>
  newDelivery(
    {
      webhook: WebhookId.parse('01J00000000000000000000001'),
      event: DeliveryId.parse('matter-01J00000000000000000000002-1-0'),
      body: {
        type: 'matter.filed',
        timestamp: START,
        data: { id: '01J00000000000000000000002', office: 'yinchuan', state: 'filed', version: 1 },
      },
    },
    START,
  );

test('whatever the chance, six tries are made and the last comes between eighteen and twenty-two hours after the first', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }), (chances) => {
      let one = some();
      let now = START;
      let tries = 0;
      for (const chance of chances) {
        const claimed = claimDelivery(one, now);
        if (!claimed.ok) throw new Error(claimed.refusal.detail);
        tries += 1;
        one = delivered(claimed.value, { at: now, ms: 5, code: 500, fault: 'status' }, chance);
        if (one.state.name === 'queued') now = one.state.nextTry;
      }
      const hours = (msOf(now) - msOf(START)) / 3_600_000;
      return tries === MOST_TRIES && one.state.name === 'failed' && hours > 18 && hours < 22.1;
    }),
  );
});

test('a claim that ran out is taken over, one that holds is not', () => {
  const claimed = claimDelivery(some(), START);
  if (!claimed.ok) throw new Error('not claimed');
  expect(claimDelivery(claimed.value, plus(START, 60_000)).ok).toBe(false);
  expect(claimDelivery(claimed.value, plus(START, 130_000)).ok).toBe(true);
});
