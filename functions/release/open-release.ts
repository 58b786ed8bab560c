/** An officer opens a release's file: everything at once, numbers masked. */
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import { maskPhone } from '../../models/conversation/masking.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { openSession, type Release } from '../../models/release/release.ts';
import { releaseFile } from '../../models/release/showing.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';
import { callPhoneOf } from './call-phone.ts';

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
  const [notes, staff, codes] = await Promise.all([
    deps.releases.notes(r.id),
    deps.staff.ofOffice(r.office),
    codesOf(deps, r),
  ]);
  const names = Object.fromEntries(staff.map((s) => [s.id, s.name]));
  return done(releaseFile(r, { notes, names, codes }, deps.now()));
}

/** How the codes of the open session stand: to which phone, until when, how many tries are left. */
async function codesOf(deps: Deps, r: Release): Promise<ReleaseFile['codes']> {
  const codes: ReleaseFile['codes'] = {};
  for (const side of openSession(r)?.with ?? []) {
    const phone = await callPhoneOf(deps, r, side);
    const slip = phone.ok ? await deps.codes.find('release-call', phone.value) : undefined;
    if (phone.ok && slip !== undefined)
      codes[side] = {
        phone: maskPhone(phone.value),
        until: slip.until,
        triesLeft: slip.triesLeft,
        used: slip.usedAt !== undefined,
      };
  }
  return codes;
}
