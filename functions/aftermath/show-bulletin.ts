/** The week on one page: the promises with numerator and denominator, what was missed, why, and what is done about common causes. */
import type { Officer } from '../../models/access/staff.ts';
import type { AskBulletin } from '../../models/aftermath/oversight-requests.ts';
import type { CaseRow, Oversight } from '../../models/aftermath/oversight-views.ts';
import type { Review } from '../../models/aftermath/review.ts';
import { mondayOfWeek, weekOf } from '../../models/aftermath/weeks.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { addDays, dayOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { maskNumbers } from '../guidance/mask-numbers.ts';
import { listCases } from './list-cases.ts';
import { showOversight } from './show-oversight.ts';

const missedFigures = ['response-missed', 'on-time-missed', 'dissatisfied'] as const;
export type Miss = { what: (typeof missedFigures)[number]; row: CaseRow };
export type Bulletin = { week: string; view: Oversight; misses: Miss[]; reviews: Review[] };

export async function showBulletin(
  deps: Deps,
  by: Officer,
  { office, ...asked }: AskBulletin,
): Promise<Outcome<Bulletin>> {
  const week = asked.week ?? weekOf(addDays(dayOf(deps.now()), -7));
  const from = mondayOfWeek(week);
  const period = { from, to: addDays(from, 6), ...(office === undefined ? {} : { office }) };
  const view = await showOversight(deps, by, period);
  if (!view.ok) return view;
  const misses: Miss[] = [];
  for (const what of missedFigures) {
    const page = await listCases(deps, by, { ...period, figure: what });
    if (!page.ok) return page;
    misses.push(...page.value.rows.map((row) => ({ what, row })));
  }
  const reviews = await Promise.all(view.value.offices.map((one) => deps.reviews.ofOffice(one)));
  return done({
    week,
    view: view.value,
    misses,
    reviews: reviews
      .flat()
      .filter((r) => r.state !== 'done')
      .map((r) => ({ ...r, title: maskNumbers(r.title), action: maskNumbers(r.action) })),
  });
}
