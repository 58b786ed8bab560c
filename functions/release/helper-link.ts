/** The link that opens a helper's seat: for one naming, as long as somebody may have to wait for a call. */
import type { ReleaseId } from '../../models/ids.ts';
import { DAY, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { RELEASE_LINK } from './release-address.ts';

/** The owner can take it back any moment. */
const HELPER_MS = 14 * DAY;

/** A naming is called after the press that made it. */
export const namingOf = (press: string): string => press.slice(0, 40);

/** The same within a day, so that a page looked at again shows the same code. */
export function helperLink(deps: Pick<Deps, 'now' | 'origin' | 'signer'>, release: ReleaseId, helper: string): string {
  const today = Math.floor(msOf(deps.now()) / DAY) * DAY;
  const slip = deps.signer.sign(RELEASE_LINK, { m: release, s: 'helper', h: helper }, today + HELPER_MS);
  return `${deps.origin}/release/go/${slip}`;
}
