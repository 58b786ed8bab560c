/** The owner names somebody who sits beside them in the call, and may take that back at any time before the decision. */
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, type Helper, type Release } from '../release.ts';
import { happened, held, inState, type By } from './by.ts';

/** `by`: the officer who has it, in the owner's name. */
export function nameHelper(r: Release, helper: Omit<Helper, 'at'>, now: Instant, by?: By): Outcome<Release> {
  const mine = by === undefined ? done(undefined) : held(r, by);
  if (!mine.ok) return mine;
  const may = inState(r, 'applied', 'checking-papers', 'papers-missing', 'booked', 'in-session');
  if (!may.ok) return may;
  if (!r.sides.includes('owner')) return refused('wrong-state', 'the owner does not take part');
  return done(
    noted(
      { ...r, helper: { ...helper, at: now } },
      happened('helper-named', by, now, by === undefined ? undefined : 'officer'),
    ),
  );
}

export function removeHelper(r: Release, now: Instant): Outcome<Release> {
  if (r.helper === undefined) return done(r);
  const { helper: _, ...rest } = r;
  return done(noted(rest, happened('helper-removed', undefined, now)));
}
