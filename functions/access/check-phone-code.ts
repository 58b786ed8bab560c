/** Checks the six digits that a person typed in: each try counts, and a code opens once. */
import { tryPhoneCode, type CodeUse } from '../../models/access/phone-code.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

/** Tries of one person never come this close together; only guessing machines do. */
const ROUNDS = 8;

/**
 * Refuses with the tries that are left; `wrong-state` when no code waits: none was sent, it ran out, it was used. `by` names the message
 * that brings the code: the same message brought again after a lost answer finds that it opened already.
 */
export async function checkPhoneCode(
  deps: Deps,
  { phone, use, code, by }: { phone: string; use: CodeUse; code: string; by?: DeliveryId },
): Promise<Outcome<void>> {
  const digest = deps.codes.digestOf(phone, code);
  for (let round = 0; round < ROUNDS; round++) {
    const slip = await deps.codes.find(use, phone);
    if (slip === undefined) return refused('wrong-state', 'phone code no longer works');
    const tried = tryPhoneCode(slip, digest, deps.now(), by);
    if (!tried.ok) return tried;
    if (tried.value.slip === slip) return done(undefined);
    // The try is filed before it is answered; whoever lost the race looks again at what is left.
    if (!(await deps.codes.save(use, phone, tried.value.slip))) continue;
    return tried.value.fits
      ? done(undefined)
      : refused('bad-input', `wrong phone code, ${String(tried.value.slip.triesLeft)} tries left`);
  }
  return refused('too-many', 'too many tries at once');
}
