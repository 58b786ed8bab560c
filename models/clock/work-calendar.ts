/** Each day of an office as its clocks see it: whether it counts, when people work on it, and when it ends. */
import { type CalendarDay, calendarDay } from '../office/calendar.ts';
import type { Office, Window } from '../office/office.ts';
import { windowsOn } from '../office/opening.ts';
import { DAY, type Day, MINUTE, addDays, at, msOf } from '../time.ts';

/** A day as its number since 1970-01-01 in Shanghai: a year is walked through without making a text of each day. */
export type DayNumber = number;

export type WorkDay = {
  kind: CalendarDay['kind'];
  /** A working day in law, whether or not this office opens on it. */
  working: boolean;
  /** Opening windows that count; empty unless `working`. */
  windows: readonly Window[];
  /** The minute at which the office closes for the day, also on a day off; none where nobody is there. */
  closes: number | undefined;
  /** Their length in milliseconds. */
  workMs: number;
  /** Milliseconds from midnight to the moment at which a time limit that ends on this day ends. */
  endMs: number;
  provisional: boolean;
};

/** What every reckoning here asks: how a day is. Must answer for any day. */
export type WorkCalendar = (day: DayNumber) => WorkDay;

/** No reckoning looks further: what would end later (or never, as nobody ever works) ends here. About ten years. */
export const HORIZON_DAYS = 3660;

const firstDay = '1970-01-01' as Day;
const firstMidnight = msOf(at(firstDay, 0));

export const dayNumber = (ms: number): DayNumber => Math.floor((ms - firstMidnight) / DAY);
export const midnightOf = (day: DayNumber): number => firstMidnight + day * DAY;
export const endOfDay = (calendar: WorkCalendar, day: DayNumber): number => midnightOf(day) + calendar(day).endMs;

/**
 * A time limit's last day ends at the close of business, or at 24:00 where nothing closes (Civil Code, article 203). For
 * 24:00 the day's last millisecond stands, so that the date said to people is the day itself and not the one after.
 */
export function workDay(
  day: Pick<CalendarDay, 'kind' | 'working' | 'provisional'>,
  opening: readonly Window[],
): WorkDay {
  // A holiday is not a working day, even where an office keeps a holiday desk or never closes.
  const windows = day.working ? opening : [];
  const closing = windows.at(-1)?.to ?? 1440;
  return {
    kind: day.kind,
    working: day.working,
    windows,
    closes: opening.at(-1)?.to,
    workMs: windows.reduce((sum, w) => sum + (w.to - w.from), 0) * MINUTE,
    endMs: closing === 1440 ? DAY - 1 : closing * MINUTE,
    provisional: day.provisional,
  };
}

const MOST_DAYS_KEPT = 2 * HORIZON_DAYS;
const keptByHours = new WeakMap<Office['hours'], Map<DayNumber, WorkDay>>();

/** The days of an office; worked out once for each table of hours and kept as long as the table itself. */
export function workCalendarOf(office: Pick<Office, 'hours'>): WorkCalendar {
  const kept = keptByHours.get(office.hours) ?? new Map<DayNumber, WorkDay>();
  keptByHours.set(office.hours, kept);
  return (number) => {
    const known = kept.get(number);
    if (known !== undefined) return known;
    const day = addDays(firstDay, number);
    const found = workDay(calendarDay(day), windowsOn(office, day));
    if (kept.size >= MOST_DAYS_KEPT) kept.clear();
    kept.set(number, found);
    return found;
  };
}
