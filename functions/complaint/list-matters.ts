/** The work list: what is mine, nobody's, due soon, overdue, waiting, answered; earliest due first, with the count of each. */
import type { MatterList } from '../../models/complaint/complaints.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { ListMatters, MatterView } from '../../models/complaint/requests.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import type { MatterRow } from '../../models/complaint/views.ts';
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { DAY, plus, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const AT_ONCE = 200;
/** Due within so much wall time counts as soon. */
const SOON_MS = DAY;

export type MatterListing = { rows: MatterRow[]; counts: Record<MatterView, number>; more: boolean };

export async function listMatters(deps: Deps, by: Officer, input: ListMatters): Promise<Outcome<MatterListing>> {
  const office = input.office ?? by.office;
  if (!maySee(by, office)) return refused('not-allowed', 'another office');
  const now = deps.now();
  const [found, counts] = await Promise.all([
    matters(deps, by, office, input.view, now),
    countsOf(deps, by, office, now),
  ]);
  const rows = found
    .filter((c) => input.problem === undefined || c.problem === input.problem)
    .filter((c) => input.service === undefined || c.service === input.service)
    .map((c) => matterRow(c, now));
  return done({ rows, counts, more: found.length >= AT_ONCE });
}

async function matters(
  deps: Deps,
  by: Officer,
  office: OfficeId,
  view: MatterView,
  now: Instant,
): Promise<Complaint[]> {
  const of = async (lists: MatterList[], dueBefore?: Instant): Promise<Complaint[]> => {
    const all = await Promise.all(lists.map((list) => deps.complaints.list(office, list, AT_ONCE, dueBefore)));
    const due = (c: Complaint): string => matterRow(c, now).clock.dueAt;
    return all
      .flat()
      .sort((a, b) => (due(a) < due(b) ? -1 : 1))
      .slice(0, AT_ONCE);
  };
  switch (view) {
    case 'mine':
      return deps.complaints.mine(by.id, AT_ONCE);
    case 'new':
      return of(['new']);
    case 'due-soon':
      return (await of(['new', 'in-hand'], plus(now, SOON_MS))).filter((c) => matterRow(c, now).clock.dueAt >= now);
    case 'overdue':
      return of(['new', 'in-hand'], now);
    case 'waiting':
      return of(['waiting']);
    case 'answered':
      return of(['answered']);
    case 'all':
      return of(['new', 'in-hand', 'waiting']);
  }
}

async function countsOf(deps: Deps, by: Officer, office: OfficeId, now: Instant): Promise<Record<MatterView, number>> {
  const count = async (lists: MatterList[], before?: Instant): Promise<number> =>
    (await Promise.all(lists.map((list) => deps.complaints.count(office, list, before)))).reduce((a, b) => a + b, 0);
  const [mine, fresh, inHand, waiting, answered, overdue, soon] = await Promise.all([
    deps.complaints.countMine(by.id),
    count(['new']),
    count(['in-hand']),
    count(['waiting']),
    count(['answered']),
    count(['new', 'in-hand'], now),
    count(['new', 'in-hand'], plus(now, SOON_MS)),
  ]);
  return {
    mine,
    new: fresh,
    'due-soon': soon - overdue,
    overdue,
    waiting,
    answered,
    all: fresh + inHand + waiting,
  };
}
