/** Puts what a person has not had yet into the answer to their message: it costs none of the messages that the platform allows. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { bubbleOf } from '../../models/wechat/bubble.ts';
import type { Line } from '../../models/conversation/line.ts';
import { postOf, withPost, type Follower } from '../../models/wechat/follower.ts';
import { unsaid } from '../../models/wechat/plan-post.ts';
import { saidInReply, waitsFor, withPictures, type Parcel } from '../../models/wechat/post.ts';
import type { Deps } from '../deps.ts';
import { changeFollower } from './change-follower.ts';
import { LINES } from './post-to-wechat.ts';
import type { TakenTurn } from './take-wechat-turn.ts';
import { showPost } from './show-post.ts';
import { talkLink } from './talk-link.ts';

export type Listening = {
  /** Names this delivery of the message among its repeats. */
  attempt: string;
  /** False once the platform was told that the answer comes later. */
  open: () => boolean;
  /** The same, and from now on the answer is being written down as said: it is waited for. */
  claim: () => boolean;
};
export type Saying = TakenTurn & Listening & { delivery: DeliveryId };

/**
 * The words of the answer; undefined: nothing is to be said, or it is said by somebody else. A repeated message gets the same words again,
 * since the platform repeats what it had no answer to.
 */
export async function sayInReply(deps: Deps, saying: Saying): Promise<string | undefined> {
  const { conversation, delivery } = saying;
  let { text, again, busy, after } = await writeAsSaid(deps, saying, saying.follower);
  // Somebody began to send in between: if this were left to them, what comes after it would wait for the sweep.
  while (busy) ({ text, again, busy, after } = await writeAsSaid(deps, saying, after ?? saying.follower));
  // The officer who has the talk sees what this brought along.
  if (conversation.state.name === 'with-officer')
    await showPost(deps, await deps.conversations.look(conversation.id), after);
  if (again === undefined) return text === '' ? undefined : text;
  const { from, to, way, attempt: by } = again;
  if (way !== 'reply') return undefined;
  // What this delivery's sister was told to say later is not said here as well.
  if (by !== undefined && (await deps.followers.findLate(saying.follower.id, delivery, by)) !== undefined)
    return undefined;
  const lines = await deps.conversations.linesAfter(conversation.id, from - 1, to - from + 1);
  const words = bubbleIn(deps, { ...conversation, readByCitizen: 0 }, lines).text;
  return words === '' ? undefined : words;
}

type Written = {
  /** What is said; undefined: nothing by this answer. */
  text: string | undefined;
  /** What an earlier delivery of the same message was answered with. */
  again: Parcel | undefined;
  /** Something else is on its way, nothing is written, and the platform still waits. */
  busy: boolean;
  after: Follower | undefined;
};

/** Writes down that the person has had what waits for them, in the change that files their turn. */
async function writeAsSaid(deps: Deps, saying: Saying, known: Follower): Promise<Written> {
  const { conversation, delivery, attempt, change, open, claim } = saying;
  const found: Omit<Written, 'after'> = { text: undefined, again: undefined, busy: false };
  const first = await onceQuiet(deps, saying, known);
  const after = await changeFollower(
    deps,
    first.id,
    async (f, now) => {
      found.text = undefined;
      const acted = change(f);
      const post = postOf(acted, conversation.id);
      if (post === undefined) return acted;
      found.again = post.parcels.find((parcel) => parcel.delivery === delivery);
      const sending = post.sending !== undefined && post.sending.until > now;
      found.busy = sending && found.again === undefined && open();
      if (found.again !== undefined || found.busy) return undefined;
      const upTo = saying.lines.at(-1)?.seq ?? 0;
      // Somebody else has said it, is saying it, or the platform was told otherwise.
      if (post.sent >= upTo || sending || !claim()) return acted;
      const lines = await waitingLines(deps, saying, post.sent, f !== saying.follower);
      const { text, to } = bubbleIn(deps, conversation, lines);
      found.text = text;
      const said = withPictures(saidInReply(post, to, { delivery, attempt }, now), lines, to);
      const rest = (lines.at(-1)?.seq ?? to) > to;
      return withPost(acted, rest ? waitsFor(said, 'answering', now) : said);
    },
    { first, answered: delivery },
  );
  return { ...found, after };
}

/** What is on its way just now must have gone before more is said: that takes a blink, or the answer comes later. */
async function onceQuiet(deps: Deps, { conversation, open }: Saying, follower: Follower): Promise<Follower> {
  let now = follower;
  while (open() && (postOf(now, conversation.id)?.sending?.until ?? '') > deps.now()) {
    await new Promise((resolve) => setTimeout(resolve, 80));
    now = (await deps.followers.find(now.id)) ?? now;
  }
  return now;
}

/** The turn's own lines are at hand; what had to wait before them, or came meanwhile, is read. */
async function waitingLines(
  deps: Deps,
  { conversation, lines }: Saying,
  sent: number,
  again: boolean,
): Promise<readonly Line[]> {
  return !again && lines[0]?.seq === sent + 1 ? lines : deps.conversations.linesAfter(conversation.id, sent, LINES);
}

export function bubbleIn(deps: Deps, { id, language, readByCitizen }: Conversation, lines: readonly Line[]) {
  return bubbleOf(lines, unsaid(lines, readByCitizen), { language, origin: deps.origin, link: talkLink(deps, id) });
}
