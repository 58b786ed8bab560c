/** A few recordings of the week, drawn at random every day, which a manager watches: was it done as it should be? */
import * as z from 'zod';
import { OfficeId, ReleaseId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Day, Instant } from '../time.ts';

export const REWATCH_SIZE = 2;
/** Recordings closed within so many days before are in the urn. */
export const REWATCH_DAYS = 7;

/** `in-order`; `flawed`: something to speak about with the officer; `doubtful`: an inquiry is needed; `not-watchable`: it does not play. */
export const RewatchResult = z.enum(['in-order', 'flawed', 'doubtful', 'not-watchable']);
export type RewatchResult = z.infer<typeof RewatchResult>;

export const Rewatch = z.strictObject({
  office: OfficeId,
  day: Day,
  version: z.int().nonnegative(),
  drawnBy: StaffId,
  drawnAt: Instant,
  of: z.int().nonnegative(),
  picks: z.array(
    z.strictObject({
      release: ReleaseId,
      result: RewatchResult.optional(),
      by: StaffId.optional(),
      at: Instant.optional(),
    }),
  ),
});
export type Rewatch = z.infer<typeof Rewatch>;

export function markWatched(
  rewatch: Rewatch,
  release: ReleaseId,
  result: RewatchResult,
  by: StaffId,
  now: Instant,
): Outcome<Rewatch> {
  const pick = rewatch.picks.find((one) => one.release === release);
  if (pick === undefined) return refused('not-found', 'this recording was not drawn');
  if (pick.result !== undefined) return refused('wrong-state', 'this recording was marked already');
  const picks = rewatch.picks.map((one) => (one === pick ? { release, result, by, at: now } : one));
  return done({ ...rewatch, picks });
}
