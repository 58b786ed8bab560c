/** The address that stands behind a word about a release: signed where its reader has to do something, plain where they only look. */
import type { AboutA } from '../../models/aftermath/notice-about.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { DAY, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** What the slip in the link is for; it serves nothing else. */
export const RELEASE_LINK = 'release-link';
/** Longer than any appointment lies ahead. */
export const LINK_MS = 21 * DAY;

/** Where the link leads once it has proved the phone it was sent to. */
const nextOf: Partial<Record<AboutA<'release' | 'booking'>['news'], '' | 'times' | 'check' | 'calendar'>> = {
  'for-you': '',
  'papers-missing': '',
  'choose-time': 'times',
  'other-stated': 'times',
  'call-broken': 'times',
  'called-off': 'times',
  missed: 'times',
  'missed-again': 'times',
  'other-missed': 'times',
  called: 'check',
  soon: 'check',
  'day-before': 'check',
  booked: 'calendar',
  proposed: '',
  moved: 'calendar',
};

export function releaseAddress(
  deps: Pick<Deps, 'origin' | 'signer' | 'now'>,
  number: string,
  id: ReleaseId,
  { to, news }: Pick<AboutA<'release' | 'booking'>, 'to' | 'news'>,
): string {
  // Agents sign in.
  if (to !== 'owner') return `${deps.origin}/lender`;
  const next = nextOf[news];
  if (next === undefined) return `${deps.origin}/release/track?number=${number}`;
  const slip = deps.signer.sign(RELEASE_LINK, { m: id }, msOf(deps.now()) + LINK_MS);
  return `${deps.origin}/release/begun/${slip}${next === '' ? '' : `?next=${next}`}`;
}
