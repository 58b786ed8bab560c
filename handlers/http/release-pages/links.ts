/** Links that open somebody's part of a release: signed, for one person, for a while. */
import { RELEASE_LINK } from '../../../functions/release/release-address.ts';
import { ReleaseId } from '../../../models/ids.ts';
import { MINUTE } from '../../../models/time.ts';
import type { Visit } from '../form-window.ts';
import type { Holder } from './slips.ts';

/** Just long enough to point another phone at the screen. */
export const OTHER_DEVICE_MS = 30 * MINUTE;

/** An agent comes in through the lender's own page, never by a link. */
type LinkHolder = Exclude<Holder, { as: 'lender' }>;

const says = (holder: LinkHolder): object => ({
  m: holder.release,
  s: holder.as,
  ...(holder.as === 'helper' ? { h: holder.helper } : {}),
});

export const otherDeviceAddress = ({ deps, signer, nowMs }: Visit, holder: LinkHolder): string =>
  `${deps.origin}/release/go/${signer.sign(RELEASE_LINK, says(holder), nowMs + OTHER_DEVICE_MS)}`;

export function holderIn({ signer, nowMs }: Visit, link: string): LinkHolder | undefined {
  const said = signer.check(RELEASE_LINK, link, nowMs);
  const release = ReleaseId.safeParse(said?.['m']);
  if (said === undefined || !release.success) return undefined;
  if (said['s'] === 'owner') return { release: release.data, as: 'owner' };
  return typeof said['h'] === 'string' ? { release: release.data, as: 'helper', helper: said['h'] } : undefined;
}
