/** What the two sides do with a live guidance: call it off, step down or up the ladder, end it, rate it. */
import type { Officer } from '../../models/access/staff.ts';
import type { Grade } from '../../models/conversation/rating.ts';
import type { ConversationId, LiveId } from '../../models/ids.ts';
import { cancel, finish, rate, step } from '../../models/live/changes.ts';
import type { Rung, StepReason } from '../../models/live/ladder.ts';
import type { LiveOutcome, LiveSession } from '../../models/live/live-session.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { endRoom } from '../room/lead-room.ts';
import { changeLive } from './change-live.ts';

export type LiveActor = { who: 'citizen'; conversation: ConversationId } | { who: 'officer'; officer: Officer };

type Rule = (s: LiveSession, now: Instant) => Outcome<LiveSession>;

/** A citizen has the guidances of their own talk, an officer those of their office. */
const isTheirs = (s: LiveSession, by: LiveActor): boolean =>
  by.who === 'citizen' ? s.conversation === by.conversation : s.office === by.officer.office;

async function act(deps: Deps, by: LiveActor, id: LiveId, rule: Rule): Promise<Outcome<LiveSession>> {
  const changed = await changeLive(deps, id, (s, now) =>
    isTheirs(s, by) ? rule(s, now) : refused('not-found', 'no such live guidance'),
  );
  return changed.ok ? done(changed.value.session) : changed;
}
const staffOf = (by: LiveActor) => (by.who === 'officer' ? by.officer.id : undefined);

export const cancelLive = (deps: Deps, by: LiveActor, id: LiveId): Promise<Outcome<LiveSession>> =>
  act(deps, by, id, (s, now) => cancel(s, by.who, staffOf(by), now));

export const stepLive = (
  deps: Deps,
  by: LiveActor,
  { id, to, why }: { id: LiveId; to: Rung; why: StepReason },
): Promise<Outcome<LiveSession>> =>
  act(deps, by, id, (s, now) =>
    by.who === 'officer' && s.officer?.id !== by.officer.id
      ? refused('not-allowed', 'another officer guides')
      : step(s, { to, why, by: by.who }, now),
  );

/** Whoever hangs up says what came of it. */
export async function endLive(
  deps: Deps,
  by: LiveActor,
  id: LiveId,
  outcome: LiveOutcome,
): Promise<Outcome<LiveSession>> {
  const ended = await act(deps, by, id, (s, now) => finish(s, outcome, staffOf(by), now));
  if (ended.ok) await closeRoomOf(deps, ended.value);
  return ended;
}

export async function closeRoomOf(deps: Pick<Deps, 'rooms' | 'wire' | 'now'>, s: LiveSession): Promise<void> {
  if (s.room !== undefined) await endRoom(deps, s.room, 'finished', s.officer?.id);
}

export const rateLive = (deps: Deps, by: LiveActor, id: LiveId, grade: Grade): Promise<Outcome<LiveSession>> =>
  act(deps, by, id, (s, now) => rate(s, grade, now));
