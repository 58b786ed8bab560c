/** Photos that go along with a matter: they belong to it or to the talk it came from, and have arrived. */
import type { AttachmentId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export async function photosAreThere(
  deps: Deps,
  ids: readonly AttachmentId[],
  parents: readonly (string | undefined)[],
): Promise<Outcome<void>> {
  for (const id of ids) {
    const attachment = await deps.attachments.find(id);
    if (attachment === undefined || !parents.includes(attachment.parent)) return refused('not-found', 'no such photo');
    if (!(await deps.photos.isThere(attachment))) return refused('wrong-state', 'the photo has not arrived yet');
  }
  return done(undefined);
}
