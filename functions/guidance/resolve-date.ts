/** Makes a day of what somebody said: 明天, 10号, 下周三, 11月20号, counted from today. */
import type { Entity } from '../../models/guidance/understanding/understand.ts';
import { type Day, type Instant, addDays, dayOf, weekdayOf } from '../../models/time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The day, or undefined if only a month or year was said. */
export function resolveDay(value: string, now: Instant): Day | undefined {
  const today = dayOf(now);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return real(value);
  const near = /^day([+-]\d+)$/.exec(value);
  if (near) return addDays(today, Number(near[1]));
  const ofYear = /^--(\d{2})-(\d{2})$/.exec(value);
  if (ofYear) return ahead(today, `${today.slice(0, 4)}-${ofYear[1] ?? ''}-${ofYear[2] ?? ''}`);
  const ofMonth = /^---(\d{2})$/.exec(value);
  if (ofMonth) return inMonth(today, 0, Number(ofMonth[1]), true);
  const month = /^month([+-]\d+)-(\d{2})$/.exec(value);
  if (month) return inMonth(today, Number(month[1]), Number(month[2]), false);
  const week = /^week([+-]\d+)?-(\d)$/.exec(value);
  if (week) return inWeek(today, week[1] === undefined ? undefined : Number(week[1]), Number(week[2]));
  return undefined;
}

/** The days a message names; a weekday that only describes the date before it (10号周六) is not another day. */
export function daysIn(entities: readonly Entity[], now: Instant): Day[] {
  const dates = entities.filter((e) => e.kind === 'date');
  return dates
    .filter(
      (e) =>
        !(
          e.value.startsWith('week') &&
          dates.some((d) => d !== e && !d.value.startsWith('week') && e.start - d.end <= 2 && e.start >= d.end)
        ),
    )
    .flatMap((e) => resolveDay(e.value, now) ?? []);
}

function real(day: string): Day | undefined {
  return Number.isNaN(Date.parse(`${day}T00:00:00.000Z`)) || addDays(day as Day, 0) !== day ? undefined : (day as Day);
}

/** A date without a year that lies more than half a year back is meant for next year. */
function ahead(today: Day, day: string): Day | undefined {
  const found = real(day);
  if (found === undefined) return undefined;
  return found < addDays(today, -180) ? real(`${Number(today.slice(0, 4)) + 1}${day.slice(4)}`) : found;
}

function inMonth(today: Day, months: number, date: number, roll: boolean): Day | undefined {
  const start = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + months, 1));
  const found = real(`${start.getUTCFullYear()}-${two(start.getUTCMonth() + 1)}-${two(date)}`);
  return roll && found !== undefined && found < today ? inMonth(today, months + 1, date, false) : found;
}

function inWeek(today: Day, weeks: number | undefined, weekday: number): Day {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const found = addDays(monday, (weeks ?? 0) * 7 + weekday - 1);
  return weeks === undefined && found < today ? addDays(found, 7) : found;
}
