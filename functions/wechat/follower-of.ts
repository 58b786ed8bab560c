/** The record of somebody in WeChat; of several first acts at once one opens it. */
import { ConversationId } from '../../models/ids.ts';
import type { OpenId } from '../../models/wechat/account.ts';
import { newFollower, type Follower } from '../../models/wechat/follower.ts';
import type { Deps } from '../deps.ts';

export async function followerOf(deps: Pick<Deps, 'followers' | 'newId' | 'now'>, openId: OpenId): Promise<Follower> {
  const id = await deps.followers.idOf(openId);
  const known = await deps.followers.find(id);
  if (known !== undefined) return known;
  const fresh = newFollower(id, openId, ConversationId.parse(deps.newId()), deps.now());
  return (await deps.followers.save(fresh)) ? { ...fresh, version: 1 } : followerOf(deps, openId);
}
