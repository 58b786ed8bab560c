/** A citizen says something: it becomes a line, the assistant answers, what should follow follows; all in one transaction. */
import type { BotTurn, Effect, Surroundings } from '../../models/conversation/bot.ts';
import type { CitizenContent, Content } from '../../models/conversation/content.ts';
import {
  callBackBooked,
  cancelWaiting,
  citizenSpoke,
  deskRules,
  handOver,
  noted,
  openConversation,
  type Conversation,
} from '../../models/conversation/conversation.ts';
import { nameHelper, removeHelper, shownName } from '../../models/conversation/helper.ts';
import { comesFirst, setGreenLane } from '../../models/conversation/green-lane.ts';
import type { Say } from '../../models/conversation/requests.ts';
import type { ConversationId, FollowerId } from '../../models/ids.ts';
import { openingAt } from '../../models/office/opening.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { dayOf, MINUTE, plus, type Instant } from '../../models/time.ts';
import type { Device } from '../complaint/act-on-own.ts';
import { callBacksFor } from '../appointment/call-backs-for.ts';
import { counterFor } from '../complaint/counter-for.ts';
import { releaseDeskFor } from '../release/desk-for.ts';
import type { Deps } from '../deps.ts';
import { liveLink } from '../live/live-link.ts';
import { placeToGoLive } from '../live/place-to-go-live.ts';
import { helperLink, takenBack } from './helper-of-talk.ts';
import { placeInLine } from './place-in-line.ts';
import { drawnOn } from './drawn-on.ts';
import { changeConversation, type Change, type Changed, type Draft, type How } from './change-conversation.ts';

/** What the signed cookie says of the speaker. */
export type Visitor = {
  conversation: ConversationId;
  office: Conversation['office'];
  language: Conversation['language'];
  elder: boolean;
  /** Helps the person of this talk: the naming by which they came in. */
  helper?: string;
  /** Writes in WeChat. */
  follower?: FollowerId;
};

export async function takeTurn(
  deps: Deps,
  visitor: Visitor,
  { delivery, content }: Say,
  device: Device,
  how: Pick<How, 'look' | 'along'> = {},
): Promise<Outcome<Changed>> {
  const kept = await keptAs(deps, visitor, content);
  if (!kept.ok) return kept;
  const { conversation: id, helper, ...from } = visitor;
  // One for all rounds of this turn: what was sent or checked in a round that lost its race is not done again.
  const counters: Counters = {
    window: counterFor(deps, delivery, device),
    release: releaseDeskFor(deps, delivery),
    calls: callBacksFor(deps, delivery),
    unknown: [],
  };
  const taken = await changeConversation(
    deps,
    id,
    (c, now) => turn(deps, c, { delivery, content, helper }, kept.value, now, counters),
    {
      delivery,
      ...how,
      open: (now) => openConversation(id, { ...from, channel: from.follower === undefined ? 'web' : 'wechat' }, now),
    },
  );
  if (!taken.ok) return taken;
  const { conversation, repeated } = taken.value;
  if (conversation.live !== undefined) {
    // Few talks come to a call: what it has to know of a turn is loaded with the first.
    const { followLive } = await import('../live/follow-live.ts');
    await followLive(deps, conversation);
  }
  // Counted once the answer stands: losing it in a crash loses a count, never a citizen's word.
  if (counters.unknown.length > 0 && !repeated)
    await deps.unknownWords.count(conversation.office, dayOf(deps.now()), id, counters.unknown);
  return taken;
}

async function turn(
  deps: Deps,
  c: Conversation,
  said: Pick<Say, 'delivery' | 'content'> & { helper: string | undefined },
  kept: Content,
  now: Instant,
  counters: Counters,
): Promise<Outcome<Change>> {
  const { helper } = said;
  // Asked of the very record that is written: who was taken back a moment ago writes nothing more.
  if (helper !== undefined && c.helper?.id !== helper) return takenBack;
  const spoken = citizenSpoke(c, now);
  const around = { ...surroundings(deps, spokenBy(helper, spoken), now, counters), helperSpeaks: helper !== undefined };
  const answer = await deps.bot.hear(spoken, said.content, now, around);
  counters.unknown = answer.effects.flatMap((effect) => (effect.do === 'not-understood' ? effect.words : []));
  const writer = helper === undefined || c.helper === undefined ? {} : { writer: shownName(c.helper) };
  const drafts: Draft[] = [{ from: 'citizen', content: kept, delivery: said.delivery, ...writer }];
  return done(await follow(deps, spoken, answer, drafts, now));
}

/** A matter is filed in the names of both where the helper writes it; what the person writes is theirs alone. */
function spokenBy(helper: string | undefined, c: Conversation): Conversation {
  if (helper !== undefined || c.helper === undefined) return c;
  const { helper: _beside, ...alone } = c;
  return alone;
}

/** Carries out what the assistant's answer asks for, besides its words. */
export async function follow(
  deps: Deps,
  c: Conversation,
  answer: BotTurn,
  drafts: Draft[],
  now: Instant,
): Promise<Change> {
  let conversation: Conversation = { ...c, ...answer.change };
  for (const effect of answer.effects) conversation = await carryOut(deps, conversation, effect, drafts, now);
  for (const reply of answer.replies) drafts.push({ from: 'bot', content: reply });
  return { conversation, lines: drafts };
}

