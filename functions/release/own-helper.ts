/** The owner names a helper for the call; the link that opens the helper's seat holds the name of this naming. */
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { nameHelper, removeHelper } from '../../models/release/changes/helper.ts';
import type { Release } from '../../models/release/release.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';
import { seatHelper } from './seat-helper.ts';

/** `id` is chosen with the form: handed in twice it is one naming. */
export async function nameOwnHelper(
  deps: Deps,
  id: ReleaseId,
  helper: { id: string; name: string; relation: string },
): Promise<Outcome<Release>> {
  const changed = await changeRelease(deps, id, (r, now) => {
    if (r.helper?.id === helper.id) return done({ release: r });
    const named = nameHelper(r, helper, now);
    return named.ok ? done({ release: named.value }) : named;
  });
  if (changed.ok) await seatHelper(deps, changed.value);
  return changed;
}

export const removeOwnHelper = (deps: Deps, id: ReleaseId): Promise<Outcome<Release>> =>
  changeRelease(deps, id, (r, now) => {
    const removed = removeHelper(r, now);
    return removed.ok ? done({ release: removed.value }) : removed;
  });

/** Refuses once the owner has named somebody else, or nobody. */
export async function findAsHelper(deps: Deps, id: ReleaseId, helper: string): Promise<Outcome<Release>> {
  const found = await deps.releases.find(id);
  return found.ok && found.value.helper?.id === helper ? found : refused('not-found', 'no such release');
}
