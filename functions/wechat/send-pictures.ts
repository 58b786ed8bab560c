/** Photos that an answer showed follow it into WeChat, as long as enough messages are left for what an officer may have to say. */
import type { AttachmentId, ConversationId, FollowerId } from '../../models/ids.ts';
import { postOf, withPost } from '../../models/wechat/follower.ts';
import { picturesTaken } from '../../models/wechat/post.ts';
import { leftNow, spent } from '../../models/wechat/quota.ts';
import type { Deps } from '../deps.ts';
import { changeFollower } from './change-follower.ts';

/** So many stay for words. */
const KEPT = 2;

/** Taken from the record before they go: a photo that is lost on the way is still behind the link, one that comes twice would cost a message. */
export async function sendPictures(deps: Deps, id: FollowerId, conversation: ConversationId): Promise<void> {
  let going: AttachmentId[] = [];
  const follower = await changeFollower(deps, id, (f, now) => {
    going = [];
    const post = postOf(f, conversation);
    if (post?.pictures === undefined) return undefined;
    going = post.pictures.slice(0, Math.max(0, leftNow(f.quota, now) - KEPT));
    return { ...withPost(f, picturesTaken(post)), quota: going.reduce((quota) => spent(quota), f.quota) };
  });
  if (follower === undefined) return;
  for (const photo of going) {
    const attachment = await deps.attachments.find(photo);
    if (attachment === undefined) continue;
    const media = await deps.weChat.uploadPicture(await deps.photos.read(attachment), attachment.mime);
    if (media.ok) await deps.weChat.sendPicture(follower.openId, media.value);
  }
}
