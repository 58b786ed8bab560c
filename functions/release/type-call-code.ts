/** A side types the code that was sent to its phone; right or wrong, that it was tried is kept as evidence, the code never. */
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { codeTyped } from '../../models/release/changes/session.ts';
import type { Side } from '../../models/release/parties.ts';
import { openSession, type Release } from '../../models/release/release.ts';
import { checkPhoneCode } from '../access/check-phone-code.ts';
import type { Deps } from '../deps.ts';
import { addEvidence } from './add-evidence.ts';
import { callPhoneOf } from './call-phone.ts';
import { changeRelease } from './change-release.ts';

/** `side`: of the page that types, by its own ticket. A wrong code is answered with the tries that are left. */
export async function typeCallCode(
  deps: Deps,
  id: ReleaseId,
  side: Side,
  { delivery, code }: { delivery: DeliveryId; code: string },
): Promise<Outcome<Release>> {
  const found = await deps.releases.find(id);
  if (!found.ok) return found;
  const r = found.value;
  if (openSession(r)?.with.includes(side) !== true) return refused('wrong-state', 'no session is open');
  const phone = await callPhoneOf(deps, r, side);
  if (!phone.ok) return phone;
  const fits = await checkPhoneCode(deps, { phone: phone.value, use: 'release-call', code, by: delivery });
  // No code waits: nothing was tried.
  if (!fits.ok && fits.refusal.kind !== 'bad-input') return fits;
  const right = fits.ok;
  const changed = await changeRelease(
    deps,
    id,
    (newest, now) => {
      const typed = codeTyped(newest, side, right, now);
      return typed.ok ? done({ release: typed.value }) : typed;
    },
    { delivery },
  );
  if (!changed.ok) return changed;
  const kept = await addEvidence(deps, id, [{ kind: 'code', party: side, right }], { delivery });
  if (!kept.ok) return kept;
  return fits.ok ? changed : fits;
}
