/** A few closed matters of the week, drawn at random every day, whose people are called: is it really done? */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ComplaintId, OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Day, Instant } from '../time.ts';
import { SampleResult } from './oversight-views.ts';

export const SAMPLE_SIZE = 3;
/** Matters closed within so many days before are in the urn. */
export const SAMPLE_DAYS = 7;

export const Sample = z.strictObject({
  office: OfficeId,
  day: Day,
  version: z.int().nonnegative(),
  drawnBy: StaffId,
  drawnAt: Instant,
  of: z.int().nonnegative(),
  picks: z.array(
    z.strictObject({
      complaint: ComplaintId,
      result: SampleResult.optional(),
      by: StaffId.optional(),
      at: Instant.optional(),
    }),
  ),
});
export type Sample = z.infer<typeof Sample>;

/**
 * Picks by a seed that nobody could know while the matters were handled and that everybody can check afterwards: the published digest of
 * the day before. The same seed picks the same matters.
 */
export const drawn = <Id extends string>(ids: readonly Id[], seed: string, size = SAMPLE_SIZE): Id[] => {
  const rank = (id: Id): string => createHash('sha256').update(`${seed}#${id}`).digest('hex');
  return [...new Set(ids)]
    .map((id) => [rank(id), id] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, id]) => id);
};

/** A call that did not get through may be tried again; what was heard stays. */
export function noteResult(
  sample: Sample,
  id: ComplaintId,
  result: SampleResult,
  by: StaffId,
  now: Instant,
): Outcome<Sample> {
  const pick = sample.picks.find((p) => p.complaint === id);
  if (pick === undefined) return refused('not-found', 'this matter was not drawn');
  if (pick.result !== undefined && pick.result !== 'not-reached')
    return refused('wrong-state', 'this person was called already');
  const picks = sample.picks.map((p) => (p.complaint === id ? { complaint: id, result, by, at: now } : p));
  return done({ ...sample, picks });
}
