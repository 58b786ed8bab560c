/** The officers' list of releases: their own, to be looked at, waiting, to be finished; and what a number, a plate or a phone leads to. */
import type { Officer } from '../../models/access/staff.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { isOver } from '../../models/release/release.ts';
import { ReleaseNumber } from '../../models/release/release.ts';
import type { ListReleases } from '../../models/release/requests.ts';
import { releaseRow } from '../../models/release/showing.ts';
import type { ReleaseRow } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';

const MOST = 200;

export async function listReleases(
  deps: Deps,
  by: Officer,
  { view }: ListReleases,
): Promise<Outcome<{ rows: ReleaseRow[] }>> {
  const now = deps.now();
  const found =
    view === 'mine' ? await deps.releases.mine(by.id, MOST) : await deps.releases.list(by.office, view, MOST);
  return done({ rows: found.filter((r) => !isOver(r)).map((r) => releaseRow(r, now)) });
}

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
