/** Somebody lost the query code of their matter: whoever holds its phone gets the receipt again. */
import { phoneOf } from '../../models/complaint/complaint.ts';
import { receiptOf } from '../../models/complaint/showing.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

/**
 * `phone` was confirmed by a code that went to it. A number that does not exist, one of another phone and one without a phone are refused
 * alike: to whoever does not hold its phone no number tells whether there is such a matter.
 */
export async function receiptAgain(deps: Deps, number: string, phone: string): Promise<Outcome<Receipt>> {
  const now = deps.now();
  const found = await deps.complaints.byNumber(number, now);
  return found !== undefined && phoneOf(found) === phone
    ? done(receiptOf(found, now))
    : refused('not-found', 'number and phone do not belong together');
}
