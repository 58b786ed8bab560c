/** Sees that a line of a talk reaches whoever reads the talk in WeChat, as far as the platform allows it. */
import type { ConversationId, DeliveryId, FollowerId } from '../../models/ids.ts';
import { hasReached } from '../../models/wechat/missed.ts';
import type { Post } from '../../models/wechat/post.ts';
import type { Deps } from '../deps.ts';
import { postToWeChat } from './post-to-wechat.ts';

export type TellOnWeChat = {
  person: FollowerId;
  talk: ConversationId;
  /** The line that they are to have. */
  seq: number;
  /** The same for every repeat. */
  id: DeliveryId;
  /** Approved by the platform, for when the person has not written for two days; `url` is the page behind it. */
  template: { name: string; values: Record<string, string> };
  url?: string;
  /** Has to be told: what may have gone is told another way as well. */
  due: boolean;
};

/**
 * `sent`: it is there. `waits`: it will be, with the person's next word, or as soon as the platform takes it; asking again with the same id
 * tells. `impossible`: only another way reaches them now; the line stays in their talk and comes with their next word.
 */
export async function tellOnWeChat(
  deps: Deps,
  { person, talk, seq, id, template, url, due }: TellOnWeChat,
): Promise<'sent' | 'waits' | 'impossible'> {
  const follower = await deps.followers.find(person);
  const post = follower === undefined ? undefined : await postToWeChat(deps, person, talk);
  if (follower === undefined || post === undefined) return 'impossible';
  const stands = standing(post, seq);
  if (stands === 'unsure' && !due) return 'sent';
  if (stands === 'sent' || stands === 'waits') return stands;
  const sent = await deps.weChat.sendTemplate({
    to: follower.openId,
    id,
    template: template.name,
    values: template.values,
    ...(url === undefined ? {} : { url: url.startsWith('/') ? `${deps.origin}${url}` : url }),
  });
  if (sent.ok) return 'sent';
  return sent.fault === 'busy' ? 'waits' : 'impossible';
}

function standing(post: Post, seq: number): 'sent' | 'unsure' | 'waits' | 'impossible' {
  const { waits, pointed, parcels } = post;
  if (parcels.some(({ from, to, unsure }) => unsure === true && from <= seq && seq <= to)) return 'unsure';
  if (hasReached(post, seq) || (pointed?.unsure !== true && (pointed?.to ?? 0) >= seq)) return 'sent';
  const lost = ['outside-window', 'not-following', 'not-permitted', 'not-taken', 'no-way'];
  return waits !== undefined && lost.includes(waits.why) ? 'impossible' : 'waits';
}
