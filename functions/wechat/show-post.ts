/** Tells the consoles that watch a talk how far it has come in WeChat. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Follower } from '../../models/wechat/follower.ts';
import { weChatView, type WeChatView } from '../../models/wechat/showing.ts';
import type { Deps } from '../deps.ts';
import { tell } from '../conversation/tell-listeners.ts';

export async function showPost(
  deps: Deps,
  { conversation, listeners }: { conversation?: Conversation; listeners: readonly string[] },
  follower: Follower | undefined,
): Promise<void> {
  if (conversation === undefined || follower === undefined || !listeners.some((l) => l.startsWith('s:'))) return;
  const view = weChatView(follower, conversation.id, deps.now());
  if (view === undefined) return;
  await tell(deps, listeners, conversation.id, (who) =>
    who === 's' ? { type: 'wechat', id: conversation.id, wechat: view } : undefined,
  );
}

/** For the officer who opens a talk. */
export async function weChatOf(deps: Deps, c: Conversation): Promise<WeChatView | undefined> {
  if (c.follower === undefined) return undefined;
  const follower = await deps.followers.find(c.follower);
  return follower === undefined ? undefined : weChatView(follower, c.id, deps.now());
}
