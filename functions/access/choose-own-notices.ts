/** A lender's agent says how they want to be told; kept on the account. */
import type { NoticeWishes } from '../../models/aftermath/notice-wishes.ts';
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

const ROUNDS = 8;

/** Whatever else happens to the account at the same moment stays. */
export async function chooseOwnNotices(deps: Deps, by: Officer, wishes: NoticeWishes): Promise<Outcome<NoticeWishes>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await deps.staff.find(by.id);
    if (!found.ok) return found;
    const saved = await deps.staff.save({ ...found.value, wishes });
    if (saved.ok) return done(wishes);
  }
  return refused('stale', 'too many people wrote at once');
}
