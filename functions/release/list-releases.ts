/** The officers' list of releases: their own, to be looked at, waiting, to be finished; and what a number, a plate or a phone leads to. */
import type { Officer } from '../../models/access/staff.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { isOver } from '../../models/release/release.ts';
import { ReleaseNumber } from '../../models/release/release.ts';
import { releaseViews, type ListReleases } from '../../models/release/requests.ts';
import { releaseRow } from '../../models/release/showing.ts';
import type { ReleaseRow } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';

const MOST = 200;

export type ReleaseListing = { rows: ReleaseRow[]; counts: Record<ListReleases['view'], number>; more: boolean };

export async function listReleases(deps: Deps, by: Officer, { view }: ListReleases): Promise<Outcome<ReleaseListing>> {
  const now = deps.now();
  const [found, counts] = await Promise.all([
    view === 'mine' ? deps.releases.mine(by.id, MOST) : deps.releases.list(by.office, view, MOST),
    Promise.all(releaseViews.map((one) => countOf(deps, by, one))),
  ]);
  return done({
    rows: found.filter((r) => !isOver(r)).map((r) => releaseRow(r, now)),
    counts: Object.fromEntries(releaseViews.map((one, i) => [one, counts[i] ?? 0])) as ReleaseListing['counts'],
    more: found.length >= MOST,
  });
}

const countOf = (deps: Deps, by: Officer, view: ListReleases['view']): Promise<number> =>
  view === 'mine' ? deps.releases.countMine(by.id) : deps.releases.count(by.office, view);

/** By number, by the owner's whole phone, or by plate. */
export async function searchReleases(
  deps: Deps,
  by: Officer,
  { q }: { q: string },
): Promise<Outcome<{ rows: ReleaseRow[] }>> {
  const now = deps.now();
  const number = ReleaseNumber.safeParse(q);
  const found = number.success
    ? [await deps.releases.byNumber(number.data, now)].filter((r) => r !== undefined)
    : await deps.releases.bySign(/^1[3-9]\d{9}$/u.test(q) ? 'phone' : 'plate', q.toUpperCase(), by.office);
  return done({ rows: found.filter((r) => r.office === by.office).map((r) => releaseRow(r, now)) });
}
