/**
 * Brings what is new in a talk to its person in WeChat, as far as the platform allows it. Whoever finds it unsent sends it: the record is
 * the claim, so that of many who find it at once one does.
 */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { ConversationId, DeliveryId, FollowerId } from '../../models/ids.ts';
import type { WeChatFault } from '../../models/wechat/account.ts';
import { bubbleOf } from '../../models/wechat/bubble.ts';
import { postOf, withPost, type Follower } from '../../models/wechat/follower.ts';
import { planPost, unsaid, type Plan, type PostContext } from '../../models/wechat/plan-post.ts';
import { openFrom } from '../../models/wechat/missed.ts';
import {
  didNotGo,
  goesOut,
  maybeWent,
  readOnPage,
  settled,
  waitsFor,
  wentOut,
  withPictures,
  type Post,
} from '../../models/wechat/post.ts';
import { corrected, givenBack, spent, type Quota } from '../../models/wechat/quota.ts';
import type { Instant } from '../../models/time.ts';
import { weChatWords } from '../../models/phrasebook/wechat-words.ts';
import type { Deps } from '../deps.ts';
import type { Look } from '../conversation/change-conversation.ts';
import { changeFollower } from './change-follower.ts';
import { showPost } from './show-post.ts';
import { talkLink } from './talk-link.ts';

/** So much is looked at in one go; what is behind it follows in the next. */
export const LINES = 60;
/** A talk that is written in without a pause ends with the next look. */
const ROUNDS = 12;

type Claim = { way: NonNullable<Post['sending']>['way']; to: number; text: string };
type Went = { ok: true; by?: Parameters<typeof wentOut>[2] } | { ok: false; fault: WeChatFault | 'no-way' };

/** Answers the post as it is left. `late`: the message whose answer was told to come later. */
export async function postToWeChat(
  deps: Deps,
  id: FollowerId,
  conversation: ConversationId,
  late?: DeliveryId,
): Promise<Post | undefined> {
  for (let round = 0; ; round++) {
    const look = await deps.conversations.look(conversation);
    const chosen = await choose(deps, id, look, late);
    if (chosen === undefined) return undefined;
    let { follower } = chosen;
    const went =
      chosen.claim === undefined ? undefined : await sendOut(deps, follower, look.conversation, chosen.claim);
    if (chosen.claim !== undefined && went !== undefined)
      follower = (await noteEnd(deps, follower, conversation, chosen.claim, went)) ?? follower;
    await showPost(deps, look, follower);
    if (!chosen.more || went?.ok === false || round === ROUNDS) return postOf(follower, conversation);
  }
}

/** For every change of a talk, each of which may come twice: mostly everything is said already, and one look tells. */
export async function postNews(
  deps: Deps,
  conversation: ConversationId,
  { follower, lastSeq }: { follower: FollowerId; lastSeq: number },
): Promise<void> {
  const known = await deps.followers.find(follower);
  let post = known === undefined ? undefined : postOf(known, conversation);
  if (post !== undefined && openFrom(post) <= lastSeq) post = await postToWeChat(deps, follower, conversation);
  if (post?.pictures === undefined) return;
  // Few answers show photos.
  const { sendPictures } = await import('./send-pictures.ts');
  await sendPictures(deps, follower, conversation);
}

type Chosen = { follower: Follower; claim: Claim | undefined; more: boolean };

/** What is to be done is written down before it is done, over what was read: of two who choose at once one goes on. */
async function choose(
  deps: Deps,
  id: FollowerId,
  { conversation, listeners }: Look,
  late: DeliveryId | undefined,
): Promise<Chosen | undefined> {
  if (conversation === undefined) return undefined;
  const pageOpen = listeners.some((listener) => listener.startsWith('c:'));
  const found: { claim?: Claim | undefined; plan?: Plan } = {};
  const follower = await changeFollower(deps, id, async (f, now) => {
    delete found.claim;
    delete found.plan;
    const post = postOf(f, conversation.id);
    if (post === undefined) return undefined;
    if (openFrom(post) > conversation.lastSeq) return post.waits === undefined ? undefined : withPost(f, settled(post));
    const lines = await openLines(deps, post);
    const context = { follower: f, post, conversation, lines, pageOpen, ...(late === undefined ? {} : { late }) };
    const plan = (found.plan = planPost(context, now));
    const claim = (found.claim = claimOf(deps, plan, context));
    const next =
      claim === undefined
        ? waiting(post, plan, now)
        : withPictures(goesOut(post, claim.way, claim.to, now), claim.way === 'late' ? lines : [], claim.to);
    if (JSON.stringify(next) === JSON.stringify(post)) return undefined;
    return { ...withPost(f, next), quota: claim === undefined || claim.way === 'elsewhere' ? f.quota : spent(f.quota) };
  });
  if (follower === undefined) return undefined;
  const more = found.claim !== undefined || found.plan?.do === 'seen' || found.plan?.do === 'unsure';
  return { follower, claim: found.claim, more };
}

