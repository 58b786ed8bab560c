/** The public keys of all offices: with them anybody can check an exported record. */
import { OfficeId } from '../../models/ids.ts';
import type { EvidenceKey } from '../../models/release/evidence-records.ts';
import type { Deps } from '../deps.ts';

export async function showEvidenceKeys(deps: Pick<Deps, 'evidenceKeys'>): Promise<{ keys: EvidenceKey[] }> {
  const all = await Promise.all(OfficeId.options.map((office) => deps.evidenceKeys.all(office)));
  return { keys: all.flat() };
}
