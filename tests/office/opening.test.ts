import fc from 'fast-check';
import { calendarDay, isWorkingDay, workingDayFrom } from '../../models/office/calendar.ts';
import { addWorkingDays, describeDays, openingAt, windowsOn } from '../../models/office/opening.ts';
import { officeOf, offices } from '../../models/office/offices.ts';
import { type Day, type Instant, addDays, at, dayOf, instantOf, minuteOfDay } from '../../models/time.ts';

const when = (text: string): Instant => instantOf(Date.parse(`${text}:00+08:00`));
const day = (text: string): Day => text as Day;
const yinchuan = officeOf('yinchuan');
const yanchi = officeOf('yanchi');
const pingluo = officeOf('pingluo');

const anyOffice = fc.constantFrom(...offices);
const anyInstant = fc
  .integer({ min: Date.parse('2025-12-20T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })
  .map((ms) => instantOf(ms));

test('a worked Saturday is open like a weekday and called a make-up day', () => {
  expect(openingAt(yinchuan, when('2026-10-10T10:00'))).toEqual({
    open: true,
    until: when('2026-10-10T12:00'),
    makeUpDay: true,
    roundTheClock: false,
  });
});

test('in the evening the office is closed and opens next morning', () => {
  expect(openingAt(yinchuan, when('2026-11-17T21:47'))).toMatchObject({
    open: false,
    reason: 'night',
    next: when('2026-11-18T09:00'),
  });
});

test('at noon Yinchuan rests and Pingluo does not', () => {
  expect(openingAt(yinchuan, when('2026-11-18T12:20'))).toMatchObject({
    open: false,
    reason: 'lunch',
    next: when('2026-11-18T13:00'),
  });
  expect(openingAt(pingluo, when('2026-11-18T12:20'))).toMatchObject({ open: true, until: when('2026-11-18T17:30') });
});

test('on National Day Yinchuan is closed until the eighth, Pingluo opens in the morning, Yanchi always', () => {
  expect(openingAt(yinchuan, when('2026-10-02T10:00'))).toMatchObject({
    open: false,
    reason: 'holiday',
    next: when('2026-10-08T09:00'),
  });
  expect(openingAt(pingluo, when('2026-10-02T10:00'))).toMatchObject({ open: true, until: when('2026-10-02T12:00') });
  expect(openingAt(officeOf('yanchi'), when('2026-10-02T03:00'))).toEqual({
    open: true,
    makeUpDay: false,
    roundTheClock: true,
  });
});

test('on an ordinary Saturday the reason is the weekend', () => {
  expect(openingAt(yinchuan, when('2026-11-21T10:00'))).toMatchObject({
    open: false,
    reason: 'weekend',
    next: when('2026-11-23T09:00'),
  });
});

test('one working day from 29 September is the 30th, from the 30th it is 8 October', () => {
  expect(addWorkingDays(yinchuan, when('2026-09-29T15:30'), 1)).toBe('2026-09-30');
  expect(addWorkingDays(yinchuan, when('2026-09-30T15:30'), 1)).toBe('2026-10-08');
});

test('five working days from 18 November end on the 25th', () => {
  expect(addWorkingDays(null, when('2026-11-18T10:20'), 5)).toBe('2026-11-25');
});

test('what comes in after the last hour counts from the next working day', () => {
  expect(addWorkingDays(yinchuan, when('2026-11-17T21:47'), 1)).toBe('2026-11-19');
  expect(addWorkingDays(null, when('2026-11-17T21:47'), 1)).toBe('2026-11-18');
});

test('what comes on a day off counts from the next working day, or from the day itself where somebody is there', () => {
  // Friday night, Saturday noon and Monday noon are due together: Tuesday.
  for (const came of ['2026-11-20T21:47', '2026-11-21T12:00', '2026-11-22T23:59', '2026-11-23T12:00'])
    expect([came, addWorkingDays(yinchuan, when(came), 1)]).toEqual([came, '2026-11-24']);
  // National Day: the 8th is the first working day after it.
  expect(addWorkingDays(yinchuan, when('2026-10-03T12:00'), 1)).toBe('2026-10-09');
  expect(addWorkingDays(yanchi, when('2026-11-21T12:00'), 1)).toBe('2026-11-23');
});

test('the days around a holiday are said in spans', () => {
  const spans = describeDays(yinchuan, day('2026-09-30'), day('2026-10-11'));
  expect(spans.map(({ from, to, kind, holiday }) => [from, to, kind, holiday?.zh])).toEqual([
    ['2026-09-30', '2026-09-30', 'working', undefined],
    ['2026-10-01', '2026-10-07', 'holiday', '国庆'],
    ['2026-10-08', '2026-10-09', 'working', undefined],
    ['2026-10-10', '2026-10-10', 'make-up', '国庆'],
    ['2026-10-11', '2026-10-11', 'weekend', undefined],
  ]);
});

test('open means inside a window, closed means outside every window', () => {
  fc.assert(
    fc.property(anyOffice, anyInstant, (office, instant) => {
      const minute = minuteOfDay(instant);
      const inside = windowsOn(office, dayOf(instant)).some((w) => w.from <= minute && minute < w.to);
      expect(openingAt(office, instant).open).toBe(inside);
    }),
  );
});

test('a closed office opens at the time it says, and not before', () => {
  fc.assert(
    fc.property(anyOffice, anyInstant, fc.double({ min: 0, max: 0.999, noNaN: true }), (office, instant, share) => {
      const { open, next } = openingAt(office, instant);
      if (open || next === undefined) return;
      expect(openingAt(office, next).open).toBe(true);
      const between = instantOf(Date.parse(instant) + share * (Date.parse(next) - Date.parse(instant)));
      expect(openingAt(office, between).open).toBe(false);
    }),
  );
});

test('n working days end on a working day, with exactly n of them after the start', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 1, max: 30 }), (instant, n) => {
      const end = addWorkingDays(null, instant, n);
      let counted = 0;
      for (let d = addDays(dayOf(instant), 1); d <= end; d = addDays(d, 1)) if (isWorkingDay(d)) counted += 1;
      expect([isWorkingDay(end), counted]).toEqual([true, n]);
    }),
  );
});

