/** How much working time lies between two moments of an office, and when a span of working time is over. */
import type { Office } from '../office/office.ts';
import { type Instant, MINUTE, instantOf, msOf } from '../time.ts';
import {
  HORIZON_DAYS,
  type WorkCalendar,
  type WorkDay,
  dayNumber,
  midnightOf,
  workCalendarOf,
} from './work-calendar.ts';

/** The part of a day's working time between two moments, both in milliseconds since midnight. */
const workWithin = ({ windows }: WorkDay, from: number, to: number): number =>
  windows.reduce((sum, w) => sum + Math.max(0, Math.min(to, w.to * MINUTE) - Math.max(from, w.from * MINUTE)), 0);

export function workBetween(calendar: WorkCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  const first = dayNumber(from);
  const last = dayNumber(to);
  let sum = 0;
  for (let day = first; day <= last; day++) {
    const midnight = midnightOf(day);
    const whole = day > first && day < last;
    sum += whole ? calendar(day).workMs : workWithin(calendar(day), from - midnight, to - midnight);
  }
  return sum;
}

export function afterWork(calendar: WorkCalendar, from: number, ms: number): number {
  if (ms <= 0) return from;
  const first = dayNumber(from);
  let left = ms;
  for (let day = first; day < first + HORIZON_DAYS; day++) {
    const midnight = midnightOf(day);
    const { windows, workMs } = calendar(day);
    if (day > first && workMs < left) {
      left -= workMs;
      continue;
    }
    for (const w of windows) {
      const begin = Math.max(from - midnight, w.from * MINUTE);
      const work = Math.max(0, w.to * MINUTE - begin);
      if (left <= work) return midnight + begin + left;
      left -= work;
    }
  }
  return midnightOf(first + HORIZON_DAYS);
}

/**
 * Milliseconds of working time: inside the opening windows of working days only. Holidays and weekends hold none, also where
 * an office opens on them; a weekend day worked instead of a holiday holds a weekday's. 0 if `to` is not after `from`.
 */
export const workingMsBetween = (office: Pick<Office, 'hours'>, from: Instant, to: Instant): number =>
  workBetween(workCalendarOf(office), msOf(from), msOf(to));

/**
 * The earliest instant by which `ms` of working time have passed, so a span that fills a day ends at closing, not next morning.
 * `from` itself if `ms` is not positive; about ten years later at the latest, even if the office never opens.
 */
export const addWorkingMs = (office: Pick<Office, 'hours'>, from: Instant, ms: number): Instant =>
  instantOf(afterWork(workCalendarOf(office), msOf(from), Math.round(ms)));