/** What was missed comes first, and by itself. */
const openLines = (deps: Deps, { conversation, missed, sent }: Post): Promise<Line[]> => {
  const span = missed?.[0];
  return span === undefined
    ? deps.conversations.linesAfter(conversation, sent, LINES)
    : deps.conversations.linesAfter(conversation, span.from - 1, span.to - span.from + 1);
};

function claimOf(deps: Deps, plan: Plan, { post, conversation, lines }: PostContext): Claim | undefined {
  const { language, id, readByCitizen } = conversation;
  const context = { language, origin: deps.origin, link: talkLink(deps, id) };
  const saying = unsaid(lines, readByCitizen);
  if (plan.do === 'send') {
    const { text, to } = bubbleOf(lines, saying, context);
    return text === '' || to < openFrom(post) ? undefined : { way: 'late', to, text };
  }
  if (plan.do !== 'point') return undefined;
  const { to, count, way } = plan;
  if (way === 'elsewhere') return { way, to, text: context.link };
  const words = weChatWords(language);
  const more = saying.some(({ from }) => from === 'officer') ? words.more : words.moreFromBot;
  return { way, to, text: more(count, context.link) };
}

/** What is noted of a plan that sends nothing. */
function waiting(post: Post, plan: Plan, now: Instant): Post {
  switch (plan.do) {
    case 'seen':
      return readOnPage(post, plan.to, now);
    case 'unsure':
      return maybeWent(post, now);
    case 'wait':
      return waitsFor(post, plan.why, plan.until);
    case 'leave':
      // Whoever is about to say it may die: then the sweep looks again. Until then they find a newer record, and so read what came meanwhile.
      return post.sending === undefined ? waitsFor(post, 'answering', plan.until) : post;
    default:
      return post;
  }
}

async function sendOut(deps: Deps, f: Follower, c: Conversation | undefined, { way, to, text }: Claim): Promise<Went> {
  if (way !== 'elsewhere') return deps.weChat.sendText(f.openId, text);
  const id = `${c?.id ?? ''}-${String(to)}`;
  const sent = await deps.weChat.sendTemplate({ to: f.openId, id, template: 'talk-answered', values: {}, url: text });
  if (sent.ok)
    return { ok: true, by: { way: 'template', ...(sent.message === undefined ? {} : { message: sent.message }) } };
  const phone = c?.confirmed ?? c?.phone;
  if (phone === undefined) return { ok: false, fault: sent.fault === 'busy' ? 'busy' : 'no-way' };
  const language = c?.language ?? 'zh';
  const texted = await deps.sms.send({ id, to: phone, template: 'talk-answered', values: { link: text }, language });
  return texted === 'sent' ? { ok: true, by: { way: 'sms' } } : { ok: false, fault: 'busy' };
}

async function noteEnd(
  deps: Deps,
  { id }: Follower,
  conversation: ConversationId,
  claim: Claim,
  went: Went,
): Promise<Follower | undefined> {
  const message = went.ok ? went.by?.message : undefined;
  if (message !== undefined) await deps.followers.noteTemplate(message, id);
  return changeFollower(deps, id, (f, now) => {
    const post = postOf(f, conversation);
    // The claim ran out and somebody else took over.
    if (post?.sending?.to !== claim.to || post.sending.way !== claim.way) return undefined;
    if (went.ok) return withPost(f, wentOut(post, now, went.by));
    const { fault } = went;
    return {
      ...withPost(f, didNotGo(post, fault, now)),
      quota: countAfter(f.quota, claim.way, fault, now),
      following: f.following && fault !== 'not-following',
    };
  });
}

function countAfter(quota: Quota, way: Claim['way'], fault: WeChatFault | 'no-way', now: Instant): Quota {
  if (way === 'elsewhere') return quota;
  if (fault === 'outside-window' || fault === 'count-used') return corrected(quota, fault, now);
  // After a broken line nobody knows whether it was taken: counting it errs to the safe side.
  return fault === 'busy' ? quota : givenBack(quota);
}