async function carryOut(
  deps: Deps,
  c: Conversation,
  effect: Effect,
  drafts: Draft[],
  now: Instant,
): Promise<Conversation> {
  switch (effect.do) {
    case 'hand-over': {
      const { do: _do, ...how } = effect;
      const dueAt = dueOf(c, how.kind, now);
      const handed = handOver(c, { ...how, dueAt }, now);
      if (!handed.ok) return c;
      if (c.state.name === 'with-bot' && how.kind === 'live')
        drafts.push({ from: 'system', content: { type: 'happening', what: 'waiting' } });
      return how.kind === 'message' ? noted(handed.value, { at: now, what: 'message-left' }) : handed.value;
    }
    case 'cancel-waiting': {
      const cancelled = cancelWaiting(c, now);
      if (!cancelled.ok) return c;
      drafts.push({ from: 'system', content: { type: 'happening', what: 'waiting-cancelled' } });
      return cancelled.value;
    }
    case 'rate': {
      const { grade, of, reason } = effect;
      return noted(
        { ...c, rating: { grade, of, at: now, ...(reason === undefined ? {} : { reason }) } },
        { at: now, what: 'rated', reason: grade },
      );
    }
    case 'name-helper':
      return nameHelper(c, effect.helper, now);
    case 'remove-helper':
      // Elsewhere the assistant says it.
      if (c.helper !== undefined && c.state.name === 'with-officer')
        drafts.push({
          from: 'system',
          content: { type: 'happening', what: 'helper-left', who: shownName(c.helper).slice(0, 40) },
        });
      return removeHelper(c, now);
    case 'call-back-booked':
      return callBackBooked(c, effect.summary, now);
    case 'green-lane':
      return setGreenLane(c, effect.on, now);
    case 'mark-unsolved':
    case 'mark-solved': {
      const what = effect.do === 'mark-solved' ? 'solved' : 'unsolved';
      return noted(c, { at: now, what, ...(effect.about === undefined ? {} : { reason: effect.about }) });
    }
    case 'note-asked':
      // Counted once a talk, however often it is asked again.
      return c.history.some(({ what, reason }) => what === 'asked' && reason === effect.about)
        ? c
        : noted(c, { at: now, what: 'asked', reason: effect.about });
    case 'not-understood':
      return noted(c, { at: now, what: 'not-understood' });
    case 'turn-failed':
      return noted(c, { at: now, what: 'turn-failed' });
    case 'note-gap': {
      // The gap is filed beside the turn: losing it in a crash loses a proposal, never a citizen's word.
      await deps.answers.save({
        id: deps.newId(),
        version: 0,
        office: c.office,
        questions: [effect.question],
        label: effect.service ?? 'none',
        answerZh: '',
        answerEn: '',
        source: '',
        state: 'proposed',
        at: now,
      });
      return noted(c, { at: now, what: 'gap-noted' });
    }
  }
}

/** Who already waits keeps the place in line, whatever is added meanwhile. */
function dueOf(c: Conversation, kind: 'live' | 'message', now: Instant): Instant {
  if (c.state.name === 'waiting-for-officer' && c.state.kind === kind) return c.state.dueAt;
  return kind === 'message' ? messageDue(c, now) : plus(now, deskRules.firstReplyMs);
}

/** A message is looked at within the first half hour of the next opening. */
function messageDue(c: Conversation, now: Instant): Instant {
  const opening = openingAt(officeOf(c.office), now);
  return plus(opening.open ? now : (opening.next ?? now), 30 * MINUTE);
}

type Counters = {
  window: ReturnType<typeof counterFor>;
  release: ReturnType<typeof releaseDeskFor>;
  calls: ReturnType<typeof callBacksFor>;
  /** Words of the message that no guide knows, as the last round read it. */
  unknown: readonly string[];
};

function surroundings(
  deps: Deps,
  c: Conversation,
  now: Instant,
  { window, release, calls }: Counters,
): Omit<Surroundings, 'helperSpeaks'> {
  return {
    newHelper() {
      const id = deps.newId();
      return Promise.resolve({ id, link: helperLink(deps, { conversation: c.id, helper: id }) });
    },
    window: window(c),
    release: release(c),
    callBack: calls(c),
    line: (first) => placeInLine(deps, c, now, first),
    live: {
      line: () => placeToGoLive(deps, { office: c.office, first: comesFirst(c), askedAt: now }),
      link: (how) => liveLink(deps, c, how),
    },
    async nextMessageNumber() {
      const day = dayOf(now);
      const n = await deps.conversations.nextNumber(c.office, day, 'message');
      return `L-${day.slice(5, 7)}${day.slice(8, 10)}-${String(n).padStart(3, '0')}`;
    },
  };
}

/** What was said as it is filed: a photo has arrived, and places pointed at are those of a photo that lies there. */
async function keptAs(deps: Deps, { conversation }: Visitor, content: CitizenContent): Promise<Outcome<Content>> {
  if (content.type === 'drawing') {
    const drawn = await drawnOn(deps, conversation, content);
    return drawn.ok ? done({ ...content, sha256: drawn.value }) : drawn;
  }
  if (content.type !== 'photo') return done(content);
  const attachment = await deps.attachments.find(content.attachment);
  if (attachment?.parent !== conversation) return refused('not-found', 'no such photo in this conversation');
  if (attachment.bytes !== content.bytes || attachment.mime !== content.mime)
    return refused('bad-input', 'the photo is not the one that was announced');
  return (await deps.photos.isThere(attachment))
    ? done(content)
    : refused('wrong-state', 'the photo has not arrived yet');
}
