/** A lender's record, for those of its own office. */
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { AttachmentId, LenderId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import type { Deps } from '../deps.ts';

export async function findLenderFor(deps: Deps, by: Officer, id: LenderId): Promise<Outcome<Lender>> {
  const found = await deps.lenders.find(id);
  return found.ok && maySee(by, found.value.office) ? found : refused('not-found', 'no such lender');
}

/** The same as it was on screen. */
export async function lenderAsSeen(
  deps: Deps,
  by: Officer,
  { id, version }: { id: LenderId; version: number },
): Promise<Outcome<Lender>> {
  const found = await findLenderFor(deps, by, id);
  if (!found.ok || found.value.version === version) return found;
  return refused('stale', 'somebody else changed this lender first');
}

/** Photos that are new to a record must have arrived, and have been added to this very lender. */
export async function photosArrived(
  deps: Deps,
  lender: LenderId,
  wanted: readonly AttachmentId[],
  before: readonly AttachmentId[],
): Promise<Outcome<void>> {
  const added = wanted.filter((id) => !before.includes(id));
  const there = await Promise.all(
    added.map(async (id) => {
      const attachment = await deps.attachments.find(id);
      return attachment?.parent === lender && (await deps.photos.isThere(attachment));
    }),
  );
  return there.every(Boolean) ? done(undefined) : refused('bad-input', 'the photo is not of this lender');
}
