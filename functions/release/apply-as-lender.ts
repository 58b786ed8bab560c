/** A lender applies by itself: the answer is the same whether or not its code is known here. */
import type { AttachmentId, LenderId, OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { LenderDetails } from '../../models/release/lender.ts';
import { enterLender } from '../../models/release/lender-changes.ts';
import type { Deps } from '../deps.ts';

/** `id` names the form: handed in twice it is one application. Photos that did not arrive are left out, and asked for later. */
export async function applyAsLender(
  deps: Deps,
  { id, office, ...details }: LenderDetails & { id: LenderId; office: OfficeId },
): Promise<Outcome<void>> {
  const [licence, seal] = await Promise.all([arrived(deps, id, details.licence), arrived(deps, id, details.seal)]);
  const at = deps.now();
  const wanted = { ...details, licence, seal };
  for (let round = 0; round < 3; round++) {
    const holder = await deps.lenders.byCode(office, details.code);
    if (holder === id) return done(undefined);
    if (holder !== undefined) {
      await deps.lenders.keepApplication(holder, { id, at, details: wanted });
      return done(undefined);
    }
    const saved = await deps.lenders.save(enterLender(wanted, { id, office, at }));
    if (saved.ok) return done(undefined);
    // The same form with another code is on file already; what is there stays.
    if ((await deps.lenders.find(id)).ok) return done(undefined);
  }
  return refused('stale', 'several applications at the same moment');
}

async function arrived(deps: Deps, parent: LenderId, ids: readonly AttachmentId[]): Promise<AttachmentId[]> {
  const looked = await Promise.all(
    ids.map(async (id) => {
      const attachment = await deps.attachments.find(id);
      return attachment?.parent === parent && (await deps.photos.isThere(attachment)) ? [id] : [];
    }),
  );
  return looked.flat();
}
