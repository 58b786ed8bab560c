/** When a time limit ends, counted as the law counts it and with the time in which the clock stood still. */
import { DAY, MINUTE } from '../time.ts';
import type { ClockRule } from './clock.ts';
import type { ClockHistory, Pause } from './history.ts';
import { type DayNumber, HORIZON_DAYS, type WorkCalendar, dayNumber, endOfDay, midnightOf } from './work-calendar.ts';
import { afterWork, workBetween } from './working-time.ts';

/** How time is counted: by work or by the wall clock. Both in milliseconds. */
export type Measure = { between: (from: number, to: number) => number; after: (from: number, ms: number) => number };

export function measureOf(unit: ClockRule['unit'], calendar: WorkCalendar): Measure {
  if (unit === 'calendar-days' || unit === 'minutes') {
    return { between: (from, to) => Math.max(0, to - from), after: (from, ms) => from + Math.max(0, ms) };
  }
  return {
    between: (from, to) => workBetween(calendar, from, to),
    after: (from, ms) => afterWork(calendar, from, ms),
  };
}

/** How long the clock stood still before a moment. */
export const stoodUntil = (measure: Measure, pauses: readonly Pause[], end: number): number =>
  pauses.reduce((sum, p) => sum + measure.between(p.from, Math.min(p.to, end)), 0);

/**
 * Moves a moment on by every pause that begins before it, each also by what earlier ones moved it. A pause that begins when
 * nothing is left to count moves nothing: what was late stays late.
 */
export function movedByPauses(measure: Measure, moment: number, pauses: readonly Pause[]): number {
  let end = moment;
  for (const { from, to } of pauses) {
    if (measure.between(from, end) === 0) break;
    const stood = measure.between(from, to);
    if (stood > 0) end = measure.after(end, stood);
  }
  return end;
}

function workingDayFrom(calendar: WorkCalendar, from: DayNumber): DayNumber {
  let day = from;
  while (!calendar(day).working && day < from + HORIZON_DAYS) day++;
  return day;
}

/** The day on which it arrives: the same rule as in `addWorkingDays`. */
function arrivalDay(calendar: WorkCalendar, start: number): DayNumber {
  const day = dayNumber(start);
  const { closes, working } = calendar(day);
  if (closes === undefined ? working : start < midnightOf(day) + closes * MINUTE) return day;
  let next = day + 1;
  while (!calendar(next).working && calendar(next).closes === undefined && next < day + HORIZON_DAYS) next++;
  return next;
}

/** The end of the n-th working day after the day of arrival, which is not counted (Order 164, article 92; Civil Code, article 201). */
function afterWorkingDays(calendar: WorkCalendar, start: number, n: number): number {
  let day = arrivalDay(calendar, start);
  const last = day + HORIZON_DAYS;
  if (n === 0) return endOfDay(calendar, workingDayFrom(calendar, day));
  for (let left = n; left > 0 && day < last; left--) day = workingDayFrom(calendar, day + 1);
  return endOfDay(calendar, day);
}

/**
 * Counted days end where a working day ends: a last day that is a holiday or weekend gives way to the next working day (Civil
 * Code, article 203; points rules, article 36). With pauses it is the first such moment at which the clock runs and has run as
 * long as it must, so that a pause never leaves less than was left before it, and a limit never ends at night or in a pause.
 */
function afterCalendarDays(calendar: WorkCalendar, start: number, n: number, pauses: readonly Pause[]): number {
  const first = dayNumber(start) + n;
  const lasting = endOfDay(calendar, first) - start;
  const horizon = first + HORIZON_DAYS;
  let day = workingDayFrom(calendar, first);
  for (; day < horizon; day = workingDayFrom(calendar, day + 1)) {
    const end = endOfDay(calendar, day);
    if (end < start || pauses.some((p) => p.from < end && end < p.to)) continue;
    const stood = pauses.reduce((sum, p) => sum + Math.max(0, Math.min(p.to, end) - p.from), 0);
    if (end - start - stood >= lasting) break;
  }
  return endOfDay(calendar, day);
}

/** The due time in milliseconds, with the extension and the pauses so far. Amounts beyond about ten years count as ten years. */
export function dueTime(calendar: WorkCalendar, rule: ClockRule, start: number, history: ClockHistory): number {
  const { pauses, extension } = history;
  const amount = Math.min((rule.unit === 'same-day' ? 0 : rule.amount) + extension, HORIZON_DAYS * (DAY / MINUTE));
  const measure = measureOf(rule.unit, calendar);
  switch (rule.unit) {
    case 'working-days':
    case 'same-day':
      return movedByPauses(measure, afterWorkingDays(calendar, start, amount), pauses);
    case 'calendar-days':
      return afterCalendarDays(calendar, start, Math.min(amount, HORIZON_DAYS), pauses);
    case 'working-minutes':
    case 'minutes':
      return movedByPauses(measure, measure.after(start, amount * MINUTE), pauses);
  }
}
