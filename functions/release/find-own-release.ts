/** The owner finds their release by number and code, without an account; guessing gets nowhere. */
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import { addPhotos } from '../../models/release/changes/prepare.ts';
import { cancel } from '../../models/release/changes/end.ts';
import { chooseNotices } from '../../models/release/changes/notices.ts';
import { requiredPapers } from '../../models/release/papers.ts';
import type { Side } from '../../models/release/parties.ts';
import { shapeOf, type Release } from '../../models/release/release.ts';
import type { FindRelease, OwnReleaseAct } from '../../models/release/requests.ts';
import { ownRelease } from '../../models/release/showing.ts';
import type { OwnRelease } from '../../models/release/views.ts';
import { findByCode } from '../complaint/find-own.ts';
import { photosAreThere } from '../complaint/matter-photos.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';

/** `address`: where the asking comes from. A wrong code and an unknown number are answered alike. */
export function findOwnRelease(
  deps: Deps,
  { number, code }: FindRelease,
  address: string,
): Promise<Outcome<ReleaseId>> {
  return findByCode(deps, 'release', { number, code }, address, (now) => deps.releases.byNumber(number, now));
}

export async function readOwnRelease(deps: Deps, id: ReleaseId, side: Side): Promise<Outcome<OwnRelease>> {
  const found = await deps.releases.find(id);
  if (!found.ok) return found;
  return found.value.sides.includes(side)
    ? done(ownRelease(found.value, side, deps.now()))
    : refused('not-found', 'no such release');
}

export async function actOnOwnRelease(
  deps: Deps,
  id: ReleaseId,
  side: Side,
  { delivery, what }: { delivery: DeliveryId; what: OwnReleaseAct },
): Promise<Outcome<OwnRelease>> {
  if (what.act === 'add-photos') {
    const there = await photosAreThere(deps, what.photos, [id]);
    if (!there.ok) return there;
  }
  const changed = await changeRelease(
    deps,
    id,
    (r, now) => {
      if (!r.sides.includes(side)) return refused('not-found', 'no such release');
      const ruled = ruleOf(r, side, what, now);
      return ruled.ok ? done({ release: ruled.value }) : ruled;
    },
    // How somebody is told is nobody's decision about the release.
    { delivery, clock: what.act === 'notices' },
  );
  return changed.ok ? done(ownRelease(changed.value, side, deps.now())) : changed;
}

function ruleOf(r: Release, side: Side, what: OwnReleaseAct, now: Instant): Outcome<Release> {
  switch (what.act) {
    case 'add-photos':
      // The other side's papers are theirs to hand in.
      return requiredPapers(shapeOf(r)).some(({ of, kind }) => of === side && kind === what.kind)
        ? addPhotos(r, what.kind, what.photos, now)
        : refused('bad-input', `the law asks for no ${what.kind} here`);
    case 'cancel':
      return cancel(r, undefined, 'applicant', now);
    case 'notices':
      return chooseNotices(r, what.choice, now);
  }
}
