/** Decides what goes out to a person in WeChat now: everything in one bubble, a word that there is more, or nothing yet, with the reason. */
import type { Conversation } from '../conversation/conversation.ts';
import type { Line } from '../conversation/line.ts';
import type { DeliveryId } from '../ids.ts';
import { HOUR, MINUTE, plus, type Instant } from '../time.ts';
import type { Follower } from './follower.ts';
import type { Post, WaitReason } from './post.ts';
import { leftNow, openUntil } from './quota.ts';

/** Three tries of five seconds: so long the answer to a message is said by whoever was asked. */
const ASKED_MS = 16_000;
/** An open page shows a line at once and says that it was read. */
const PAGE_MS = 20_000;
/** The last message waits so long for what else an officer writes. */
const HOLD_MS = 2 * MINUTE;
/** Text messages and templates about one talk come at least this far apart. */
const POINT_AGAIN_MS = HOUR;

export type Plan =
  | { do: 'nothing' }
  /** Nothing in it has to be said here: the person wrote it, or read it on the page. */
  | { do: 'seen'; to: number }
  | { do: 'wait'; why: WaitReason; until?: Instant }
  /** Whoever was sending it died: it may be there, and nobody waits for it. */
  | { do: 'unsure' }
  /** Somebody else is about to say it. */
  | { do: 'leave'; until: Instant }
  | { do: 'send'; lines: readonly Line[] }
  /** “警官又回了2条，点开就能看全”: the last message, or another way once the window is closed. */
  | { do: 'point'; way: 'last' | 'elsewhere'; to: number; count: number };

export type PostContext = {
  follower: Follower;
  post: Post;
  conversation: Conversation;
  /** Behind what was sent, ascending. */
  lines: readonly Line[];
  /** A page of the citizen's shows this talk. */
  pageOpen: boolean;
  /** Its answer was told to come later: nobody else says it. */
  late?: DeliveryId;
};

const isSaid = ({ from, content }: Line): boolean =>
  (from === 'bot' || from === 'officer') && content.type !== 'happening';
const isOurs = (line: Line): boolean => line.delivery?.startsWith('wx-') === true;

/** What WeChat has to say of these lines: not what the person wrote, read on the page, or was answered there. */
export function unsaid(lines: readonly Line[], readByCitizen: number): Line[] {
  const askedOnPage = new Set(lines.filter((l) => l.from === 'citizen' && !isOurs(l)).map((l) => l.at));
  return lines.filter((l) => isSaid(l) && l.seq > readByCitizen && !(l.from === 'bot' && askedOnPage.has(l.at)));
}

export function planPost(context: PostContext, now: Instant): Plan {
  const { follower, post, conversation, lines, pageOpen, late } = context;
  const last = lines.at(-1);
  if (last === undefined) return { do: 'nothing' };
  if (post.sending !== undefined && post.sending.until > now) return { do: 'leave', until: post.sending.until };
  const asked = lines.findLast((l) => l.from === 'citizen' && isOurs(l) && l.delivery !== late);
  if (asked !== undefined && plus(asked.at, ASKED_MS) > now) return { do: 'leave', until: plus(asked.at, ASKED_MS) };
  if (post.sending !== undefined && !isWaitedFor(lines, post.sending.to)) return { do: 'unsure' };
  const saying = unsaid(lines, conversation.readByCitizen);
  const [first, newest] = [saying[0], saying.at(-1)];
  if (first === undefined || newest === undefined) return { do: 'seen', to: last.seq };
  if (!follower.following) return { do: 'wait', why: 'not-following' };
  if (pageOpen && plus(newest.at, PAGE_MS) > now)
    return { do: 'wait', why: 'page-open', until: plus(newest.at, PAGE_MS) };
  const { waits } = post;
  if (waits?.next !== undefined && waits.next > now && waits.tries > 0)
    return { do: 'wait', why: waits.why, until: waits.next };
  // What was refused for good is not sent again as it is: the person's next word brings it, or something newer tries its luck.
  if (waits !== undefined && forGood.has(waits.why) && (waits.to ?? 0) >= newest.seq)
    return { do: 'wait', why: waits.why };
  const told = (post.pointed?.to ?? 0) >= newest.seq;
  const open = openUntil(follower.quota, now);
  if (open === undefined) return elsewhere(post, saying, told, now);
  const left = leftNow(follower.quota, now);
  if (left === 0) return { do: 'wait', why: 'count-used', ...(told ? {} : { until: open }) };
  if (left > 1 || !isReserve(follower, now)) return { do: 'send', lines };
  if (told) return { do: 'wait', why: 'held-back' };
  const hold = plus(first.at, HOLD_MS);
  if (hold > now) return { do: 'wait', why: 'held-back', until: hold };
  return { do: 'point', way: 'last', to: newest.seq, count: saying.length };
}

/** An officer's words, or an answer: to hear nothing would be worse than to hear it twice. What the assistant tells by itself is not. */
function isWaitedFor(lines: readonly Line[], to: number): boolean {
  const asked = new Set(lines.filter((l) => l.from === 'citizen' && isOurs(l)).map((l) => l.at));
  return lines.some((l) => l.seq <= to && (l.from === 'officer' || (l.from === 'bot' && asked.has(l.at))));
}

const forGood = new Set<WaitReason>(['not-permitted', 'not-taken', 'no-way']);

/** The last of the five is kept for the one thing that must not be missed; of three within a minute none is kept. */
const isReserve = ({ quota: { words } }: Follower, now: Instant): boolean => words !== undefined && words.until > now;

/** What the assistant says by itself is not worth a text message: notices find their own way. */
function elsewhere(post: Post, saying: readonly Line[], told: boolean, now: Instant): Plan {
  const written = saying.filter((l) => l.from === 'officer');
  const newest = saying.at(-1);
  if (written.length === 0 || told || newest === undefined) return { do: 'wait', why: 'outside-window' };
  const again = post.pointed === undefined || post.pointed.way === 'last' ? now : plus(post.pointed.at, POINT_AGAIN_MS);
  return again > now
    ? { do: 'wait', why: 'outside-window', until: again }
    : { do: 'point', way: 'elsewhere', to: newest.seq, count: written.length };
}
