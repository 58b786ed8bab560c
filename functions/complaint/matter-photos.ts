/** Photos of a matter: what goes along with it has arrived, and is seen by those whose matter it is. */
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { AttachmentId, ComplaintId, ConversationId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

/** They belong to the matter or to the talk it came from, and have arrived. */
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

/** An address that shows a photo for five minutes; whoever asks has shown that the matter is theirs, or of their office. */
export async function viewMatterPhoto(
  deps: Deps,
  { attachments }: Pick<Complaint, 'attachments'>,
  photo: AttachmentId,
): Promise<Outcome<string>> {
  const attachment = attachments.includes(photo) ? await deps.attachments.find(photo) : undefined;
  return attachment === undefined
    ? refused('not-found', 'no such photo')
    : done(await deps.photos.viewAddress(attachment));
}

/** In a talk: of a matter that was filed in it or shown there to be this person's. */
export async function viewPhotoInTalk(
  deps: Deps,
  conversation: ConversationId,
  { id, photo }: { id: ComplaintId; photo: AttachmentId },
): Promise<Outcome<string>> {
  const talk = await deps.conversations.find(conversation);
  if (!talk.ok || talk.value.conversation.matters?.includes(id) !== true) return refused('not-found', 'no such photo');
  const found = await deps.complaints.find(id);
  return found.ok ? viewMatterPhoto(deps, found.value, photo) : found;
}
