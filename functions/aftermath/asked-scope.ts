/** Which offices and days somebody asks about, if they may. */
import type { Officer } from '../../models/access/staff.ts';
import { maySeeFigures, officesSeenBy } from '../../models/aftermath/figure-scope.ts';
import { LONGEST_DAYS } from '../../models/aftermath/oversight-requests.ts';
import { daysBetween } from '../../models/aftermath/weeks.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

export function askedOffices(by: Officer, office: OfficeId | 'all' | undefined): Outcome<OfficeId[]> {
  if (office === 'all') return done(officesSeenBy(by));
  const one = office ?? by.office;
  return maySeeFigures(by, one) ? done([one]) : refused('not-allowed', 'another office');
}

export const askedDays = (from: Day, to: Day, longest = LONGEST_DAYS): Outcome<void> =>
  from > to || daysBetween(from, to) > longest
    ? refused('bad-input', `a period ends after it begins and lasts at most ${String(longest)} days`)
    : done(undefined);

/** Ids are what audit lines hold; people read names. */
export async function namesOf(
  deps: Pick<Deps, 'staff'>,
  offices: readonly OfficeId[],
): Promise<Record<string, string>> {
  const staff = await Promise.all(offices.map((office) => deps.staff.ofOffice(office)));
  return Object.fromEntries(staff.flat().map(({ id, name }) => [id, name]));
}
