import fc from 'fast-check';
import { workDay } from '../../models/clock/work-calendar.ts';
import { addWorkingMs, afterWork, workBetween, workingMsBetween } from '../../models/clock/working-time.ts';
import { officeOf, offices } from '../../models/office/offices.ts';
import { windowsOn } from '../../models/office/opening.ts';
import { DAY, type Day, HOUR, type Instant, MINUTE, addDays, instantOf, msOf } from '../../models/time.ts';
import { anyDays, anyStart, instant, repeated } from './minute-counter.ts';

const when = (text: string): Instant => instantOf(Date.parse(`${text}:00+08:00`));
const hours = (office: (typeof offices)[number], from: string, to: string): number =>
  workingMsBetween(office, when(from), when(to)) / HOUR;
const yinchuan = officeOf('yinchuan');
const pingluo = officeOf('pingluo');
const yanchi = officeOf('yanchi');

const anySpan = fc.tuple(anyStart, fc.integer({ min: 0, max: 30 * DAY })).map(([start, length]) => {
  const from = msOf(instant(start));
  return { from, to: from + length };
});

test('work is counted between the windows of a day, without lunch where there is one', () => {
  expect(hours(yinchuan, '2026-11-18T00:00', '2026-11-19T00:00')).toBe(7);
  expect(hours(pingluo, '2026-11-18T00:00', '2026-11-19T00:00')).toBe(8.5);
  expect(hours(yanchi, '2026-11-18T00:00', '2026-11-19T00:00')).toBe(24);
  expect(hours(yinchuan, '2026-11-18T11:30', '2026-11-18T13:15')).toBe(0.75);
  expect(hours(yinchuan, '2026-11-18T17:00', '2026-11-19T09:00')).toBe(0);
  expect(hours(yinchuan, '2026-11-19T09:00', '2026-11-18T09:00')).toBe(0);
});

test('the National Day week of 2026 holds no work, the Sunday before and the Saturday after do', () => {
  for (const office of offices) {
    expect(hours(office, '2026-10-01T00:00', '2026-10-08T00:00')).toBe(0);
    const saturday = hours(office, '2026-10-10T00:00', '2026-10-11T00:00');
    expect(saturday).toBe(hours(office, '2026-10-14T00:00', '2026-10-15T00:00'));
    expect(hours(office, '2026-09-20T00:00', '2026-09-21T00:00')).toBe(saturday);
    expect(hours(office, '2026-10-11T00:00', '2026-10-12T00:00')).toBe(0);
  }
});

test('the Spring Festival of 2026 holds no work from 15 to 23 February, the Saturdays before and after do', () => {
  expect(hours(yinchuan, '2026-02-15T00:00', '2026-02-24T00:00')).toBe(0);
  expect(hours(yinchuan, '2026-02-14T00:00', '2026-02-15T00:00')).toBe(7);
  expect(hours(yinchuan, '2026-02-28T00:00', '2026-03-01T00:00')).toBe(7);
});

test('a holiday desk and a desk that never closes do no working time on a holiday', () => {
  expect(windowsOn(pingluo, '2026-10-02' as Day)).toHaveLength(1);
  expect(hours(pingluo, '2026-10-02T00:00', '2026-10-03T00:00')).toBe(0);
  expect(hours(yanchi, '2026-10-02T00:00', '2026-10-03T00:00')).toBe(0);
});

test('work ends as soon as it is done: at closing, not the next morning', () => {
  expect(addWorkingMs(yinchuan, when('2026-11-18T09:00'), 7 * HOUR)).toBe(when('2026-11-18T17:00'));
  expect(addWorkingMs(yinchuan, when('2026-11-18T09:00'), 7 * HOUR + MINUTE)).toBe(when('2026-11-19T09:01'));
  expect(addWorkingMs(yinchuan, when('2026-11-20T16:30'), HOUR)).toBe(when('2026-11-23T09:30'));
  expect(addWorkingMs(yinchuan, when('2026-09-30T16:30'), HOUR)).toBe(when('2026-10-08T09:30'));
  expect(addWorkingMs(yinchuan, when('2026-11-21T12:00'), 0)).toBe(when('2026-11-21T12:00'));
});

test('an office that never opens ends its work in ten years, not never', () => {
  const closed = repeated([workDay({ kind: 'weekend', working: false, provisional: false }, [])]);
  expect(afterWork(closed, 0, HOUR)).toBeGreaterThan(3600 * DAY);
  expect(workBetween(closed, 0, 100 * DAY)).toBe(0);
});

test('two neighbouring spans hold as much work as both together', () => {
  fc.assert(
    fc.property(anyDays, anySpan, fc.double({ min: 0, max: 1, noNaN: true }), (days, { from, to }, share) => {
      const calendar = repeated(days);
      const between = from + Math.round(share * (to - from));
      expect(workBetween(calendar, from, between) + workBetween(calendar, between, to)).toBe(
        workBetween(calendar, from, to),
      );
    }),
    { numRuns: 10_000 },
  );
});

test('adding work and measuring it are inverse', () => {
  fc.assert(
    fc.property(anyDays, anySpan, fc.integer({ min: 0, max: 10 * DAY }), (days, { from, to }, ms) => {
      const calendar = repeated(days);
      expect(workBetween(calendar, from, afterWork(calendar, from, ms))).toBe(ms);
      const done = afterWork(calendar, from, workBetween(calendar, from, to));
      expect(done).toBeLessThanOrEqual(to);
      expect(workBetween(calendar, done, to)).toBe(0);
      // The earliest such moment: a millisecond before it something was still left.
      if (ms > 0) expect(workBetween(calendar, from, afterWork(calendar, from, ms) - 1)).toBe(ms - 1);
    }),
    { numRuns: 10_000 },
  );
});

test('in the real offices work is never more than opening time, and one day is as good as the sum of its hours', () => {
  const anyDay = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2025-01-01' as Day, n));
  fc.assert(
    fc.property(fc.constantFrom(...offices), anyDay, (office, day) => {
      const midnight = when(`${day}T00:00`);
      const open = windowsOn(office, day).reduce((sum, w) => sum + w.to - w.from, 0) * MINUTE;
      const work = workingMsBetween(office, midnight, when(`${addDays(day, 1)}T00:00`));
      expect(work === 0 || work === open).toBe(true);
      let sum = 0;
      for (let h = 0; h < 24; h++) {
        const from = instantOf(msOf(midnight) + h * HOUR);
        sum += workingMsBetween(office, from, instantOf(msOf(from) + HOUR));
      }
      expect(sum).toBe(work);
    }),
    { numRuns: 500 },
  );
});
