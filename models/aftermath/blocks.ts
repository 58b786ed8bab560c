/** A period is added up from whole months and weeks and the few days left over, so that a year costs hardly more than a month. */
import { addDays, weekdayOf, type Day } from '../time.ts';
import type { Counts } from './audit.ts';
import { mondayOf } from './weeks.ts';

/** Both ends belong to it. */
export type Period = { from: Day; to: Day };
export const blockSizes = ['day', 'week', 'month'] as const;
/** A stretch of days whose counts lie ready as one sum; `first` is its first day. */
export type Block = { of: (typeof blockSizes)[number]; first: Day };

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;
/** From the first, 31 days on is always in the next month. */
const lastOfMonth = (day: Day): Day => addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);

/** The blocks that a day is counted in. */
export const blocksWith = (day: Day): Block[] => [
  { of: 'day', first: day },
  { of: 'week', first: mondayOf(day) },
  { of: 'month', first: firstOfMonth(day) },
];

export const lastDayOf = ({ of, first }: Block): Day =>
  of === 'day' ? first : of === 'week' ? addDays(first, 6) : lastOfMonth(first);

/** The blocks that make up a period, each day in exactly one: at most a dozen single days at either end of its whole months. */
export function blocksOf({ from, to }: Period): Block[] {
  const blocks: Block[] = [];
  for (let day = from; day <= to;) {
    const block: Block = { of: sizeAt(day, to), first: day };
    blocks.push(block);
    day = addDays(lastDayOf(block), 1);
  }
  return blocks;
}

function sizeAt(day: Day, to: Day): Block['of'] {
  if (day === firstOfMonth(day) && lastOfMonth(day) <= to) return 'month';
  const sunday = addDays(day, 6);
  if (weekdayOf(day) !== 1 || sunday > to) return 'day';
  // A week that runs over the first of a month would cost the whole month.
  const wholeMonthCut = firstOfMonth(sunday) > day && lastOfMonth(sunday) <= to;
  return wholeMonthCut ? 'day' : 'week';
}

const byWeekday = ['received', 'answered'] as const;
export type ByWeekday = (typeof byWeekday)[number];
/** `weekday` 0 is Sunday. */
export const weekdayName = (what: ByWeekday, weekday: number): string => `weekday:${String(weekday)}:${what}`;

/** A day's counts as a longer block takes them: it no longer knows its days, so the weekday is counted along. */
export function withWeekday(counts: Counts, day: Day): Counts {
  const along = byWeekday.flatMap((what) => {
    const n = counts[`case:${what}`];
    return n === undefined ? [] : [[weekdayName(what, weekdayOf(day)), n] as const];
  });
  return { ...counts, ...Object.fromEntries(along) };
}
