/** Joins a talk of the page to a person in WeChat, and parts them again; nothing that was said moves or is lost. */
import { openConversation, type Conversation } from '../../models/conversation/conversation.ts';
import { ConversationId, DeliveryId, type FollowerId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf, MINUTE } from '../../models/time.ts';
import type { OpenId } from '../../models/wechat/account.ts';
import { joined, newFollower, parted } from '../../models/wechat/follower.ts';
import { weChatWords } from '../../models/phrasebook/wechat-words.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';
import { botSays } from './answer-by-itself.ts';
import { changeFollower } from './change-follower.ts';

const USE = 'wechat-join';
/** Long enough to find the phone and scan; whoever sees the screen later joins nothing. */
export const JOIN_MS = 15 * MINUTE;

/** Signed for one talk; whoever opens it in WeChat first is the one. */
export const joinLink = (deps: Pick<Deps, 'signer' | 'origin' | 'now'>, talk: ConversationId): string =>
  `${deps.origin}/wechat/join/${deps.signer.sign(USE, { c: talk }, msOf(deps.now()) + JOIN_MS)}`;

export function joiningOf(deps: Pick<Deps, 'signer' | 'now'>, slip: string): ConversationId | undefined {
  const talk = ConversationId.safeParse(deps.signer.check(USE, slip, msOf(deps.now()))?.['c']);
  return talk.success ? talk.data : undefined;
}

/** A talk that another person in WeChat reads already is not taken from them. */
export async function joinWeChat(deps: Deps, talk: ConversationId, openId: OpenId): Promise<Outcome<Conversation>> {
  const id = await deps.followers.idOf(openId);
  const before = await deps.conversations.find(talk);
  if (!before.ok) return before;
  const other = before.value.conversation.follower;
  if (other !== undefined && other !== id) return refused('wrong-state', 'this talk is joined to somebody else');
  await openRecord(deps, id, openId);
  const told = await changeConversation(
    deps,
    talk,
    (c) => {
      if (c.follower !== undefined && c.follower !== id)
        return refused('wrong-state', 'this talk is joined to somebody else');
      return done({ conversation: { ...c, follower: id }, lines: [botSays(weChatWords(c.language).linked)] });
    },
    { delivery: DeliveryId.parse(`join-${id}`) },
  );
  if (!told.ok) return told;
  // Parted before and joined again: the first joining's mark is found, the record still has to say whose it is.
  const now = told.value.repeated ? await claimAgain(deps, talk, id) : done(told.value.conversation);
  if (!now.ok) return now;
  await changeFollower(deps, id, (f) =>
    f.conversation === talk ? undefined : joined(f, talk, before.value.conversation.lastSeq),
  );
  return now;
}

/** Somebody who wrote nothing yet may not even follow the account: that is known with their first word. */
async function openRecord(deps: Deps, id: FollowerId, openId: OpenId): Promise<void> {
  if ((await deps.followers.find(id)) !== undefined) return;
  await deps.followers.save(newFollower(id, openId, ConversationId.parse(deps.newId()), deps.now()));
}

async function claimAgain(deps: Deps, talk: ConversationId, id: FollowerId): Promise<Outcome<Conversation>> {
  const changed = await changeConversation(deps, talk, (c) =>
    c.follower !== undefined && c.follower !== id
      ? refused('wrong-state', 'this talk is joined to somebody else')
      : done({ conversation: { ...c, follower: id }, lines: [] }),
  );
  return changed.ok ? done(changed.value.conversation) : changed;
}

/** Answers the talk that begins with their next word in WeChat. */
export async function partFromWeChat(deps: Deps, id: FollowerId, talk: ConversationId): Promise<ConversationId> {
  const next = ConversationId.parse(deps.newId());
  const after = await changeFollower(deps, id, (f) => parted(f, talk, next));
  await changeConversation(deps, talk, (c) => {
    if (c.follower !== id) return refused('wrong-state', 'not joined any more');
    const { follower: _follower, ...alone } = c;
    return done({ conversation: alone, lines: [] });
  });
  return after?.conversation ?? next;
}

/** From the page: whoever holds the talk may part it. */
export async function partTalk(deps: Deps, visitor: Visitor): Promise<Outcome<void>> {
  const found = await deps.conversations.find(visitor.conversation);
  if (!found.ok) return found;
  const { follower, channel } = found.value.conversation;
  if (follower === undefined) return done(undefined);
  if (channel === 'wechat') return refused('wrong-state', 'a talk that began in WeChat stays there');
  await partFromWeChat(deps, follower, visitor.conversation);
  return done(undefined);
}

/** What the page's talk looks like before anybody spoke in it. */
export async function joinableTalk(deps: Deps, { conversation: id, ...from }: Visitor): Promise<Outcome<Conversation>> {
  const opened = await changeConversation(deps, id, (c) => done({ conversation: c, lines: [] }), {
    open: (now) => openConversation(id, { ...from, channel: 'web' }, now),
  });
  return opened.ok ? done(opened.value.conversation) : opened;
}
