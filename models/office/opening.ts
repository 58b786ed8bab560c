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
 * The day on which `n` working days end (Order 164, article 92: holidays do not count, the day of acceptance is not counted).
 * With an office, what arrives after its last hour of a working day counts as arrived on the next working day.
 */
export function addWorkingDays(office: Pick<Office, 'hours'> | null, instant: Instant, n: number): Day {
  let day = startDay(office, instant);
  if (n === 0) return workingDayFrom(day);
  for (let left = n; left > 0; left--) day = workingDayFrom(addDays(day, 1));
  return day;
}

function startDay(office: Pick<Office, 'hours'> | null, instant: Instant): Day {
  const day = dayOf(instant);
  if (office === null || !isWorkingDay(day)) return day;
  const last = windowsOn(office, day).at(-1);
  return last !== undefined && minuteOfDay(instant) >= last.to ? workingDayFrom(addDays(day, 1)) : day;
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
