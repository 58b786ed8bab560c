/** The window of the device trial: anybody, before anything was applied for; what the trial sees and hears never comes here. */
import * as z from 'zod';
import { trialRelays } from '../../functions/release/trial-relays.ts';
import { relaysFromEnvironment } from '../gateways/relay-servers.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, publicRoute } from './window.ts';

wireWith({ relays: relaysFromEnvironment });

export const handler = openWindow({
  'POST /api/trial/relays': publicRoute(z.strictObject({}), (deps, _none, { address }) => trialRelays(deps, address)),
});
