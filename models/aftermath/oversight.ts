/** Puts the managers' page together from the days' counts of one or more offices. */
import type { OfficeId } from '../ids.ts';
import { addDays, type Day } from '../time.ts';
import type { Counts } from './audit.ts';
import { weekdayName, type Period } from './blocks.ts';
import type { Dimension, FigureName } from './figure-names.ts';
import { medianOf } from './histogram.ts';
import type { BreakdownRow, DeskFigures, NowCounts, OfficeRow, OfficerRow, Oversight } from './oversight-views.ts';
import { counted, coverageOf, onTimeOf, ratio, responseOf, satisfactionOf } from './promises.ts';
import { daysBetween, mondayOf } from './weeks.ts';

const TREND_WEEKS = 12;

/** The period of the same length that ends where this one begins. */
export function periodBefore({ from, to }: Period): Period {
  const length = daysBetween(from, to);
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** The weeks up to a day, Monday to Sunday, oldest first; the last ends with the day. */
export function trendWeeks(to: Day): Period[] {
  const first = addDays(mondayOf(to), -7 * (TREND_WEEKS - 1));
  return Array.from({ length: TREND_WEEKS }, (_, week) => {
    const from = addDays(first, 7 * week);
    const sunday = addDays(from, 6);
    return { from, to: sunday < to ? sunday : to };
  });
}

export const trendWeek = (week: Period, sum: Counts): Oversight['trend'][number] => ({
  ...week,
  received: counted(sum, 'received'),
  ...threeOf(sum),
});

const threeOf = (sum: Counts): Pick<OfficeRow, 'response' | 'onTime' | 'satisfaction'> => ({
  response: responseOf(sum),
  onTime: onTimeOf(sum),
  satisfaction: satisfactionOf(sum),
});

/** One row for each value that anything was counted of, most first. */
export function breakdownOf(by: Counts, dimension: Dimension): BreakdownRow[] {
  const keys = new Set<string>();
  const mark = `|${dimension}=`;
  for (const name of Object.keys(by)) {
    const at = name.indexOf(mark);
    if (at >= 0) keys.add(name.slice(at + mark.length));
  }
  const of = (what: string, key: string): number => by[`${what}${mark}${key}`] ?? 0;
  const both = (kept: FigureName, missed: FigureName, key: string) =>
    ratio(of(kept, key), of(kept, key) + of(missed, key));
  return [...keys]
    .map((key) => ({
      key,
      received: of('received', key),
      onTime: both('on-time-kept', 'on-time-missed', key),
      satisfaction: both('satisfied', 'dissatisfied', key),
      reopened: of('reopened', key),
      medianAnswer: medianOf('answer', by, (bucket) => `h:answer:${bucket}${mark}${key}`),
    }))
    .sort((a, b) => b.received - a.received || (a.key < b.key ? -1 : 1));
}

export const officeRow = (office: OfficeId, sum: Counts, standing: Counts): OfficeRow => ({
  office,
  received: counted(sum, 'received'),
  ...threeOf(sum),
  coverage: coverageOf(sum),
  reopened: counted(sum, 'reopened'),
  open: standing['open'] ?? 0,
  overdue: standing['overdue'] ?? 0,
});

export function officerRow(
  { id, name, office }: Pick<OfficerRow, 'id' | 'name' | 'office'>,
  by: Counts,
  standing: Counts,
): OfficerRow {
  const of = (what: string): number => by[`${what}|owner=${id}`] ?? 0;
  return {
    id,
    name,
    office,
    open: standing[`open|owner=${id}`] ?? 0,
    overdue: standing[`overdue|owner=${id}`] ?? 0,
    taken: of('taken'),
    onTime: ratio(of('on-time-kept'), of('on-time-kept') + of('on-time-missed')),
    reopened: of('reopened'),
  };
}

export const weekdaysOf = (sum: Counts): Oversight['byWeekday'] =>
  Array.from({ length: 7 }, (_, weekday) => ({
    received: sum[weekdayName('received', weekday)] ?? 0,
    answered: sum[weekdayName('answered', weekday)] ?? 0,
  }));

/** 反复、来回转: what came back, went round, or was asked for again. */
const repeated = ['reopened', 'problem-case', 'transferred', 'pressed', 'raised', 'supervised'] as const;
export const repeatsOf = (sum: Counts, before: Counts): Oversight['repeats'] =>
  repeated.map((figure) => ({ figure, count: counted(sum, figure), previous: counted(before, figure) }));

export const nowOf = (standing: Counts, dueSoon: number): NowCounts => {
  const of = (name: string): number => standing[name] ?? 0;
  return {
    open: of('open'),
    unclaimed: of('unclaimed'),
    waiting: of('waiting'),
    dueSoon,
    overdue: of('overdue'),
    rectifying: of('rectifying'),
  };
};

export function deskOf(sum: Counts): DeskFigures {
  const of = (name: string): number => sum[name] ?? 0;
  return {
    asked: of('opened'),
    answeredByBot: Math.max(0, of('opened') - of('handed-over') - of('message-left')),
    handedOver: of('handed-over'),
    claimed: of('claimed'),
    firstReplies: of('first-reply'),
    closed: of('closed'),
    failedTurns: of('turn-failed'),
    messagesLeft: of('message-left'),
    unsolved: of('unsolved'),
    rated: of('rated'),
  };
}
