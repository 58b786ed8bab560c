/** What may become of a live guidance: each change is a function that may refuse. */
import { isDeepStrictEqual } from 'node:util';
import type { Grade } from '../conversation/rating.ts';
import type { RoomId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { msOf, plus, type Instant } from '../time.ts';
import { mayStep } from './ladder.ts';
import {
  isOver,
  liveRules,
  type LiveHappened,
  type LiveHelper,
  type LiveOutcome,
  type LiveSession,
  type StepWish,
  type Who,
} from './live-session.ts';

export type Opening = Pick<
  LiveSession,
  'id' | 'office' | 'conversation' | 'language' | 'service' | 'first' | 'for' | 'asked'
>;
type Person = { id: StaffId; name: string };

const noted = (s: LiveSession, now: Instant, happened: Omit<LiveHappened, 'at'>): LiveSession => ({
  ...s,
  lastAt: now,
  history: [...s.history, { at: now, ...happened }].slice(-80),
});
const fresh = (opening: Opening, askedBy: Who, state: LiveSession['state'], now: Instant): LiveSession => ({
  ...opening,
  version: 0,
  askedBy,
  askedAt: now,
  how: opening.asked,
  steps: [],
  state,
  lastAt: now,
  history: [],
});
const seconds = (from: Instant, to: Instant): number => Math.max(0, Math.round((msOf(to) - msOf(from)) / 1000));
const isWaiting = (s: LiveSession): boolean => s.state.name === 'waiting' || s.state.name === 'invited';

/** The citizen asks, and waits in line. */
export const ask = (opening: Opening, now: Instant): LiveSession =>
  noted(fresh(opening, 'citizen', { name: 'waiting' }, now), now, { what: 'live-asked', reason: opening.asked });

/** The officer who has the talk asks; the citizen opens it when they see it. */
export const invite = (opening: Opening, by: Person, now: Instant): LiveSession =>
  noted(
    {
      ...fresh(opening, 'officer', { name: 'invited', until: plus(now, liveRules.inviteMs) }, now),
      officer: by,
    },
    now,
    { what: 'live-invited', reason: opening.asked, by: by.id },
  );

/** An officer answers who waits: the first one has it. Pressed again by the same officer it changes nothing. */
export function answer(s: LiveSession, by: Person, room: RoomId, now: Instant): Outcome<LiveSession> {
  if (s.state.name === 'live' && s.officer?.id === by.id) return done(s);
  if (s.state.name === 'live' || s.state.name === 'invited')
    return refused('stale', `answered by ${s.officer?.name ?? 'a colleague'}`);
  if (s.state.name !== 'waiting')
    return refused('wrong-state', `a live guidance that is ${s.state.name} has no answer`);
  if (s.for !== undefined && s.for !== by.id) return refused('not-allowed', 'the talk is with another officer');
  return done(begun({ ...s, officer: { id: by.id, name: by.name } }, 'live-answered', by.id, room, now));
}

/** The citizen opens what the officer asked for. */
export function accept(s: LiveSession, room: RoomId, now: Instant): Outcome<LiveSession> {
  if (s.state.name === 'live') return done(s);
  if (s.state.name !== 'invited') return refused('wrong-state', `a live guidance that is ${s.state.name} is not open`);
  return done(begun(s, 'live-accepted', undefined, room, now));
}

const begun = (
  s: LiveSession,
  what: 'live-answered' | 'live-accepted',
  by: StaffId | undefined,
  room: RoomId,
  now: Instant,
): LiveSession =>
  noted({ ...s, room, state: { name: 'live', since: now } }, now, {
    what,
    amounts: { waited: seconds(s.askedAt, now) },
    ...(by === undefined ? {} : { by }),
  });

/** While nobody has come yet. What has begun is ended instead. */
export function cancel(s: LiveSession, by: Who, staff: StaffId | undefined, now: Instant): Outcome<LiveSession> {
  if (s.state.name === 'cancelled') return done(s);
  if (!isWaiting(s)) return refused('wrong-state', `a live guidance that is ${s.state.name} cannot be called off`);
  if (by === 'officer' && s.officer?.id !== staff) return refused('not-allowed', 'another officer asked for it');
  return done(
    noted({ ...s, state: { name: 'cancelled', at: now, by } }, now, {
      what: 'live-cancelled',
      reason: by,
      ...(staff === undefined ? {} : { by: staff }),
    }),
  );
}

/** Nobody came in time. */
export function miss(s: LiveSession, now: Instant): Outcome<LiveSession> {
  const due = dueAt(s);
  if (!isWaiting(s) || due === undefined || due > now) return refused('wrong-state', 'it is not its time');
  const who = s.state.name === 'waiting' ? 'officer' : 'citizen';
  return done(noted({ ...s, state: { name: 'missed', at: now, who } }, now, { what: 'live-missed', reason: who }));
}

/** Down or up the ladder; both pages see it and the record keeps when. */
export function step(s: LiveSession, { to, why, by }: StepWish, now: Instant): Outcome<LiveSession> {
  if (s.state.name !== 'live') return refused('wrong-state', `a live guidance that is ${s.state.name} has no ladder`);
  // Who presses the rung to which a measurement led wants to stay there, however good the way becomes.
  const settles = why === 'wish' && (s.steps.at(-1)?.why ?? 'wish') !== 'wish';
  if (s.how === to && !settles) return done(s);
  const may = mayStep(s.how, to, why, s.asked);
  if (!may.ok) return may;
  return done(
    noted({ ...s, how: to, steps: [...s.steps, { at: now, from: s.how, to, why, by }].slice(-60) }, now, {
      what: 'live-stepped',
      reason: to,
    }),
  );
}

/** By the officer with what came of it, by the citizen who hangs up, or by the sweep when the line was cut. */
export function finish(
  s: LiveSession,
  outcome: LiveOutcome,
  by: StaffId | undefined,
  now: Instant,
): Outcome<LiveSession> {
  if (s.state.name === 'ended') return done(s);
  if (s.state.name !== 'live') return refused('wrong-state', `a live guidance that is ${s.state.name} cannot end`);
  if (by !== undefined && s.officer?.id !== by) return refused('not-allowed', 'another officer guides');
  const { since } = s.state;
  return done(
    noted({ ...s, state: { name: 'ended', at: now, since, outcome } }, now, {
      what: 'live-ended',
      reason: outcome,
      amounts: { lasted: seconds(since, now) },
      ...(by === undefined ? {} : { by }),
    }),
  );
}

/** Once; a second grade changes nothing. */
export function rate(s: LiveSession, grade: Grade, now: Instant): Outcome<LiveSession> {
  if (s.rated !== undefined) return done(s);
  if (s.state.name !== 'ended') return refused('wrong-state', 'only what has ended is rated');
  return done(noted({ ...s, rated: { grade, at: now } }, now, { what: 'live-rated', reason: grade }));
}

/** `id` is chosen with the form: handed in twice it is one naming. A new one takes the place of the one before. */
export function nameHelper(s: LiveSession, helper: Omit<LiveHelper, 'at'>, now: Instant): Outcome<LiveSession> {
  if (isOver(s)) return refused('wrong-state', 'the live guidance is over');
  if (isDeepStrictEqual(s.helper, { ...helper, at: s.helper?.at })) return done(s);
  return done(noted({ ...s, helper: { ...helper, at: now } }, now, { what: 'live-helper' }));
}

/** The helper of the talk was taken back; who was asked into this call alone stays. */
export function removeTalkHelper(s: LiveSession, now: Instant): Outcome<LiveSession> {
  if (s.helper?.ofTalk !== true) return done(s);
  const { helper: _helper, ...rest } = s;
  return done(noted(rest, now, { what: 'live-helper' }));
}

/** When the sweep has to look at it. */
export function dueAt(s: LiveSession): Instant | undefined {
  switch (s.state.name) {
    case 'waiting':
      return plus(s.askedAt, liveRules.waitMs);
    case 'invited':
      return s.state.until;
    case 'live':
      return plus(s.lastAt, liveRules.lookMs);
    default:
      return undefined;
  }
}
