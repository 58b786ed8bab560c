/** Reads a conversation, lets a rule change it, writes it back; when somebody else wrote first it reads again. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Content } from '../../models/conversation/content.ts';
import type { Along } from '../../models/conversation/conversations.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { ConversationId, DeliveryId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { tellListeners } from './tell-listeners.ts';

/** A line before it has its number. */
export type Draft = Pick<Line, 'from'> & {
  content: Content;
  by?: StaffId;
  byName?: string;
  writer?: string;
  delivery?: DeliveryId;
};
export type Change = { conversation: Conversation; lines: readonly Draft[] };
export type Changed = { conversation: Conversation; lines: Line[]; repeated: boolean };

/** The talk as it was read just now. */
export type Look = Awaited<ReturnType<Deps['conversations']['look']>>;

export type How = {
  delivery?: DeliveryId;
  look?: Look;
  open?: (now: Instant) => Conversation;
  /** What else is written with it; asked anew in each round. */
  along?: (after: Conversation, lines: readonly Line[], now: Instant) => Promise<Along | undefined>;
};

/** Twenty writers at once need at most twenty rounds; more than that is a fault, not a race. */
const ROUNDS = 24;

export async function changeConversation(
  deps: Deps,
  id: ConversationId,
  rule: (conversation: Conversation, now: Instant) => Outcome<Change> | Promise<Outcome<Change>>,
  how: How = {},
): Promise<Outcome<Changed>> {
  for (let round = 0; round < ROUNDS; round++) {
    const { conversation: before, listeners } =
      round === 0 && how.look !== undefined ? how.look : await deps.conversations.look(id);
    const now = deps.now();
    if (before === undefined && how.open === undefined) return refused('not-found', 'no such conversation');
    const ruled = await rule(before ?? how.open?.(now) ?? impossible(), now);
    if (!ruled.ok) return ruled;
    const lines = numbered(ruled.value.conversation, ruled.value.lines, now);
    const after: Conversation = {
      ...ruled.value.conversation,
      lastAt: now,
      lastSeq: ruled.value.conversation.lastSeq + lines.length,
    };
    const along = await how.along?.(after, lines, now);
    const wrote = await deps.conversations.commit(before, after, lines, how.delivery, along);
    if (wrote === 'done') {
      const conversation = { ...after, version: (before?.version ?? 0) + 1 };
      await tellListeners(deps, listeners, conversation, lines);
      return done({ conversation, lines, repeated: false });
    }
    if (wrote === 'repeated' && how.delivery !== undefined) return repeat(deps, id, how.delivery);
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

async function repeat(deps: Deps, id: ConversationId, delivery: DeliveryId): Promise<Outcome<Changed>> {
  const [found, span] = await Promise.all([deps.conversations.find(id), deps.conversations.delivered(id, delivery)]);
  if (!found.ok) return found;
  const lines =
    span === undefined ? [] : await deps.conversations.linesAfter(id, span.from - 1, span.to - span.from + 1);
  return done({ conversation: found.value.conversation, lines, repeated: true });
}

const numbered = (c: Conversation, drafts: readonly Draft[], now: Instant): Line[] =>
  drafts.map((draft, i) => ({ conversation: c.id, seq: c.lastSeq + 1 + i, at: now, ...draft }));

function impossible(): never {
  throw new Error('a conversation that is not there cannot be changed');
}
