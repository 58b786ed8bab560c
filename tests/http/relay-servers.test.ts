import { createHmac } from 'node:crypto';
import { openLocalKeeper } from '../../handlers/gateways/key-keeper.ts';
import { openRelayServers, relaysFromEnvironment } from '../../handlers/gateways/relay-servers.ts';

const urls = ['stun:relay.test:3478', 'turn:relay.test:3478?transport=udp', 'turns:relay.test:5349?transport=tcp'];
const NOW = Date.parse('2026-11-18T02:20:00Z');

test('credentials are those that coturn makes of the shared secret, and run out after little more than two hours', async () => {
  const [open, closed] = await openRelayServers(
    urls,
    () => Promise.resolve('shared'),
    () => NOW,
  ).for('room-owner');
  expect(open).toEqual({ urls: [urls[0]] });
  const username = `${String(NOW / 1000 + 7800)}:room-owner`;
  expect(closed).toEqual({
    urls: urls.slice(1),
    username,
    credential: createHmac('sha1', 'shared').update(username).digest('base64'),
  });
});

test('without a secret or without configuration nobody gets a relay that would refuse them', async () => {
  expect(await openRelayServers(urls, () => Promise.resolve(undefined)).for('x')).toEqual([{ urls: [urls[0]] }]);
  expect(await openRelayServers([], () => Promise.reject(new Error('not asked'))).for('x')).toEqual([]);
});

test('the secret is opened from its seal, once, and never stands in the environment', async () => {
  const keeper = openLocalKeeper(Buffer.alloc(32, 7).toString('base64'));
  const sealed = await keeper.wrap(Buffer.from('shared'));
  Object.assign(process.env, { RELAY_URLS: urls.join(), RELAY_SECRET_SEALED: sealed });
  let opened = 0;
  const relays = relaysFromEnvironment(() => ({
    ...keeper,
    unwrap: (body: string) => ((opened += 1), keeper.unwrap(body)),
  }));
  const [, closed] = await relays.for('room-owner');
  const [, again] = await relays.for('room-lender');
  expect(closed?.credential).toBe(
    createHmac('sha1', 'shared')
      .update(closed?.username ?? '')
      .digest('base64'),
  );
  expect([opened, again?.credential === closed?.credential]).toEqual([1, false]);
});
