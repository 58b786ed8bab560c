/** Joins a talk of the page, a matter or a release to a person in WeChat, and parts them again; nothing that was said moves or is lost. */
import { openConversation } from '../../models/conversation/conversation.ts';
import { ConversationId, DeliveryId, type ComplaintId, type FollowerId, type ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { OpenId } from '../../models/wechat/account.ts';
import { joined, parted, type Follower } from '../../models/wechat/follower.ts';
import { weChatWords } from '../../models/phrasebook/wechat-words.ts';
import { changeComplaint } from '../complaint/change-complaint.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import { changeRelease } from '../release/change-release.ts';
import type { Deps } from '../deps.ts';
import { botSays, speakIn } from './answer-by-itself.ts';
import { changeFollower } from './change-follower.ts';
import { followerOf } from './follower-of.ts';
import type { Joining } from './join-links.ts';
import { postToWeChat } from './post-to-wechat.ts';

/** Answers the talk that goes on in WeChat. */
export async function joinWeChat(deps: Deps, joining: Joining, openId: OpenId): Promise<Outcome<ConversationId>> {
  // Somebody who wrote nothing yet may not even follow the account: the first message that is refused tells.
  const follower = await followerOf(deps, openId);
  const { id } = follower;
  const joinedTo =
    'talk' in joining
      ? await joinTalk(deps, joining.talk, id)
      : 'matter' in joining
        ? await joinMatter(deps, joining.matter, follower)
        : await joinRelease(deps, joining.release, follower);
  if (!joinedTo.ok) return joinedTo;
  const talk = joinedTo.value;
  // Whoever wrote lately finds the word in WeChat as well.
  await postToWeChat(deps, id, talk);
  return done(talk);
}

const another = refused('wrong-state', 'this talk is joined to somebody else');

/** A talk that another person reads in WeChat already is not taken from them. */
async function joinTalk(
  deps: Deps,
  { conversation: talk, ...from }: Visitor,
  id: FollowerId,
): Promise<Outcome<ConversationId>> {
  const told = await changeConversation(
    deps,
    talk,
    (c) => {
      if (c.follower === id) return done({ conversation: c, lines: [] });
      return c.follower === undefined
        ? done({ conversation: { ...c, follower: id }, lines: [botSays(weChatWords(c.language).linked)] })
        : another;
    },
    { open: (now) => openConversation(talk, { ...from, channel: 'web' }, now) },
  );
  if (!told.ok) return told;
  // What was said before was read on the page; the word that they are joined is the first to come.
  const { lines, conversation } = told.value;
  const before = lines[0] === undefined ? conversation.lastSeq : lines[0].seq - 1;
  await changeFollower(deps, id, (f) => (f.conversation === talk ? undefined : joined(f, talk, before)));
  return done(talk);
}

/** The matter's news come in the talk that the person has in WeChat, and they may follow it there. */
async function joinMatter(deps: Deps, matter: ComplaintId, f: Follower): Promise<Outcome<ConversationId>> {
  const found = await deps.complaints.find(matter);
  if (!found.ok) return found;
  const { office, language, number } = found.value;
  const visitor: Visitor = { conversation: f.conversation, office, language, elder: false, follower: f.id };
  const told = await speakIn(deps, visitor, DeliveryId.parse(`join-${matter}`), (c) => ({
    conversation: { ...c, matters: [...(c.matters ?? []).filter((m) => m !== matter), matter].slice(-20) },
    lines: [botSays(weChatWords(c.language).matterLinked(number))],
  }));
  if (!told.ok) return told;
  const changed = await changeComplaint(
    deps,
    matter,
    (c) =>
      done(
        c.talk?.conversation === f.conversation && c.notify === 'chat'
          ? { complaint: c }
          : { complaint: { ...c, notify: 'chat', talk: { conversation: f.conversation, upTo: 0 } } },
      ),
    { clock: true },
  );
  return changed.ok ? done(f.conversation) : changed;
}

/** The same for a release by video: its owner is told in the talk they have in WeChat. */
async function joinRelease(deps: Deps, release: ReleaseId, f: Follower): Promise<Outcome<ConversationId>> {
  const found = await deps.releases.find(release);
  if (!found.ok) return found;
  const { office, language, number } = found.value;
  const visitor: Visitor = { conversation: f.conversation, office, language, elder: false, follower: f.id };
  const told = await speakIn(deps, visitor, DeliveryId.parse(`join-${release}`), (c) => ({
    conversation: c,
    lines: [botSays(weChatWords(c.language).releaseLinked(number))],
  }));
  if (!told.ok) return told;
  const changed = await changeRelease(
    deps,
    release,
    (r) =>
      done({
        release: r.talk === f.conversation && r.notify === 'chat' ? r : { ...r, notify: 'chat', talk: f.conversation },
      }),
    { clock: true },
  );
  return changed.ok ? done(f.conversation) : changed;
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
export async function partTalk(deps: Deps, talk: ConversationId): Promise<Outcome<void>> {
  const found = await deps.conversations.find(talk);
  if (!found.ok) return found;
  const { follower, channel } = found.value.conversation;
  if (follower === undefined) return done(undefined);
  if (channel === 'wechat') return refused('wrong-state', 'a talk that began in WeChat stays there');
  await partFromWeChat(deps, follower, talk);
  return done(undefined);
}
