/** The managers' page: the promises of a period with everything beside them. Reads sums of months, weeks and days, never matters: the same at a thousand and at a million. */
import type { Officer } from '../../models/access/staff.ts';
import { officesSeenBy } from '../../models/aftermath/figure-scope.ts';
import type { Counts } from '../../models/aftermath/audit.ts';
import type { Period } from '../../models/aftermath/blocks.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import {
  breakdownOf,
  deskOf,
  nowOf,
  officeRow,
  officerRow,
  periodBefore,
  repeatsOf,
  trendWeek,
  trendWeeks,
  weekdaysOf,
} from '../../models/aftermath/oversight.ts';
import type { AskOversight } from '../../models/aftermath/oversight-requests.ts';
import type { Oversight } from '../../models/aftermath/oversight-views.ts';
import { counted, promisesOf } from '../../models/aftermath/promises.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { DAY, plus } from '../../models/time.ts';
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
  const period = { from, to };
  const previous = periodBefore(period);
  const weeks = trendWeeks(to);
  const parts = await Promise.all(asked.value.map((one) => readOffice(deps, one, { period, previous, weeks })));
  const together = (of: (part: (typeof parts)[number]) => Counts | undefined): Counts =>
    sumOf(parts.map((part) => ({ counts: of(part) ?? {} })));
  const [sum, before] = [together((part) => part.sum), together((part) => part.before)];
  const standing = together((part) => part.standing);
  const broken = together((part) => part.by);
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
    byOffice: parts.map((part) => officeRow(part.office, part.sum, part.standing)),
    officers: parts.flatMap((part) => part.officers).sort((a, b) => (a.name < b.name ? -1 : 1)),
    byWeekday: weekdaysOf(sum),
    repeats: repeatsOf(sum, before),
    trend: weeks.map((week, i) =>
      trendWeek(
        week,
        together((part) => part.trend[i]),
      ),
    ),
    desk: deskOf(sum),
    digests: parts.flatMap((part) => part.digests),
  });
}

/** So many requests whatever the number of matters and the length of the period: the sums, the sums broken down, what stands, what is due soon, staff, digest. */
async function readOffice(
  deps: Needed,
  office: OfficeId,
  { period, previous, weeks }: { period: Period; previous: Period; weeks: Period[] },
) {
  const now = deps.now();
  const [[sum = {}, before = {}, ...trend], [by = {}], standing, dueSoon, staff, digests] = await Promise.all([
    deps.figures.sums(office, [period, previous, ...weeks]),
    deps.figures.sumsBrokenDown(office, [period]),
    deps.figures.standing(office),
    Promise.all((['new', 'in-hand'] as const).map((list) => deps.complaints.count(office, list, plus(now, DAY), now))),
    deps.staff.ofOffice(office),
    deps.digests.latest(office, 1),
  ]);
  return {
    office,
    sum,
    before,
    trend,
    by,
    standing,
    dueSoon: dueSoon.reduce((a, b) => a + b, 0),
    officers: staff
      .filter(({ role }) => role === 'officer' || role === 'manager')
      .map(({ id, name, active }) => ({ row: officerRow({ id, name, office }, by, standing), active }))
      // Who left and has nothing in the period is not shown.
      .filter(({ row, active }) => active || row.open + row.taken + row.onTime.denominator + row.reopened > 0)
      .map(({ row }) => row),
    digests: digests.map(({ day, hash }) => ({ office, day, hash })),
  };
}
