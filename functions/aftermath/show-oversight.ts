/** The managers' page: the promises of a period with everything beside them. Reads days, never matters: the same at a thousand and at a million. */
import type { Officer } from '../../models/access/staff.ts';
import { officesSeenBy } from '../../models/aftermath/figure-scope.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import {
  breakdownOf,
  deskOf,
  nowOf,
  officeRow,
  officerRow,
  periodBefore,
  repeatsOf,
  trendOf,
  trendStart,
  weekdaysOf,
  within,
} from '../../models/aftermath/oversight.ts';
import type { AskOversight } from '../../models/aftermath/oversight-requests.ts';
import type { Oversight } from '../../models/aftermath/oversight-views.ts';
import { counted, promisesOf } from '../../models/aftermath/promises.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { DAY, plus, type Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { askedDays, askedOffices } from './asked-scope.ts';

type Needed = Pick<Deps, 'now' | 'figures' | 'digests' | 'complaints' | 'staff'>;

export async function showOversight(
  deps: Needed,
  by: Officer,
  { office, from, to }: AskOversight,
): Promise<Outcome<Oversight>> {
  const asked = askedOffices(by, office);
  if (!asked.ok) return asked;
  const days = askedDays(from, to);
  if (!days.ok) return days;
  const previous = periodBefore(from, to);
  const earliest = trendStart(to) < previous.from ? trendStart(to) : previous.from;
  const parts = await Promise.all(asked.value.map((one) => readOffice(deps, one, { from, to, earliest })));
  const all = parts.flatMap((part) => part.days);
  const period = within(all, from, to);
  const [sum, before] = [sumOf(period), sumOf(within(all, previous.from, previous.to))];
  const standing = sumOf(parts.map((part) => ({ counts: part.standing })));
  const broken = sumOf(parts.flatMap((part) => part.by));
  return done({
    office: office ?? by.office,
    offices: asked.value,
    mayChoose: officesSeenBy(by),
    from,
    to,
    previous,
    computedAt: deps.now(),
    received: counted(sum, 'received'),
    receivedBefore: counted(before, 'received'),
    promises: promisesOf(sum, before, standing),
    now: nowOf(
      standing,
      parts.reduce((n, part) => n + part.dueSoon, 0),
    ),
    byService: breakdownOf(broken, 'service'),
    byCause: breakdownOf(broken, 'cause'),
    byProblem: breakdownOf(broken, 'problem'),
    byChannel: breakdownOf(broken, 'channel'),
    byOffice: parts.map((part) => officeRow(part.office, sumOf(within(part.days, from, to)), part.standing)),
    officers: parts.flatMap((part) => part.officers).sort((a, b) => (a.name < b.name ? -1 : 1)),
    byWeekday: weekdaysOf(period),
    repeats: repeatsOf(sum, before),
    trend: trendOf(all, to),
    desk: deskOf(sum),
    digests: parts.flatMap((part) => part.digests),
  });
}

/** So many requests whatever the number of matters: the days, the days broken down, what stands, what is due soon, staff, digest. */
async function readOffice(
  deps: Needed,
  office: OfficeId,
  { from, to, earliest }: { from: Day; to: Day; earliest: Day },
) {
  const now = deps.now();
  const [days, by, standing, dueSoon, staff, digests] = await Promise.all([
    deps.figures.between(office, earliest, to),
    deps.figures.brokenDown(office, from, to),
    deps.figures.standing(office),
    Promise.all((['new', 'in-hand'] as const).map((list) => deps.complaints.count(office, list, plus(now, DAY), now))),
    deps.staff.ofOffice(office),
    deps.digests.latest(office, 1),
  ]);
  const sum = sumOf(by);
  return {
    office,
    days,
    by,
    standing,
    dueSoon: dueSoon.reduce((a, b) => a + b, 0),
    officers: staff
      .filter(({ role }) => role === 'officer' || role === 'manager')
      .map(({ id, name, active }) => ({ row: officerRow({ id, name, office }, sum, standing), active }))
      // Who left and has nothing in the period is not shown.
      .filter(({ row, active }) => active || row.open + row.taken + row.onTime.denominator + row.reopened > 0)
      .map(({ row }) => row),
    digests: digests.map(({ day, hash }) => ({ office, day, hash })),
  };
}
