/** A pass to the relay for whoever tries their device before a call: long enough for the trial, too short and too seldom for anything else. */
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { RelayServer } from '../../models/room/rooms.ts';
import { MINUTE, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const PASS_MS = 3 * MINUTE;
/** Of one address, an hour: a whole village may share one. */
const TRIALS = 60;

/** Without a relay the list is empty, and the page says so. `address`: where the asking comes from. */
export async function trialRelays(
  deps: Pick<Deps, 'relays' | 'limits' | 'newId' | 'now'>,
  address: string,
): Promise<Outcome<{ relays: RelayServer[] }>> {
  if ((await deps.limits.use(`trial-relays#${address}`, 3600, msOf(deps.now()))) > TRIALS)
    return refused('too-many', 'too many trials');
  const all = await deps.relays.for(`trial-${deps.newId()}`, PASS_MS);
  return done({ relays: all.filter(({ username }) => username !== undefined) });
}
