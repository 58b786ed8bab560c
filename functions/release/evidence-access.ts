/** Who may touch the evidence of a release; the one place that asks the release itself. */
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { HeldRelease } from '../../models/release/evidence-records.ts';
import type { Deps } from '../deps.ts';

type Needed = Pick<Deps, 'heldReleases'>;

/** Another office's release is not there. */
export async function releaseSeenBy(deps: Needed, by: Officer, id: ReleaseId): Promise<Outcome<HeldRelease>> {
  const found = await deps.heldReleases.find(id);
  if (!found.ok) return found;
  return maySee(by, found.value.office) ? found : refused('not-found', 'no such release');
}

/** Only the officer who holds the release records it. */
export async function releaseHeldBy(deps: Needed, by: Officer, id: ReleaseId): Promise<Outcome<HeldRelease>> {
  const found = await releaseSeenBy(deps, by, id);
  if (!found.ok) return found;
  return found.value.officer === by.id ? found : refused('not-allowed', 'this release is with another officer');
}

/** A recording is watched by the officer who holds the release, and by those who must answer for it. */
export async function releaseWatchedBy(deps: Needed, by: Officer, id: ReleaseId): Promise<Outcome<HeldRelease>> {
  const found = await releaseSeenBy(deps, by, id);
  if (!found.ok) return found;
  return by.role !== 'officer' || found.value.officer === by.id
    ? found
    : refused('not-allowed', 'this release is with another officer');
}
