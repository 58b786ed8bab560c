import fc from 'fast-check';
import { calendarDay, isWorkingDay, workingDayFrom } from '../../models/office/calendar.ts';
import { type Day, addDays, weekdayOf } from '../../models/time.ts';

const kind = (day: string) => calendarDay(day as Day).kind;
const name = (day: string) => calendarDay(day as Day).holiday?.zh;

test('the State Council calendar of 2026 with its exchange days', () => {
  expect(kind('2026-10-01')).toBe('holiday');
  expect(name('2026-10-07')).toBe('国庆');
  expect(kind('2026-10-08')).toBe('working');
  expect(kind('2026-10-10')).toBe('make-up');
  expect(name('2026-10-10')).toBe('国庆');
  expect(kind('2026-09-20')).toBe('make-up');
  expect(kind('2026-11-21')).toBe('weekend');
  expect(calendarDay('2026-02-17' as Day)).toMatchObject({
    working: false,
    holiday: { zh: '春节', en: 'Spring Festival' },
    provisional: false,
  });
});

test('a year that is not published yet counts weekends and the fixed holidays, and says it is provisional', () => {
  expect(calendarDay('2031-01-01' as Day)).toMatchObject({
    kind: 'holiday',
    holiday: { zh: '元旦' },
    provisional: true,
  });
  // Lunar new year 2031 is 23 January; the holiday begins the day before.
  expect(['2031-01-21', '2031-01-22', '2031-01-23', '2031-01-25', '2031-01-27'].map(kind)).toEqual([
    'working',
    'holiday',
    'holiday',
    'holiday',
    'working',
  ]);
  expect(name('2031-04-05')).toBe('清明');
  expect(['2031-05-01', '2031-05-02', '2031-10-03', '2031-10-06'].map(kind)).toEqual([
    'holiday',
    'holiday',
    'holiday',
    'working',
  ]);
  expect([name('2029-06-16'), name('2029-09-22')]).toEqual(['端午', '中秋']);
});

test('a worked day is never a holiday, and a make-up day is always a weekend day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (n) => {
      const day = addDays('2024-01-01' as Day, n);
      const d = calendarDay(day);
      expect(d.working).toBe(d.kind === 'working' || d.kind === 'make-up');
      if (d.kind === 'make-up') expect([0, 6]).toContain(weekdayOf(day));
      if (d.kind === 'weekend') expect([0, 6]).toContain(weekdayOf(day));
    }),
  );
});

test('the first working day from any day is within two weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (n) => {
      const day = addDays('2024-01-01' as Day, n);
      const next = workingDayFrom(day);
      expect(isWorkingDay(next)).toBe(true);
      expect(next <= addDays(day, 14)).toBe(true);
    }),
  );
});
