/** Whether an office is open, until when, when next, and on which date a number of working days ends. */
import { type Day, type Instant, addDays, at, dayOf, minuteOfDay, weekdayOf } from '../time.ts';
import { type CalendarDay, type Holiday, calendarDay, isWorkingDay, workingDayFrom } from './calendar.ts';
import type { Office, Window } from './office.ts';

export type ClosedBecause = 'holiday' | 'weekend' | 'lunch' | 'night';
export type Opening = {
  open: boolean;
  /** When it closes, or (closed) when it opens again. A round-the-clock office has no `until`. */
  until?: Instant;
  next?: Instant;
  reason?: ClosedBecause;
  /** Today is a weekend day that is worked instead of a holiday. */
  makeUpDay: boolean;
  roundTheClock: boolean;
};

/** Windows that touch are one: a noon desk between morning and afternoon means no lunch break. */
function joined(windows: readonly Window[]): Window[] {
  const all: Window[] = [];
  for (const w of windows) {
    const last = all.at(-1);
    if (last?.to === w.from) all[all.length - 1] = { from: last.from, to: w.to };
    else all.push(w);
  }
  return all;
}

export function windowsOn(office: Pick<Office, 'hours'>, day: Day): Window[] {
  const { hours } = office;
  if (hours.roundTheClock) return [{ from: 0, to: 1440 }];
  const { kind } = calendarDay(day);
  if (kind === 'holiday') return joined(hours.holiday);
  // A worked Saturday keeps the hours of an ordinary weekday: Wednesday's.
  return joined(hours.weekly[kind === 'make-up' ? 3 : weekdayOf(day)] ?? []);
}

const HORIZON_DAYS = 60;

/** The start of the first window after an instant; undefined if the office does not open within two months. */
function nextOpening(office: Pick<Office, 'hours'>, instant: Instant): Instant | undefined {
  const today = dayOf(instant);
  const minute = minuteOfDay(instant);
  for (let i = 0; i <= HORIZON_DAYS; i++) {
    const day = addDays(today, i);
    const window = windowsOn(office, day).find((w) => i > 0 || w.from > minute);
    if (window !== undefined) return at(day, window.from);
  }
  return undefined;
}

function closedBecause(kind: CalendarDay['kind'], windows: readonly Window[], minute: number): ClosedBecause {
  if (kind === 'holiday') return 'holiday';
  if (windows.length === 0) return kind === 'weekend' ? 'weekend' : 'night';
  return windows.some((w) => w.to <= minute) && windows.some((w) => w.from > minute) ? 'lunch' : 'night';
}

export function openingAt(office: Pick<Office, 'hours'>, instant: Instant): Opening {
  const day = dayOf(instant);
  const minute = minuteOfDay(instant);
  const { kind } = calendarDay(day);
  const makeUpDay = kind === 'make-up';
  if (office.hours.roundTheClock) return { open: true, makeUpDay, roundTheClock: true };
  const windows = windowsOn(office, day);
  const now = windows.find((w) => w.from <= minute && minute < w.to);
  if (now !== undefined) return { open: true, until: at(day, now.to), makeUpDay, roundTheClock: false };
  const next = nextOpening(office, instant);
  return {
    open: false,
    ...(next === undefined ? {} : { next }),
    reason: closedBecause(kind, windows, minute),
    makeUpDay,
    roundTheClock: false,
  };
}

/**
 * The day on which `n` working days end. Holidays do not count (Order 164, article 92), nor does the day on which a thing arrives
 * (Civil Code, article 201). With an office, what comes while it is shut arrives when it is there again, see `arrivalDay`.
 */
export function addWorkingDays(office: Pick<Office, 'hours'> | null, instant: Instant, n: number): Day {
  let day = office === null ? dayOf(instant) : arrivalDay(office, instant);
  if (n === 0) return workingDayFrom(day);
  for (let left = n; left > 0; left--) day = workingDayFrom(addDays(day, 1));
  return day;
}

/**
 * What comes after the last hour, or on a day off on which nobody is there, arrives on the next day that is a working day or on
 * which the office opens: nothing can be accepted before. No article says so; without it Saturday's matter would be due before
 * that of Friday night. An office that opens on a Saturday accepts on that Saturday.
 */
function arrivalDay(office: Pick<Office, 'hours'>, instant: Instant): Day {
  const day = dayOf(instant);
  const last = windowsOn(office, day).at(-1);
  if (last === undefined ? isWorkingDay(day) : minuteOfDay(instant) < last.to) return day;
  let next = addDays(day, 1);
  while (!isWorkingDay(next) && windowsOn(office, next).length === 0) next = addDays(next, 1);
  return next;
}

export type DaySpan = {
  from: Day;
  to: Day;
  kind: CalendarDay['kind'];
  holiday?: Holiday;
  windows: Window[];
  provisional: boolean;
};

/** Days from one to another, like days joined, so that they can be said in one breath: 1 to 7 October, National Day, closed. */
export function describeDays(office: Pick<Office, 'hours'>, from: Day, to: Day): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { kind, holiday, provisional } = calendarDay(day);
    const windows = windowsOn(office, day);
    const last = spans.at(-1);
    if (
      last?.kind === kind &&
      last.holiday?.zh === holiday?.zh &&
      JSON.stringify(last.windows) === JSON.stringify(windows)
    ) {
      last.to = day;
      last.provisional ||= provisional;
    } else {
      spans.push({ from: day, to: day, kind, ...(holiday === undefined ? {} : { holiday }), windows, provisional });
    }
  }
  return spans;
}
