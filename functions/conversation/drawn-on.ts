/** The photo that somebody draws on: one of this talk, and still there. */
import type { Drawing } from '../../models/conversation/drawing.ts';
import type { AttachmentId, ConversationId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

/** Its hash; also the picture that goes along must have arrived. */
export async function drawnOn(
  deps: Pick<Deps, 'attachments' | 'photos'>,
  talk: ConversationId,
  { on, picture }: Pick<Drawing, 'on'> & { picture?: AttachmentId | undefined },
): Promise<Outcome<string>> {
  const [photo, drawn] = await Promise.all([
    deps.attachments.find(on),
    picture === undefined ? undefined : deps.attachments.find(picture),
  ]);
  if (photo?.parent !== talk || !(await deps.photos.isThere(photo)))
    return refused('not-found', 'the photo drawn on is gone');
  if (picture === undefined) return done(photo.sha256);
  if (drawn?.parent !== talk || !(await deps.photos.isThere(drawn)))
    return refused('wrong-state', 'the photo has not arrived yet');
  return done(photo.sha256);
}
