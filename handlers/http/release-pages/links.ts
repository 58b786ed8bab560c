/** Links that open somebody's part of a release: signed, for one person, for a while. */
import { ReleaseId } from '../../../models/ids.ts';
import { DAY, MINUTE } from '../../../models/time.ts';
import type { Visit } from '../form-window.ts';
import type { Holder } from './slips.ts';

const USE = 'release-link';
/** As long as a helper may have to wait for the call; the owner can take it back any moment. */
const HELPER_MS = 14 * DAY;
/** Just long enough to point another phone at the screen. */
export const OTHER_DEVICE_MS = 30 * MINUTE;

/** An agent comes in through the lender's own page, never by a link. */
type LinkHolder = Exclude<Holder, { as: 'lender' }>;

const says = (holder: LinkHolder): object => ({
  m: holder.release,
  s: holder.as,
  ...(holder.as === 'helper' ? { h: holder.helper } : {}),
});

const address = (visit: Visit, holder: LinkHolder, ms: number, untilMs = visit.nowMs + ms): string =>
  `${process.env['PAGES_ORIGIN'] ?? ''}/release/go/${visit.signer.sign(USE, says(holder), untilMs)}`;

/** The same within a day, so that a page looked at again shows the same code. */
export const helperAddress = (visit: Visit, release: ReleaseId, helper: string): string => {
  const today = Math.floor(visit.nowMs / DAY) * DAY;
  return address(visit, { release, as: 'helper', helper }, HELPER_MS, today + HELPER_MS);
};

export const otherDeviceAddress = (visit: Visit, holder: LinkHolder): string => address(visit, holder, OTHER_DEVICE_MS);

export function holderIn({ signer, nowMs }: Visit, link: string): LinkHolder | undefined {
  const said = signer.check(USE, link, nowMs);
  const release = ReleaseId.safeParse(said?.['m']);
  if (said === undefined || !release.success) return undefined;
  if (said['s'] === 'owner') return { release: release.data, as: 'owner' };
  return typeof said['h'] === 'string' ? { release: release.data, as: 'helper', helper: said['h'] } : undefined;
}
