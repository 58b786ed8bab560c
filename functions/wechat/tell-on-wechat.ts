/** Tells a person something in WeChat: as a line of their talk, so that their history stays whole, sent as far as the platform allows it. */
import type { Reply } from '../../models/conversation/content.ts';
import type { ConversationId, DeliveryId, FollowerId } from '../../models/ids.ts';
import { openConversation } from '../../models/conversation/conversation.ts';
import { done } from '../../models/outcome.ts';
import { OfficeId } from '../../models/ids.ts';
import type { Post } from '../../models/wechat/post.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Deps } from '../deps.ts';
import { postToWeChat } from './post-to-wechat.ts';

export type TellOnWeChat = {
  person: FollowerId;
  /** The talk that it belongs to; without it the one that goes on when they write. */
  conversation?: ConversationId;
  /** The same for every repeat: however often it is told, it stands there once. */
  id: DeliveryId;
  text: string;
  link?: { label: string; href: string };
  /** An approved template for when the person has not written for two days. */
  template?: { name: string; values: Record<string, string> };
};

/**
 * `sent`: it is there. `waits`: it will be, with the person's next word, or as soon as the platform takes it; asking again with the same id
 * tells. `impossible`: only another way reaches them now; the line stays in their talk and comes with their next word.
 */
export async function tellOnWeChat(
  deps: Deps,
  { person, conversation, id, text, link, template }: TellOnWeChat,
): Promise<'sent' | 'waits' | 'impossible'> {
  const follower = await deps.followers.find(person);
  if (follower === undefined) return 'impossible';
  const talk = conversation ?? follower.conversation;
  const button = link === undefined ? [] : [{ label: link.label, open: link.href }];
  const content: Reply = { type: 'reply', say: text, buttons: button };
  const told = await changeConversation(
    deps,
    talk,
    (c) => done({ conversation: c, lines: [{ from: 'bot', content }] }),
    { delivery: id, open: (now) => openConversation(talk, { ...newcomer, follower: person }, now) },
  );
  if (!told.ok) return 'impossible';
  const seq = told.value.lines.at(-1)?.seq ?? 0;
  const post = await postToWeChat(deps, person, talk);
  if (post === undefined) return 'impossible';
  const stands = standing(post, seq);
  if (stands !== 'impossible' || template === undefined) return stands;
  const sent = await deps.weChat.sendTemplate({
    to: follower.openId,
    id,
    template: template.name,
    values: template.values,
    ...(link === undefined ? {} : { url: link.href.startsWith('/') ? `${deps.origin}${link.href}` : link.href }),
  });
  if (sent.ok) return 'sent';
  return sent.fault === 'busy' ? 'waits' : 'impossible';
}

/** Nobody has spoken in it yet. */
const newcomer = { office: OfficeId.parse('yinchuan'), channel: 'wechat', language: 'zh', elder: false } as const;

function standing({ sent, waits, pointed }: Post, seq: number): 'sent' | 'waits' | 'impossible' {
  if (sent >= seq || (pointed?.to ?? 0) >= seq) return 'sent';
  const lost = ['outside-window', 'not-following', 'not-permitted', 'not-taken', 'no-way'];
  return waits !== undefined && lost.includes(waits.why) ? 'impossible' : 'waits';
}
