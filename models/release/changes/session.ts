/** In the call: the officer opens it, ticks the script step by step, ends it. When every side has stated its will the application is accepted. */
import { start } from '../../clock/filed-clock.ts';
import type { RoomId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import type { Side } from '../parties.ts';
import {
  comparedFields,
  noted,
  openSession,
  shapeOf,
  type Comparison,
  type Release,
  type Session,
} from '../release.ts';
import { releaseRulesOf } from '../rules.ts';
import { blockedBy, requiredCells, type Cell } from '../steps.ts';
import { codeIsRight } from './agent.ts';
import { allowed, happened, held, inState, type By } from './by.ts';

/** One room at a time; who opens it twice finds the one that is open. */
export function openRoom(r: Release, by: By, room: RoomId, sides: readonly Side[], now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'checking-papers', 'booked', 'in-session'));
  if (!may.ok) return may;
  if (openSession(r) !== undefined) return refused('wrong-state', 'a session is open already');
  const beyond = sides.find((side) => !r.sides.includes(side));
  if (sides.length === 0 || beyond !== undefined)
    return refused('bad-input', 'say which of the sides are in this session');
  if (r.papers.some(({ verdict }) => verdict?.good !== true))
    return refused('wrong-state', 'the papers have to be looked at and good before the call');
  const session: Session = { room, with: [...sides], startedAt: now };
  return done(
    noted(
      { ...r, sessions: [...r.sessions, session], state: { name: 'in-session', at: now } },
      happened('session-opened', by, now, sides.join('+')),
    ),
  );
}

/** Ticks of a session stay when it ends: what is left is done in the next. */
export function endRoom(
  r: Release,
  by: By | undefined,
  how: NonNullable<Session['how']>,
  now: Instant,
): Outcome<Release> {
  const open = openSession(r);
  if (open === undefined) return refused('wrong-state', 'no session is open');
  if (by !== undefined) {
    const may = held(r, by);
    if (!may.ok) return may;
  }
  const sessions = r.sessions.map((one): Session => (one.room === open.room ? { ...one, endedAt: now, how } : one));
  const state: Release['state'] = r.state.name === 'in-session' ? { name: 'booked', at: now } : r.state;
  return done(noted({ ...r, sessions, state }, happened('session-ended', by, now, how)));
}

/** What may be opened, or ticked, now: the order of the script holds for each person; nothing is left out. */
function mayDo(r: Release, by: By, cell: Cell): Outcome<Session> {
  const open = openSession(r);
  const may = allowed(held(r, by), inState(r, 'in-session'));
  if (!may.ok) return may;
  if (open === undefined) return refused('wrong-state', 'no session is open');
  const required = requiredCells(shapeOf(r));
  if (!required.includes(cell)) return refused('bad-input', `${cell} is not asked for in this release`);
  if (cell === 'eligibility:case') return refused('bad-input', 'eligibility is noted from the register, not ticked');
  const [, party] = cell.split(':');
  if (party !== 'case' && !open.with.some((side) => side === party))
    return refused('wrong-state', 'this side is not in the session');
  const ticked = new Set(r.ticked.map((one) => one.cell));
  const first = ticked.has(cell) ? undefined : blockedBy(cell, ticked, required);
  return first === undefined ? done(open) : refused('wrong-state', `${first} comes first`);
}

/** A step is opened: nothing of the release changes, the record of the call notes it. */
export function begin(r: Release, by: By, cell: Cell): Outcome<Release> {
  const may = mayDo(r, by, cell);
  return may.ok ? done(r) : may;
}

export function tick(r: Release, by: By, cell: Cell, now: Instant): Outcome<Release> {
  const may = mayDo(r, by, cell);
  if (!may.ok) return may;
  if (r.ticked.some((one) => one.cell === cell)) return done(r);
  const missing = needed(r, cell);
  if (missing !== undefined) return refused('wrong-state', missing);
  const next = noted(
    { ...r, ticked: [...r.ticked, { cell, at: now, by: by.id, room: may.value.room }] },
    happened('ticked', by, now, cell),
  );
  return done(acceptedIfComplete(next, by, now));
}

/** What a tick rests on besides the officer's eyes. */
function needed(r: Release, cell: Cell): string | undefined {
  const [step, party] = cell.split(':');
  if (step === 'challenge' && r.challenges.every(({ side }) => side !== party))
    return 'no challenge was drawn for this side';
  if (step === 'code' && !codeIsRight(r, String(party))) return 'the code has not been typed';
  // That it differs is a finding too: it cannot be approved then, but it can be refused.
  if (step === 'certificate' && Object.keys(r.comparison ?? {}).length < comparedFields.length)
    return 'the certificate has not been compared with the register yet';
  return step === 'custody' && r.custody === undefined ? 'say how the certificate comes and goes back' : undefined;
}

/** A step is done again: because of a gap, or because somebody was in doubt. Later steps of the same person stay open until then. */
export function untick(r: Release, by: By, cell: Cell, why: 'gap' | 'doubt', now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'in-session'));
  if (!may.ok) return may;
  if (r.ticked.every((one) => one.cell !== cell)) return refused('wrong-state', 'this step is open already');
  return done(
    noted(
      { ...r, ticked: r.ticked.filter((one) => one.cell !== cell) },
      happened('unticked', by, now, `${cell}:${why}`),
    ),
  );
}

/** `wanted` was drawn by chance, by the duty; a new drawing replaces the one before. */
export function challenge(r: Release, by: By, side: Side, wanted: readonly string[], now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'in-session'));
  if (!may.ok) return may;
  return done(
    noted(
      { ...r, challenges: [...r.challenges, { side, wanted: [...wanted], at: now }].slice(-20) },
      happened('challenged', by, now, side),
    ),
  );
}

export function compare(r: Release, by: By, comparison: Comparison, now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'in-session'));
  if (!may.ok) return may;
  return done({ ...r, comparison, lastAt: now });
}

/** The code went to the side's own phone; whoever holds it types it in the call. */
export function codeSent(r: Release, by: By, side: Side, now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'in-session'));
  if (!may.ok) return may;
  if (openSession(r)?.with.includes(side) !== true) return refused('wrong-state', 'this side is not in the session');
  return done(noted(r, happened('code-sent', by, now, side)));
}

export function codeTyped(r: Release, side: Side, right: boolean, now: Instant): Outcome<Release> {
  const may = inState(r, 'in-session');
  if (!may.ok) return may;
  return done(noted(r, happened(right ? 'code-right' : 'code-wrong', undefined, now, side)));
}

/** 受理: owner and lender have applied together once both have stated their will (令164 art. 33); the working day counts from here. */
function acceptedIfComplete(r: Release, by: By, now: Instant): Release {
  if (r.acceptedAt !== undefined) return r;
  const stated = r.sides.every((side) => r.ticked.some(({ cell }) => cell === `statement:${side}`));
  if (!stated) return r;
  return noted(
    { ...r, acceptedAt: now, clock: start(releaseRulesOf(r.office).decision, now) },
    happened('accepted', by, now),
  );
}
