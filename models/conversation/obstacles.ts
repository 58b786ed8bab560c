/** What a person ran into on the way to one matter (trips in vain, refused photos, a refused call): which matter and how often, nothing else. */
import * as z from 'zod';
import { isKin } from '../guidance/kin.ts';
import { DAY, dayOf, Instant, msOf } from '../time.ts';

export const Obstacle = z.strictObject({
  /** Absent while it is not known what the person came for. */
  service: z.string().max(60).optional(),
  count: z.int().min(1).max(99),
  /** When the last one was told. */
  at: Instant,
});
export type Obstacle = z.infer<typeof Obstacle>;

/** How long they count towards the “办不成事” window, and how many matters of one person are kept. */
export const obstacleRules = { keptMs: 90 * DAY, matters: 8 };

export const stillKept = (at: Instant, now: Instant): boolean => msOf(now) - msOf(at) < obstacleRules.keptMs;

type Met = { met?: readonly Obstacle[] | undefined; openedAt: Instant };

/** Those that still count, newest first. */
export const stillCounting = ({ met = [] }: Pick<Met, 'met'>, now: Instant): Obstacle[] =>
  met
    .filter(({ at }) => stillKept(at, now))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, obstacleRules.matters);

/** It did not work out before, in an earlier talk or on an earlier day: to come for the same again is a second visit. */
export const comesAgain = (c: Met, service: string, now: Instant): boolean =>
  stillCounting(c, now).some(
    (one) => isKin(one.service, service) && (one.at < c.openedAt || dayOf(one.at) < dayOf(now)),
  );

/** With what was told now; what was told in this talk before its matter was known goes to the matter. */
export function withObstacles(c: Met, service: string | undefined, told: number, now: Instant): Obstacle[] {
  const known = stillCounting(c, now);
  const nameless = service === undefined ? undefined : known.find((o) => o.service === undefined && o.at >= c.openedAt);
  const more = told + (nameless?.count ?? 0);
  if (more === 0) return known;
  const before = known.find((one) => isKin(one.service, service));
  const count = Math.min(99, (before?.count ?? 0) + more);
  const last: Obstacle = { ...(service === undefined ? {} : { service }), count, at: now };
  return [last, ...known.filter((one) => one !== before && one !== nameless)].slice(0, obstacleRules.matters);
}

/** How often, in all talks of this person, with what was told now. */
export const metWith = (c: Met, service: string | undefined, told: number, now: Instant): number =>
  withObstacles(c, service, told, now).find((one) => isKin(one.service, service))?.count ?? 0;
