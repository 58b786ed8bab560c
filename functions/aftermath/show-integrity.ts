/** What everybody may see: the digests of the last sixty days of every office. */
import type { Integrity } from '../../models/aftermath/oversight-views.ts';
import { OfficeId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';

const DAYS = 60;
const HOW =
  'SHA-256 of JSON.stringify([previous, office, day, ...hashes]): the hash of each audit line of the day, in the order of their time and key';

export async function showIntegrity(deps: Pick<Deps, 'digests'>): Promise<Integrity> {
  const days = await Promise.all(OfficeId.options.map((office) => deps.digests.latest(office, DAYS)));
  return { how: HOW, days: days.flat() };
}
