/** A citizen or an officer adds a photo; the page uploads it by itself to an address that binds its type, size and hash. */
import type { Attachment } from '../../models/conversation/attachment.ts';
import type { StartUpload } from '../../models/conversation/requests.ts';
import { AttachmentId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const PHOTOS_PER_HOUR = 40;

export async function startUpload(
  deps: Deps,
  parent: Attachment['parent'],
  { mime, bytes, sha256 }: StartUpload,
): Promise<Outcome<{ attachment: AttachmentId; upload: { url: string; headers: Record<string, string> } }>> {
  if ((await deps.limits.use(`photos#${parent}`, 3600, msOf(deps.now()))) > PHOTOS_PER_HOUR)
    return refused('too-many', 'too many photos');
  const attachment: Attachment = {
    id: AttachmentId.parse(deps.newId()),
    parent,
    mime,
    bytes,
    sha256,
    at: deps.now(),
  };
  await deps.attachments.save(attachment);
  return done({ attachment: attachment.id, upload: await deps.photos.uploadAddress(attachment) });
}

/** An address that shows the photo for five minutes, to those who may see what it belongs to. */
export async function viewPhoto(deps: Deps, parent: Attachment['parent'], id: AttachmentId): Promise<Outcome<string>> {
  const attachment = await deps.attachments.find(id);
  return attachment?.parent === parent
    ? done(await deps.photos.viewAddress(attachment))
    : refused('not-found', 'no such photo');
}
