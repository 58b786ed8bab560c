import fc from 'fast-check';
import { type ClockEvent, type ClockState, instantOfShareBy, readClockBy } from '../../models/clock/clock.ts';
import { type WorkDay, workDay } from '../../models/clock/work-calendar.ts';
import { workBetween } from '../../models/clock/working-time.ts';
import { type Instant, instantOf, msOf } from '../../models/time.ts';
import {
  anyDays,
  anyHistory,
  anyRule,
  anyStart,
  count,
  eventsFrom,
  instant,
  minuteOfInstant,
  repeated,
  wholeMinutes,
} from './minute-counter.ts';

const LATE = 60 * 1440;
const anyNow = fc.integer({ min: -1440, max: 14 * 1440 });

/** Pauses that begin and end in order, as offsets from the start in minutes. */
const anyPauses = fc
  .uniqueArray(fc.integer({ min: 0, max: 10 * 1440 }), { minLength: 2, maxLength: 8 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((all) => all.slice(0, all.length - (all.length % 2)));

const pausesFrom = (start: number, minutes: readonly number[]): ClockEvent[] =>
  minutes.map((after, i) => ({ at: instant(start + after), what: i % 2 === 0 ? 'pause' : 'resume' }));

test('the clock agrees with counting minute by minute, whatever the calendar, the windows and the history', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, anyHistory, anyNow, (days, rule, start, history, after) => {
      const calendar = repeated(days);
      const events = eventsFrom(start, history);
      const now = start + after;
      const read = readClockBy(calendar, rule, instant(start), events, instant(now));
      expect({
        due: minuteOfInstant(read.dueAt),
        used: wholeMinutes(read.usedMs),
        total: wholeMinutes(read.totalMs),
        stood: wholeMinutes(read.pausedMs),
        paused: read.paused,
      }).toEqual(count(calendar, rule, start, events, now));
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test('a pause never makes anything due earlier', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, anyPauses, fc.nat(), (days, rule, start, minutes, which) => {
      const due = (pauses: readonly number[]): Instant =>
        readClockBy(repeated(days), rule, instant(start), pausesFrom(start, pauses), instant(start + LATE)).dueAt;
      const left = 2 * (which % (minutes.length / 2));
      const fewer = minutes.filter((_, i) => i !== left && i !== left + 1);
      expect(due(minutes) >= due(fewer)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('an extension never makes anything due earlier, and a longer one not earlier than a shorter', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, anyHistory, fc.nat(5), (days, rule, start, history, by) => {
      const due = (more: number): Instant =>
        readClockBy(
          repeated(days),
          rule,
          instant(start),
          [...eventsFrom(start, history), { at: instant(start + 5), what: 'extend', by: more }],
          instant(start + LATE),
        ).dueAt;
      expect(due(by) >= due(0)).toBe(true);
      expect(due(by + 1) >= due(by)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a pause outside working time moves nothing that counts working time', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, anyPauses, (days, rule, start, minutes) => {
      const calendar = repeated(days);
      const [from = 0, to = 0] = minutes;
      fc.pre(rule.unit !== 'minutes' && rule.unit !== 'calendar-days');
      fc.pre(workBetween(calendar, msOf(instant(start + from)), msOf(instant(start + to))) === 0);
      const read = (events: ClockEvent[]): ClockState =>
        readClockBy(calendar, rule, instant(start), events, instant(start + LATE));
      expect(read(pausesFrom(start, [from, to]))).toEqual(read([]));
    }),
    { numRuns: 300 },
  );
});

test('while time goes by a clock never runs backwards, never faster than time, and stands while paused', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, anyHistory, anyNow, fc.nat(3000), (days, rule, start, history, a, more) => {
      const read = (now: number): ClockState =>
        readClockBy(repeated(days), rule, instant(start), eventsFrom(start, history), instant(start + now));
      const [early, late] = [read(a), read(a + more)];
      expect(late.usedMs).toBeGreaterThanOrEqual(early.usedMs);
      expect(late.usedMs - early.usedMs).toBeLessThanOrEqual(more * 60_000);
      if (!history.some((e) => e.after > a)) {
        if (early.paused) expect(late.usedMs).toBe(early.usedMs);
        else expect(late.dueAt).toBe(early.dueAt);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the order in which events are listed does not matter if their times differ', () => {
  fc.assert(
    fc.property(
      anyDays,
      anyRule,
      anyStart,
      anyHistory,
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      (days, rule, start, h, keys) => {
        const history = h.filter((e, i) => h.findIndex((o) => o.after === e.after) === i);
        const shuffled = history
          .map((e, i) => ({ e, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ e }) => e);
        const read = (events: typeof history): ClockState =>
          readClockBy(repeated(days), rule, instant(start), eventsFrom(start, events), instant(start + 9_000));
        expect(read(shuffled)).toEqual(read(history));
      },
    ),
    { numRuns: 500 },
  );
});

test('a share is reached at the instant that is said, the whole at the due time, and more later than less', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, anyPauses, (days, rule, start, minutes) => {
      const calendar = repeated(days);
      const events = pausesFrom(start, minutes);
      const at = (share: number): Instant => {
        const found = instantOfShareBy(calendar, rule, instant(start), events, share);
        if (found === undefined) throw new Error('not paused, so there is an instant');
        return found;
      };
      const state = readClockBy(calendar, rule, instant(start), events, instant(start + LATE));
      expect(at(1)).toBe(state.dueAt);
      expect(at(0.5) <= at(0.8) && at(0.8) <= at(1)).toBe(true);
      for (const share of [0.5, 0.8]) {
        const then = readClockBy(calendar, rule, instant(start), events, at(share));
        expect(Math.abs(then.usedMs - share * state.totalMs)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('stopped by the due time is in time, a millisecond later is late', () => {
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, (days, rule, start) => {
      const calendar = repeated(days);
      const { dueAt } = readClockBy(calendar, rule, instant(start), [], instant(start));
      const stopped = (at: Instant): ClockState =>
        readClockBy(calendar, rule, instant(start), [], instant(start + LATE), at);
      expect(stopped(dueAt)).toMatchObject({ met: true, stoppedAt: dueAt, paused: false });
      expect(stopped(instantOf(msOf(dueAt) + 1)).met).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test('once the calendar arrives the same history gives the new due time: days off put it off, worked days bring it nearer', () => {
  const dayOff = (day: WorkDay): WorkDay => workDay({ ...day, kind: 'holiday', working: false }, []);
  fc.assert(
    fc.property(anyDays, anyRule, anyStart, fc.nat(), (days, rule, start, which) => {
      fc.pre(rule.unit !== 'minutes');
      const changed = days.map((day, i) => (i === which % days.length ? dayOff(day) : day));
      fc.pre(changed.some((day) => day.workMs > 0));
      const guessed = days.map((day) => ({ ...day, provisional: true }));
      const read = (calendar: WorkDay[]): ClockState =>
        readClockBy(repeated(calendar), rule, instant(start), [], instant(start));
      expect(read(guessed)).toEqual({ ...read(days), provisional: true });
      expect(read(changed).provisional).toBe(false);
      expect(read(changed).dueAt >= read(days).dueAt).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('no history is so broken that a clock could not be read', () => {
  const anyInstant = fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2090-01-01') })
    .map((d) => instantOf(d.getTime()));
  const anyEvent = fc.record({
    at: fc.oneof(anyInstant, fc.constant('not a time' as Instant)),
    what: fc.constantFrom('pause' as const, 'resume' as const, 'extend' as const),
    by: fc.oneof(fc.double(), fc.integer(), fc.constant(1e15)),
  });
  const anyCalendar = fc.oneof(
    anyDays,
    fc.constant([workDay({ kind: 'holiday', working: false, provisional: true }, [])]),
  );
  fc.assert(
    fc.property(anyCalendar, anyRule, anyInstant, fc.array(anyEvent), anyInstant, (days, rule, start, events, now) => {
      for (const amount of [rule.amount, 1e15]) {
        const state = readClockBy(repeated(days), { ...rule, amount }, start, events, now);
        expect(state.dueAt >= start && state.usedMs >= 0 && state.pausedMs >= 0 && state.share >= 0).toBe(true);
        instantOfShareBy(repeated(days), { ...rule, amount }, start, events, 0.8);
      }
    }),
    { numRuns: 300 },
  );
});
