/** A photo sent in WeChat becomes an attachment as one from the page: fetched by its number, typed by its bytes, cleaned, sized and hashed. */
import { createHash } from 'node:crypto';
import type { Attachment } from '../../models/conversation/attachment.ts';
import type { CitizenContent } from '../../models/conversation/content.ts';
import { cleanPicture } from '../../models/conversation/picture.ts';
import { photoLimits } from '../../models/conversation/requests.ts';
import { AttachmentId, type ConversationId } from '../../models/ids.ts';
import { msOf } from '../../models/time.ts';
import type { Inbound } from '../../models/wechat/message.ts';
import type { Deps } from '../deps.ts';

export async function pictureOf(
  deps: Deps,
  parent: ConversationId,
  { heard, id, at }: Inbound,
): Promise<CitizenContent | undefined> {
  if (heard.kind !== 'picture') return undefined;
  const fetched = await deps.weChat.mediaOf(heard.media);
  if (!fetched.ok) return undefined;
  const picture = cleanPicture(fetched.value);
  if (picture === undefined || picture.bytes.length > photoLimits.bytes) return undefined;
  const { mime, bytes, width, height } = picture;
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  const attachment: Attachment = {
    id: attachmentId(parent, id, msOf(at)),
    parent,
    mime,
    bytes: bytes.length,
    sha256,
    at,
  };
  await deps.attachments.save(attachment);
  await deps.photos.put(attachment, bytes);
  return { type: 'photo', attachment: attachment.id, mime, bytes: bytes.length, width, height };
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same for every delivery of the same message, so that a repeated photo lies there once. */
function attachmentId(parent: ConversationId, delivery: string, atMs: number): AttachmentId {
  let time = atMs;
  let head = '';
  for (let i = 0; i < 10; i++, time = Math.floor(time / 32)) head = `${LETTERS.charAt(time % 32)}${head}`;
  const hash = createHash('sha256').update(`${parent}\n${delivery}`).digest();
  const tail = [...hash.subarray(0, 16)].map((byte) => LETTERS.charAt(byte % 32)).join('');
  return AttachmentId.parse(`${head}${tail}`);
}
