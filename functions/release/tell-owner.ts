/** The owner hears by short message what the lender did with their release, with the link that opens it. One way out for all of it. */
import { msOf } from '../../models/time.ts';
import type { Release } from '../../models/release/release.ts';
import { RELEASE_LINK, RELEASE_LINK_MS } from './application-link.ts';
import type { Deps } from '../deps.ts';

/** Each is a template filed with the carrier. */
export type OwnerNews = 'filed-by-lender' | 'moved-by-lender';

/** `once` names the occasion: told again it is the same message. Whether it went holds nothing up; the page says the same. */
export async function tellOwner(
  deps: Pick<Deps, 'now' | 'origin' | 'signer' | 'sms'>,
  { id, number, owner, language, sides, notify }: Release,
  news: OwnerNews,
  once: string,
): Promise<void> {
  if (!sides.includes('owner') || notify === 'none') return;
  const slip = deps.signer.sign(RELEASE_LINK, { m: id }, msOf(deps.now()) + RELEASE_LINK_MS);
  await deps.sms.send({
    id: `release-${id}-${once}`,
    to: owner.phone,
    template: `release-${news}`,
    values: { number, link: `${deps.origin}/release/begun/${slip}` },
    language,
  });
}