test('who comes later is never due earlier', () => {
  const fewDays = fc.integer({ min: 0, max: 4 * 1440 });
  fc.assert(
    fc.property(anyOffice, anyInstant, fewDays, fc.integer({ min: 0, max: 15 }), (office, came, minutes, n) => {
      const later = instantOf(Date.parse(came) + minutes * 60_000);
      expect(addWorkingDays(office, later, n) >= addWorkingDays(office, came, n)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('an office never ends a count earlier than the bare calendar, and never later than one working day after', () => {
  fc.assert(
    fc.property(anyOffice, anyInstant, fc.integer({ min: 1, max: 15 }), (office, instant, n) => {
      const bare = addWorkingDays(null, instant, n);
      const withHours = addWorkingDays(office, instant, n);
      expect(withHours >= bare).toBe(true);
      expect(withHours <= workingDayFrom(addDays(bare, 1))).toBe(true);
    }),
  );
});

test('spans cover every day once', () => {
  fc.assert(
    fc.property(anyOffice, anyInstant, fc.integer({ min: 0, max: 40 }), (office, instant, length) => {
      const from = dayOf(instant);
      const spans = describeDays(office, from, addDays(from, length));
      expect(spans[0]?.from).toBe(from);
      expect(spans.at(-1)?.to).toBe(addDays(from, length));
      spans.slice(1).forEach((s, i) => {
        expect(s.from).toBe(addDays(spans[i]?.to ?? s.from, 1));
      });
    }),
  );
});

test('a window ends at midnight at the latest and begins at its own minute', () => {
  expect(dayOf(at(day('2026-11-18'), 1440))).toBe('2026-11-19');
  expect(calendarDay(day('2026-11-18')).kind).toBe('working');
});
