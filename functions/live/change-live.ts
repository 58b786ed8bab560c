/** Reads a live guidance, lets a rule change it, writes it back, and lets its talk know; when somebody else was first it reads again. */
import { withLive } from '../../models/conversation/go-live.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { LiveId } from '../../models/ids.ts';
import { markOf } from '../../models/live/live-mark.ts';
import type { LiveSession } from '../../models/live/live-session.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import { changeConversation, type Draft } from '../conversation/change-conversation.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';

/** Two sides and a sweep need a few rounds; more than that is a fault, not a race. */
const ROUNDS = 40;

export type ChangedLive = { session: LiveSession; changed: boolean };

export async function changeLive(
  deps: Deps,
  id: LiveId,
  rule: (session: LiveSession, now: Instant) => Outcome<LiveSession>,
): Promise<Outcome<ChangedLive>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await deps.live.find(id);
    if (!found.ok) return found;
    const ruled = rule(found.value, deps.now());
    if (!ruled.ok) return ruled;
    if (ruled.value === found.value) return done({ session: found.value, changed: false });
    if ((await deps.live.save(ruled.value)) === 'done') {
      const session = { ...ruled.value, version: found.value.version + 1 };
      await markTalk(deps, session);
      return done({ session, changed: true });
    }
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

/** Also drawn from the table's stream, so that a function that died in between leaves no talk behind. `open`: nothing was said in it yet. */
export async function markTalk(deps: Deps, s: LiveSession, open?: (now: Instant) => Conversation): Promise<void> {
  const { officer } = s;
  await changeConversation(
    deps,
    s.conversation,
    (c, now) => {
      const marked = withLive(c, { mark: markOf(s), ...(officer === undefined ? {} : { officer }) }, now);
      return marked.ok ? done({ conversation: marked.value, lines: linesOf(c, marked.value) }) : marked;
    },
    open === undefined ? {} : { open },
  );
}

/** The officer came into the talk with the call, or it went back to the assistant. */
function linesOf(before: Conversation, after: Conversation): Draft[] {
  const { state } = after;
  if (state.name === 'with-officer' && (before.state.name !== 'with-officer' || before.state.by !== state.by))
    return [{ from: 'system', content: { type: 'happening', what: 'claimed', who: state.byName } }];
  if (state.name === 'with-bot' && before.state.name === 'with-officer')
    return [{ from: 'system', content: { type: 'happening', what: 'back-to-bot', who: before.state.byName } }];
  return [];
}
