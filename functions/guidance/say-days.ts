/** Days, hours and clock times in the reader's words. */
import { calendarDay } from '../../models/office/calendar.ts';
import type { Office, Window } from '../../models/office/office.ts';
import { openingAt, windowsOn } from '../../models/office/opening.ts';
import type { Phrases } from '../../models/phrasebook/phrases.ts';
import { type Day, type Instant, addDays, dayOf, minuteOfDay, weekdayOf } from '../../models/time.ts';

const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8, 10));

export const weekdayName = (day: Day, p: Phrases): string => p.weekdays[weekdayOf(day)] ?? '';
/** 11月20日（周五） */
export const sayDay = (day: Day, p: Phrases): string => p.date(monthOf(day), dateOf(day), weekdayName(day, p));
export const sayDate = (day: Day, p: Phrases): string => p.dateShort(monthOf(day), dateOf(day));
export const saySpan = (from: Day, to: Day, p: Phrases): string =>
  from === to
    ? sayDate(from, p)
    : p.span(sayDate(from, p), monthOf(from) === monthOf(to) ? p.dateOnly(dateOf(to), monthOf(to)) : sayDate(to, p));

export const sayWindows = (windows: readonly Window[], p: Phrases): string =>
  p.windows(windows.map((w) => p.window(p.clock(w.from), p.clock(w.to))));

/** 明早9:00, 今天13:00, 10月8日（周四）9:00: the words for an instant that lies ahead. */
export function sayInstant(instant: Instant, now: Instant, p: Phrases): string {
  const day = dayOf(instant);
  const minute = minuteOfDay(instant);
  const today = dayOf(now);
  if (day === today) return p.todayAt(p.clock(minute));
  if (day === addDays(today, 1))
    return minute < 11 * 60 ? `${p.morning}${p.clock(minute)}` : p.then(p.tomorrow, p.clock(minute));
  return p.then(sayDay(day, p), p.clock(minute));
}

/** When somebody is there again: the next opening, or today's hours if it is open. */
export function sayOpening(office: Office, now: Instant, p: Phrases): string {
  const { next } = openingAt(office, now);
  return next === undefined ? p.todayAt('') : sayInstant(next, now, p);
}

/** The hours of an ordinary weekday. */
export function sayWeekHours(office: Office, now: Instant, p: Phrases): string {
  if (office.hours.roundTheClock) return p.alwaysOpen('').replace(/^[ ,]+/, '');
  return sayWindows(windowsOn(office, weekdayFrom(dayOf(now))), p);
}

function weekdayFrom(day: Day): Day {
  let at = day;
  while (calendarDay(at).kind !== 'working') at = addDays(at, 1);
  return at;
}
