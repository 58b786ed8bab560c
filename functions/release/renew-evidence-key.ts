/** An operator gives an office a new key for its manifests; the earlier ones stay published, so that what they signed can still be checked. */
import type { OfficeId, StaffId } from '../../models/ids.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { EvidenceKey, RenewalReason } from '../../models/release/evidence-records.ts';
import type { Deps } from '../deps.ts';

/** `after`: the key that is current as far as whoever asks knows; of two renewals at once one happens. */
export async function renewEvidenceKey(
  deps: Pick<Deps, 'now' | 'staff' | 'evidenceKeys'>,
  by: StaffId,
  { office, after, why }: { office: OfficeId; after: string; why: RenewalReason },
): Promise<Outcome<EvidenceKey>> {
  const person = await deps.staff.standing(by);
  if (person?.active !== true || person.role !== 'operator')
    return refused('not-allowed', 'only an operator renews keys');
  return deps.evidenceKeys.renew(office, after, { at: deps.now(), what: 'evidence-key-renewed', by, reason: why });
}
