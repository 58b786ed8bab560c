/** Clocks counted the slow way, minute by minute, on calendars nobody ever published: what the real ones are held against. */
import fc from 'fast-check';
import type { ClockEvent, ClockRule } from '../../models/clock/clock.ts';
import { type WorkCalendar, type WorkDay, midnightOf, workDay } from '../../models/clock/work-calendar.ts';
import type { Window } from '../../models/office/office.ts';
import { type Instant, MINUTE, instantOf } from '../../models/time.ts';

const DAY_MINUTES = 1440;
const FIRST_DAY = 20_454;
const START = FIRST_DAY * DAY_MINUTES;

/** Minutes since 1970-01-01 in Shanghai. */
export const instant = (minute: number): Instant => instantOf(midnightOf(0) + minute * MINUTE);

const window = (from: number, to: number): Window => ({ from, to });

const windows: fc.Arbitrary<Window[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Window[]>([window(540, 720), window(780, 1020)]) },
  { weight: 1, arbitrary: fc.constant<Window[]>([window(0, 1440)]) },
  {
    weight: 3,
    arbitrary: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 }).map((minutes) => {
      const sorted = minutes.toSorted((a, b) => a - b);
      return sorted.flatMap((from, i) => {
        const to = sorted[i + 1];
        return i % 2 === 0 && to !== undefined ? [window(from, to)] : [];
      });
    }),
  },
);

const day = fc
  .record({ kind: fc.constantFrom('working', 'working', 'working', 'make-up', 'weekend', 'holiday'), windows })
  .map(({ kind, windows: opening }) =>
    workDay({ kind, working: kind === 'working' || kind === 'make-up', provisional: false }, opening),
  );

/** A few days, over and over. Four hours of them are worked, or counting would take for ever. */
export const anyDays: fc.Arbitrary<WorkDay[]> = fc
  .array(day, { minLength: 5, maxLength: 12 })
  .filter((days) => days.reduce((sum, d) => sum + d.workMs, 0) >= 240 * MINUTE);

export const repeated =
  (days: readonly WorkDay[]): WorkCalendar =>
  (number) => {
    const found = days[((number % days.length) + days.length) % days.length];
    if (found === undefined) throw new Error('a calendar needs days');
    return found;
  };

export const anyRule: fc.Arbitrary<ClockRule> = fc.oneof(
  fc.record({ unit: fc.constant('working-days' as const), amount: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ unit: fc.constant('calendar-days' as const), amount: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ unit: fc.constant('working-minutes' as const), amount: fc.integer({ min: 0, max: 2500 }) }),
  fc.record({ unit: fc.constant('minutes' as const), amount: fc.integer({ min: 0, max: 5000 }) }),
  fc.constant({ unit: 'same-day' as const, amount: 0 }),
);

/** Often on a full hour, where the ordinary windows begin and end. */
export const anyStart = fc.oneof(
  fc.integer({ min: START, max: START + 12 * DAY_MINUTES }),
  fc.integer({ min: 0, max: 12 * 24 }).map((hour) => START + hour * 60),
);

/** In no order, with pauses in pauses, resumptions of nothing, and things before the start: offsets from the start in minutes. */
export const anyHistory = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: -DAY_MINUTES, max: 10 * DAY_MINUTES }), fc.integer({ min: 0, max: DAY_MINUTES })),
    what: fc.constantFrom('pause' as const, 'resume' as const, 'extend' as const),
    by: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 8 },
);

export const eventsFrom = (
  start: number,
  history: readonly { after: number; what: ClockEvent['what']; by: number }[],
): ClockEvent[] =>
  history.map(({ after, what, by }) => ({ at: instant(start + after), what, ...(what === 'extend' ? { by } : {}) }));

export type Counted = { due: number; used: number; total: number; stood: number; paused: boolean };

const minuteOf = (ms: number): number => (ms - midnightOf(0)) / MINUTE;

const kept = new WeakMap<WorkDay, Uint8Array<ArrayBuffer>>();

function workedMinutes(of: WorkDay): Uint8Array<ArrayBuffer> {
  const known = kept.get(of);
  if (known !== undefined) return known;
  const minutes = new Uint8Array(DAY_MINUTES);
  for (const w of of.windows) minutes.fill(1, w.from, w.to);
  kept.set(of, minutes);
  return minutes;
}

