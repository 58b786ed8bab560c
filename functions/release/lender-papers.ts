/** An agent hands in the lender's own papers as photos, looks at them, and takes back what the lender asked for alone. */
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { ActForLender, AddLenderPaper, OneLenderPaper } from '../../models/release/requests.ts';
import { shownPapers } from '../../models/release/showing.ts';
import type { LenderRelease } from '../../models/release/views.ts';
import { startUpload, viewPhoto } from '../conversation/photos.ts';
import type { Deps } from '../deps.ts';
import { actOnOwnRelease } from './find-own-release.ts';
import { openLenderRelease, releaseInHand } from './lender-releases.ts';
import { mandateStands } from './mandate-stands.ts';
import { withdrawOwnRelease } from './withdraw-own-release.ts';

type Agent = Pick<Officer, 'id' | 'name'>;

/** Before it is filed an application has only its id, which nobody else knows. */
export async function addLenderPaper(
  deps: Deps,
  by: Agent,
  { id, ...photo }: AddLenderPaper,
): ReturnType<typeof startUpload> {
  const filed = await deps.releases.find(id);
  const may = filed.ok ? await releaseInHand(deps, by.id, id) : await mandateStands(deps, by.id);
  return may.ok ? startUpload(deps, id, photo) : may;
}

/** Of the lender's side only. */
export async function viewLenderPaper(deps: Deps, by: Agent, { id, photo }: OneLenderPaper): Promise<Outcome<string>> {
  const found = await releaseInHand(deps, by.id, id);
  if (!found.ok) return found;
  const own = shownPapers(found.value, 'lender').some(({ photos }) => photos.includes(photo));
  return own ? viewPhoto(deps, id, photo) : refused('not-found', 'no such photo');
}

export async function actForLender(
  deps: Deps,
  by: Agent,
  { id, delivery, what }: ActForLender,
): Promise<Outcome<LenderRelease>> {
  const found = await releaseInHand(deps, by.id, id);
  if (!found.ok) return found;
  if (what.act === 'cancel' && found.value.sides.includes('owner'))
    return refused('not-allowed', 'the owner takes part in this release');
  const acted =
    what.act === 'cancel'
      ? await withdrawOwnRelease(deps, id, delivery, 'lender')
      : await actOnOwnRelease(deps, id, 'lender', { delivery, what });
  if (!acted.ok) return acted;
  const shown = await openLenderRelease(deps, by, { id });
  return shown.ok ? done(shown.value) : shown;
}
