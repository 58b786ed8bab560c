/** How far a time limit has run: when it ends, how much of it is used, whether it stands still and whether it was kept. */
import * as z from 'zod';
import type { Office } from '../office/office.ts';
import { type Instant, instantOf, msOf } from '../time.ts';
import { type Measure, dueTime, measureOf, movedByPauses, stoodUntil } from './due-time.ts';
import { type ClockHistory, readHistory } from './history.ts';
import { HORIZON_DAYS, type WorkCalendar, dayNumber, midnightOf, workCalendarOf } from './work-calendar.ts';

export const ClockRule = z.strictObject({
  /**
   * `working-days`: ends with the n-th working day after the day of acceptance. `calendar-days`: every day counts, the last must be a
   * working day. `working-minutes`: of opening time. `minutes`: of the wall clock. `same-day`: ends with the working day itself.
   */
  unit: z.enum(['working-days', 'calendar-days', 'working-minutes', 'same-day', 'minutes']),
  /** In the unit; `same-day` ignores it. */
  amount: z.int().nonnegative(),
});
export type ClockRule = z.infer<typeof ClockRule>;

/** `by`: how much an extension adds, in the rule's unit (`same-day`: in working days). Any list has a reading, see `readHistory`. */
export type ClockEvent = { at: Instant; what: 'pause' | 'resume' | 'extend'; by?: number };

/** Milliseconds are working time for the working units and `same-day`, wall time for `calendar-days` and `minutes`. */
export type ClockState = {
  startedAt: Instant;
  /** With the pauses and extensions so far; while paused, as if it went on at `now`. */
  dueAt: Instant;
  paused: boolean;
  usedMs: number;
  totalMs: number;
  pausedMs: number;
  /** Used of total, more than 1 when late; 1 where there was nothing to use. */
  share: number;
  stoppedAt?: Instant;
  /** Stopped at the due time or before it. */
  met?: boolean;
  /** The due time counts days of a year that the State Council has not published yet, so it may still move. */
  provisional: boolean;
};

/** A clock as it stands at `now`, or at the stop if there is one; what happened later is not known to it. Never throws. */
export const readClock = (
  office: Pick<Office, 'hours'>,
  rule: ClockRule,
  startedAt: Instant,
  events: readonly ClockEvent[],
  now: Instant,
  stoppedAt?: Instant,
): ClockState => readClockBy(workCalendarOf(office), rule, startedAt, events, now, stoppedAt);

/** The instant at which the clock reaches `share` (0.5, 0.8, 1) if nothing else happens; undefined while paused. */
export const instantOfShare = (
  office: Pick<Office, 'hours'>,
  rule: ClockRule,
  startedAt: Instant,
  events: readonly ClockEvent[],
  share: number,
): Instant | undefined => instantOfShareBy(workCalendarOf(office), rule, startedAt, events, share);

export function readClockBy(
  calendar: WorkCalendar,
  rule: ClockRule,
  startedAt: Instant,
  events: readonly ClockEvent[],
  now: Instant,
  stoppedAt?: Instant,
): ClockState {
  const start = msOf(startedAt);
  const until = Math.max(start, msOf(stoppedAt ?? now));
  const history = readHistory(events, start, until);
  const measure = measureOf(rule.unit, calendar);
  const due = dueTime(calendar, rule, start, history);
  const pausedMs = stoodUntil(measure, history.pauses, until);
  const usedMs = measure.between(start, until) - pausedMs;
  const totalMs = totalTime(measure, start, due, history);
  return {
    startedAt,
    dueAt: instantOf(due),
    paused: history.standing && stoppedAt === undefined,
    usedMs,
    totalMs,
    pausedMs,
    share: totalMs > 0 ? usedMs / totalMs : 1,
    ...(stoppedAt === undefined ? {} : { stoppedAt, met: msOf(stoppedAt) <= due }),
    provisional: rule.unit !== 'minutes' && isProvisional(calendar, start, due),
  };
}

export function instantOfShareBy(
  calendar: WorkCalendar,
  rule: ClockRule,
  startedAt: Instant,
  events: readonly ClockEvent[],
  share: number,
): Instant | undefined {
  const start = msOf(startedAt);
  const history = readHistory(events, start, Infinity);
  if (history.standing) return undefined;
  const due = dueTime(calendar, rule, start, history);
  // The end is the end that people are told, also where the last work ends before it.
  if (share === 1) return instantOf(due);
  const measure = measureOf(rule.unit, calendar);
  const wanted = Math.round(share * totalTime(measure, start, due, history));
  const reached = movedByPauses(measure, measure.after(start, wanted), history.pauses);
  return instantOf(Math.min(reached, midnightOf(dayNumber(start) + 2 * HORIZON_DAYS)));
}

/** What there is to use until a due time. */
const totalTime = (measure: Measure, start: number, due: number, { pauses }: ClockHistory): number =>
  measure.between(start, due) - stoodUntil(measure, pauses, due);

function isProvisional(calendar: WorkCalendar, start: number, due: number): boolean {
  for (let day = dayNumber(start); day <= dayNumber(due); day++) if (calendar(day).provisional) return true;
  return false;
}
