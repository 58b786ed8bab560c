/** During the call six digits go to a side's own phone; typed on their own page they show that whoever speaks also holds that phone. */
import type { Officer } from '../../models/access/staff.ts';
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { codeSent } from '../../models/release/changes/session.ts';
import type { Side } from '../../models/release/parties.ts';
import type { Release } from '../../models/release/release.ts';
import { sendPhoneCode } from '../access/send-phone-code.ts';
import type { Deps } from '../deps.ts';
import { callPhoneOf } from './call-phone.ts';
import { changeRelease } from './change-release.ts';

/** The same press twice sends one message. */
export async function sendCallCode(
  deps: Deps,
  by: Officer,
  { id, delivery, side }: { id: ReleaseId; delivery: DeliveryId; side: Side },
): Promise<Outcome<Release>> {
  const found = await deps.releases.find(id);
  if (!found.ok || (await deps.releases.delivered(id, delivery))) return found;
  const may = codeSent(found.value, by, side, deps.now());
  if (!may.ok) return may;
  const phone = await callPhoneOf(deps, found.value, side);
  if (!phone.ok) return phone;
  const { language } = found.value;
  const sent = await sendPhoneCode(deps, {
    phone: phone.value,
    use: 'release-call',
    language,
    address: `release ${id}`,
  });
  if (!sent.ok) return (await deps.releases.delivered(id, delivery)) ? deps.releases.find(id) : sent;
  return changeRelease(
    deps,
    id,
    (r, now) => {
      const noted = codeSent(r, by, side, now);
      return noted.ok ? done({ release: noted.value }) : noted;
    },
    { delivery },
  );
}
