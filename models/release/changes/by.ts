/** What several rules of a release ask first. */
import { readFiled } from '../../clock/filed-clock.ts';
import type { By } from '../../complaint/changes/by.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, type Happened, type Release, type StateName } from '../release.ts';

export type { By };

/** Only the officer who has it works on it; a manager may in anybody's place. */
export function held(r: Release, by: By): Outcome<void> {
  if (r.officer === undefined) return refused('wrong-state', 'nobody has this release yet: take it first');
  return r.officer.id === by.id || by.role === 'manager'
    ? done(undefined)
    : refused('not-allowed', 'this release is with another officer');
}

export function inState(r: Release, ...names: StateName[]): Outcome<void> {
  return names.includes(r.state.name)
    ? done(undefined)
    : refused('wrong-state', `this cannot be done with a release that is ${r.state.name}`);
}

/** Both conditions, the first that fails. */
export function allowed(...conditions: Outcome<void>[]): Outcome<void> {
  return conditions.find((one) => !one.ok) ?? done(undefined);
}

/** The working day ends with the act in the register, or with a no; late is late for good. */
export function stopClock(r: Release, now: Instant): Release {
  if (r.clock === undefined || r.clock.stoppedAt !== undefined) return r;
  const late = readFiled(r.office, r.clock, now).dueAt < now && !r.history.some(({ what }) => what === 'late');
  const stopped = { ...r, clock: { ...r.clock, stoppedAt: now } };
  return late ? noted(stopped, { at: now, what: 'late' }) : stopped;
}

export const happened = (
  what: Happened['what'],
  by: Pick<By, 'id'> | undefined,
  now: Instant,
  reason?: string,
): Happened => ({
  at: now,
  what,
  ...(by === undefined ? {} : { by: by.id }),
  ...(reason === undefined ? {} : { reason }),
});
