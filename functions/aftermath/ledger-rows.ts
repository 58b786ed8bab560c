/** Reads the ledger of a period page by page: matters by the day they were filed, newest first, never more than one page at a time. */
import type { Officer } from '../../models/access/staff.ts';
import { ledgerRow, type LedgerRow } from '../../models/aftermath/ledger.ts';
import type { AskLedger } from '../../models/aftermath/oversight-requests.ts';
import { counted } from '../../models/aftermath/promises.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { maskNumbers } from '../guidance/mask-numbers.ts';
import { askedDays, askedOffices, namesOf } from './asked-scope.ts';
import { mattersOf } from './list-cases.ts';

const LONGEST_DAYS = 366;
const AT_ONCE = 100;
/** What one function can read in the half minute that a request lasts. */
export const MOST_MATTERS = 20_000;

export async function ledgerRows(
  deps: Deps,
  by: Officer,
  { office, from, to }: Omit<AskLedger, 'format'>,
): Promise<Outcome<AsyncIterable<LedgerRow[]>>> {
  const asked = askedOffices(by, office);
  if (!asked.ok) return asked;
  const days = askedDays(from, to, LONGEST_DAYS);
  if (!days.ok) return days;
  const sums = await Promise.all(asked.value.map((one) => deps.figures.sums(one, [{ from, to }])));
  const matters = sums.flat().reduce((n, sum) => n + counted(sum, 'received'), 0);
  if (matters > MOST_MATTERS)
    return refused('bad-input', `one file holds ${String(MOST_MATTERS)} matters at most: choose a shorter period`);
  const names = await namesOf(deps, asked.value);
  return done(pages(deps, by, asked.value, { from, to }, names));
}

async function* pages(
  deps: Deps,
  by: Officer,
  offices: readonly OfficeId[],
  { from, to }: Pick<AskLedger, 'from' | 'to'>,
  names: Record<string, string>,
): AsyncIterable<LedgerRow[]> {
  for (const office of offices) {
    let start: string | undefined;
    do {
      const page = await deps.figures.cases(office, 'received', from, to, AT_ONCE, start);
      const matters = await mattersOf(deps, page.cases);
      const now = deps.now();
      yield await Promise.all(
        [...matters.values()].map(async (c) =>
          ledgerRow(c, await deps.complaints.memos(c.id), names, by, maskNumbers, now),
        ),
      );
      start = page.next;
    } while (start !== undefined);
  }
}