/** All in minutes; a day that ends at 24:00 ends at its last minute's end. */
export function count(
  calendar: WorkCalendar,
  rule: ClockRule,
  start: number,
  events: readonly ClockEvent[],
  now: number,
): Counted {
  const until = Math.max(start, now);
  const happened = new Map<number, ClockEvent[]>();
  let extension = 0;
  for (const event of events) {
    const minute = minuteOf(Date.parse(event.at));
    if (minute > until) continue;
    happened.set(minute, [...(happened.get(minute) ?? []), event]);
    if (event.what === 'extend') extension += event.by ?? 0;
  }
  const dayAt = (minute: number): WorkDay => calendar(Math.floor(minute / DAY_MINUTES));
  let midnight = NaN;
  let worked = new Uint8Array();
  const isWork = (minute: number): boolean => {
    if (!(minute >= midnight && minute < midnight + DAY_MINUTES)) {
      midnight = minute - (minute % DAY_MINUTES);
      worked = workedMinutes(dayAt(minute));
    }
    return worked[minute - midnight] === 1;
  };
  const endOf = (number: number): number => number * DAY_MINUTES + (calendar(number).windows.at(-1)?.to ?? DAY_MINUTES);

  const wall = rule.unit === 'minutes' || rule.unit === 'calendar-days';
  const amount = (rule.unit === 'same-day' ? 0 : rule.amount) + extension;
  // No earlier than this, and with so much used.
  let base = start;
  let needed = amount;
  if (rule.unit === 'working-days' || rule.unit === 'same-day') {
    let number = Math.floor(start / DAY_MINUTES);
    const { closes, working } = dayAt(start);
    if (closes === undefined ? !working : start % DAY_MINUTES >= closes) {
      do number += 1;
      while (!calendar(number).working && calendar(number).closes === undefined);
    }
    const ahead: number[] = [];
    for (let n = number; ahead.length <= amount + 1; n++) if (calendar(n).working) ahead.push(n);
    const last = amount === 0 ? ahead[0] : ahead.filter((n) => n > number)[amount - 1];
    base = endOf(last ?? 0);
    needed = 0;
    for (let minute = start; minute < base; minute++) if (isWork(minute)) needed += 1;
  }
  const first = Math.floor(start / DAY_MINUTES) + amount;
  if (rule.unit === 'calendar-days') needed = endOf(first) - start;

  let paused = false;
  let pausedAtEnd = false;
  let used = 0;
  let stood = 0;
  let state = { used: 0, stood: 0 };
  let due: { at: number; used: number } | undefined;
  const times = [...happened.keys()].sort((a, b) => a - b);
  let next = 0;
  for (let minute = Math.min(start, times[0] ?? start); due === undefined || minute <= until; minute++) {
    const pausedBefore = paused;
    if (times[next] === minute) {
      next += 1;
      for (const { what } of happened.get(minute) ?? []) {
        if (what === 'pause') paused = true;
        if (what === 'resume') paused = false;
      }
    }
    if (minute < start) continue;
    if (minute === until) {
      state = { used, stood };
      pausedAtEnd = paused;
      paused = false;
    }
    if (due === undefined) {
      if (rule.unit === 'calendar-days') {
        const ended = Math.floor((minute - 1) / DAY_MINUTES);
        if (ended >= first && calendar(ended).working && endOf(ended) === minute) {
          // 24:00 is the last millisecond of its day: still in a pause that ends with the day, and a millisecond short.
          const atMidnight = minute % DAY_MINUTES === 0;
          const inPause = pausedBefore && minute > start && (atMidnight || paused);
          const short = atMidnight && !pausedBefore ? 1 / MINUTE : 0;
          const lasting = needed - (endOf(first) % DAY_MINUTES === 0 ? 1 / MINUTE : 0);
          if (!inPause && used - short >= lasting - 1e-9) due = { at: minute, used };
        }
      } else if (minute >= base && used >= needed) due = { at: minute, used };
    }
    if (!wall && !isWork(minute)) continue;
    if (paused) stood += 1;
    else used += 1;
  }
  return { due: due.at, total: due.used, ...state, paused: pausedAtEnd };
}

export const wholeMinutes = (ms: number): number => Math.ceil(ms / MINUTE);
export const minuteOfInstant = (at: Instant): number => Math.ceil(minuteOf(Date.parse(at)));
