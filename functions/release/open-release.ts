/** An officer opens a release's file: everything at once, numbers masked. */
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Release } from '../../models/release/release.ts';
import { releaseFile } from '../../models/release/showing.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';

/** Whoever may not see it is told the same as for a release that is not there. */
export async function findReleaseFor(deps: Deps, by: Officer, id: ReleaseId): Promise<Outcome<Release>> {
  const found = await deps.releases.find(id);
  if (!found.ok) return found;
  return maySee(by, found.value.office) ? found : refused('not-found', 'no such release');
}

export async function openRelease(deps: Deps, by: Officer, { id }: { id: ReleaseId }): Promise<Outcome<ReleaseFile>> {
  const found = await findReleaseFor(deps, by, id);
  return found.ok ? showReleaseFile(deps, found.value) : found;
}

export async function showReleaseFile(deps: Deps, r: Release): Promise<Outcome<ReleaseFile>> {
  const [notes, staff] = await Promise.all([deps.releases.notes(r.id), deps.staff.ofOffice(r.office)]);
  return done(releaseFile(r, { notes, names: Object.fromEntries(staff.map((s) => [s.id, s.name])) }, deps.now()));
}
