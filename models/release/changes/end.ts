/** How a release ends besides its decision: taken back, not for this office, given up after long silence, filed away. */
import { readFiled } from '../../clock/filed-clock.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { plus, type Instant } from '../../time.ts';
import { noted, openSession, type cancelReasons, type Release } from '../release.ts';
import { releaseRulesOf } from '../rules.ts';
import { happened, held, inState, type By } from './by.ts';

const UNDECIDED = ['applied', 'checking-papers', 'papers-missing', 'booked'] as const;

/** By the applicant for whatever reason; by an officer only with one of the closed list, never in place of a refusal. */
export function cancel(
  r: Release,
  by: By | undefined,
  reason: (typeof cancelReasons)[number],
  now: Instant,
): Outcome<Release> {
  const may = inState(r, ...UNDECIDED);
  if (!may.ok) return may;
  if (openSession(r) !== undefined) return refused('wrong-state', 'a session is open');
  if (by !== undefined) {
    const mine = held(r, by);
    if (!mine.ok) return mine;
    if (reason === 'applicant') return refused('bad-input', 'only the applicant takes it back');
    if (reason === 'wrong-office' && r.eligibility?.mortgagedHere !== false)
      return refused('wrong-state', 'the register has not been looked into, or says that it is mortgaged here');
  }
  return done(noted({ ...r, state: { name: 'cancelled', at: now, reason } }, happened('cancelled', by, now, reason)));
}

/** What the clock does by itself, and when; soonest first. Each step once. */
export type Alarm = { step: 'expire' | 'late' | 'file-away'; at: Instant };
export function alarmsOf(r: Release, now: Instant): Alarm[] {
  const found: Alarm[] = [];
  const rules = releaseRulesOf(r.office);
  if ((UNDECIDED as readonly string[]).includes(r.state.name))
    found.push({ step: 'expire', at: plus(lastWord(r), rules.waitsMs) });
  if (r.clock !== undefined && r.clock.stoppedAt === undefined && !r.rung.includes('late'))
    found.push({ step: 'late', at: readFiled(r.office, r.clock, now).dueAt });
  const settled =
    r.state.name === 'certificate-returned' || (r.state.name === 'decided' && r.decision?.what !== 'approved');
  if (settled) found.push({ step: 'file-away', at: plus(r.state.at, FILE_AWAY_MS) });
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}
const FILE_AWAY_MS = 7 * 86_400_000;
/** A time that was booked keeps it waiting. */
const lastWord = (r: Release): Instant =>
  [r.state.at, r.lastAt, ...r.bookings.map(({ startsAt }) => startsAt)].reduce((a, b) => (b > a ? b : a));

export function ring(r: Release, now: Instant): Release | undefined {
  const due = alarmsOf(r, now).find(({ at }) => at <= now);
  if (due === undefined) return undefined;
  switch (due.step) {
    case 'expire':
      return noted({ ...r, state: { name: 'expired', at: now } }, happened('expired', undefined, now));
    case 'late':
      return noted({ ...r, rung: [...r.rung, 'late'] }, happened('late', undefined, now));
    case 'file-away':
      return noted({ ...r, state: { name: 'closed', at: now } }, happened('closed', undefined, now));
  }
}
export const nextRing = (r: Release, now: Instant): Instant | undefined => alarmsOf(r, now)[0]?.at;

/** What its list is sorted by: the working day once it runs, the session that is booked, else when it came in. */
export function dueOf(r: Release, now: Instant): Instant {
  if (r.clock !== undefined && r.clock.stoppedAt === undefined) return readFiled(r.office, r.clock, now).dueAt;
  const next = r.bookings
    .map(({ startsAt }) => startsAt)
    .sort()
    .at(-1);
  return r.state.name === 'booked' && next !== undefined ? next : r.state.at;
}
