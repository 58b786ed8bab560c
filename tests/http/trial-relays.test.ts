/** Whoever tries a device before a call gets a pass to the relay for minutes, not often, and hears it where there is no relay. */
import '../../handlers/http/release-trial.ts';
import { trialRelays } from '../../functions/release/trial-relays.ts';
import { openRelayServers } from '../../handlers/gateways/relay-servers.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { RelayServer } from '../../models/room/rooms.ts';
import { call, openWorld, somebody, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00.000Z');
}, 60_000);
afterAll(() => world.stop());

const ask = () => call('POST /api/trial/relays', somebody());

test('without a relay the answer is an empty list, with one a pass that ends within minutes and names nobody', async () => {
  process.env['RELAY_URLS'] = '';
  wireWith({});
  expect((await ask()).body).toEqual({ relays: [] });
  Object.assign(process.env, { RELAY_URLS: 'stun:relay.test:3478,turn:relay.test:3478', RELAY_SECRET: 'shared' });
  wireWith({});
  const [first, again] = [(await ask()).body, (await ask()).body] as { relays: RelayServer[] }[];
  const [relay, ...more] = first?.relays ?? [];
  expect([relay?.urls, more]).toEqual([['turn:relay.test:3478'], []]);
  const [until = '', holder = ''] = (relay?.username ?? '').split(':');
  const lasts = Number(until) - Date.now() / 1000;
  expect([lasts > 60, lasts <= 300, holder.startsWith('trial-')]).toEqual([true, true, true]);
  expect(again?.relays[0]?.username).not.toBe(relay?.username);
});

test('of one address sixty trials an hour are let through, and those of another are not counted with them', async () => {
  process.env['RATE_FACTOR'] = '1';
  wireWith({});
  const { deps } = await wired();
  const relays = openRelayServers(['turn:relay.test:3478'], () => Promise.resolve('shared'));
  const from = (address: string) => trialRelays({ ...deps, relays }, address);
  const answers = await Promise.all(Array.from({ length: 62 }, () => from('10.0.0.1')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(60);
  expect((await from('10.0.0.1')).ok).toBe(false);
  expect((await from('10.0.0.2')).ok).toBe(true);
});
