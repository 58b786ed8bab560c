/** Reads a release, lets a rule change it, writes it back; when somebody else wrote first it reads again. */
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { ReleaseNote } from '../../models/release/note.ts';
import type { Release } from '../../models/release/release.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';

export type NoteDraft = Omit<ReleaseNote, 'release' | 'id' | 'at'>;
export type Ruled = { release: Release; notes?: readonly NoteDraft[] };

/** A person's change: whatever others have on screen is out of date from here on. */
export const touch = (before: Release, after: Release, now: Instant): Release => ({
  ...after,
  lastAt: now,
  touched: before.version + 1,
});

/** Fifty writers at once need some rounds; more than that is a fault, not a race. */
const ROUNDS = 60;

/**
 * `seen`: the version that the person who decides has on screen; refuses as `stale` when another person changed the release after it.
 * `clock`: the change is the clock's own, or touches nobody's decision, and puts nobody's screen out of date.
 */
export async function changeRelease(
  deps: Deps,
  id: ReleaseId,
  rule: (release: Release, now: Instant) => Outcome<Ruled> | Promise<Outcome<Ruled>>,
  how: { delivery?: DeliveryId; seen?: number; clock?: boolean } = {},
): Promise<Outcome<Release>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await deps.releases.find(id);
    if (!found.ok) return found;
    const before = found.value;
    const now = deps.now();
    // A repeat of what was done is recognised by its delivery before it is called late.
    const stale = how.seen !== undefined && how.seen < before.touched;
    const ruled = stale ? refused('stale', 'somebody changed it meanwhile') : await rule(before, now);
    if (!ruled.ok) {
      const repeated = how.delivery !== undefined && (await deps.releases.delivered(id, how.delivery));
      return repeated ? done(before) : ruled;
    }
    const { release, notes = [] } = ruled.value;
    if (release === before && notes.length === 0) return done(before);
    const after = how.clock === true ? { ...release, lastAt: now } : touch(before, release, now);
    const filed = notes.map((note): ReleaseNote => ({ release: id, id: deps.newId(), at: now, ...note }));
    const wrote = await deps.releases.commit({ before, after, notes: filed }, how.delivery);
    if (wrote === 'done') return done({ ...after, version: before.version + 1 });
    if (wrote === 'repeated') return deps.releases.find(id);
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}
