import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { type ClockEvent, ClockRule, type ClockState, instantOfShare, readClock } from '../../models/clock/clock.ts';
import { isWorkingDay } from '../../models/office/calendar.ts';
import type { Hours } from '../../models/office/office.ts';
import { officeOf, offices } from '../../models/office/offices.ts';
import { addWorkingDays, windowsOn } from '../../models/office/opening.ts';
import { type Day, HOUR, type Instant, MINUTE, addDays, at, dayOf, instantOf, msOf } from '../../models/time.ts';

type Office = (typeof offices)[number];
const when = (text: string): Instant => instantOf(Date.parse(`${text}:00+08:00`));
const yinchuan = officeOf('yinchuan');
const pingluo = officeOf('pingluo');
const yanchi = officeOf('yanchi');
const zhongning = officeOf('zhongning');

const workingDays = (amount: number): ClockRule => ({ unit: 'working-days', amount });
const calendarDays = (amount: number): ClockRule => ({ unit: 'calendar-days', amount });
const sameDay: ClockRule = { unit: 'same-day', amount: 0 };
const pause = (text: string): ClockEvent => ({ at: when(text), what: 'pause' });
const resume = (text: string): ClockEvent => ({ at: when(text), what: 'resume' });
const extend = (text: string, by: number): ClockEvent => ({ at: when(text), what: 'extend', by });

const due = (office: Pick<Office, 'hours'>, rule: ClockRule, from: string, ...events: ClockEvent[]): Instant =>
  readClock(office, rule, when(from), events, when('2026-12-30T00:00')).dueAt;
const endOf = (day: string): Instant => instantOf(Date.parse(`${day}T23:59:59.999+08:00`));

describe('what was promised in the transcripts', () => {
  test.each([
    ['2026-11-18T15:50', '2026-11-18T17:00', '2026-11-25T17:00', yinchuan],
    ['2026-11-18T10:40', '2026-11-18T17:00', '2026-11-25T17:00', yinchuan],
    ['2026-11-18T10:20', '2026-11-18T17:30', '2026-11-25T17:30', zhongning],
    ['2026-11-09T10:20', '2026-11-09T17:30', '2026-11-16T17:30', zhongning],
  ])('filed %s: first contact by %s, answer by %s', (filed, contact, answer, office) => {
    expect(due(office, sameDay, filed)).toBe(when(contact));
    expect(due(office, workingDays(5), filed)).toBe(when(answer));
  });
});

describe('the end of a time limit', () => {
  test.each([
    ['a minute before closing, the same day', '2026-11-18T16:59', '2026-11-18T17:00', '2026-11-19T17:00'],
    ['at closing, as if it came the next working day', '2026-11-18T17:00', '2026-11-19T17:00', '2026-11-20T17:00'],
    ['late on a Friday, on Monday', '2026-11-20T21:00', '2026-11-23T17:00', '2026-11-24T17:00'],
    ['on a Saturday, on Monday', '2026-11-21T10:00', '2026-11-23T17:00', '2026-11-24T17:00'],
    ['before opening, the same day', '2026-11-18T07:00', '2026-11-18T17:00', '2026-11-19T17:00'],
    ['on the eve of National Day after closing', '2026-09-30T18:00', '2026-10-08T17:00', '2026-10-09T17:00'],
    ['on the Friday before a worked Saturday', '2026-10-09T10:00', '2026-10-09T17:00', '2026-10-10T17:00'],
    ['on a worked Saturday', '2026-10-10T10:00', '2026-10-10T17:00', '2026-10-12T17:00'],
  ])('what arrives %s', (_what, filed, contact, oneDay) => {
    expect(due(yinchuan, sameDay, filed)).toBe(when(contact));
    expect(due(yinchuan, workingDays(1), filed)).toBe(when(oneDay));
  });

  test('over the Spring Festival of 2026 five working days reach from 12 February to 26 February', () => {
    // 13 and 14 (worked Saturday), then 24, 25, 26.
    expect(due(yinchuan, workingDays(5), '2026-02-12T10:00')).toBe(when('2026-02-26T17:00'));
    // 25, 26, 27 and 28 (worked Saturday), then Monday 2 March.
    expect(due(yinchuan, workingDays(5), '2026-02-24T10:00')).toBe(when('2026-03-02T17:00'));
  });

  test('over National Day 2026 three working days reach from 30 September to the worked Saturday', () => {
    for (const office of [yinchuan, zhongning, pingluo]) {
      expect(dayOf(due(office, workingDays(3), '2026-09-30T10:00'))).toBe('2026-10-10');
    }
    // The Sunday 20 September is worked; the 25th is Mid-Autumn.
    expect(due(yinchuan, workingDays(2), '2026-09-18T10:00')).toBe(when('2026-09-21T17:00'));
  });

  test('a desk that never closes ends its days with their last millisecond, and keeps the holidays in its counting', () => {
    expect(due(yanchi, sameDay, '2026-11-18T23:50')).toBe(endOf('2026-11-18'));
    expect(due(yanchi, workingDays(1), '2026-09-30T23:50')).toBe(endOf('2026-10-08'));
    expect(due(yanchi, sameDay, '2026-10-02T10:00')).toBe(endOf('2026-10-08'));
  });

  test('a holiday desk does not make its holiday the day of first contact', () => {
    expect(due(pingluo, sameDay, '2026-10-02T10:00')).toBe(when('2026-10-08T17:30'));
  });

  test('calendar days end with business on the day, and on the next working day if that is none', () => {
    expect(due(yinchuan, calendarDays(3), '2026-11-16T10:00')).toBe(when('2026-11-19T17:00'));
    expect(due(yinchuan, calendarDays(3), '2026-11-18T10:00')).toBe(when('2026-11-23T17:00'));
    expect(due(yinchuan, calendarDays(10), '2026-09-22T10:00')).toBe(when('2026-10-08T17:00'));
    expect(due(yanchi, calendarDays(3), '2026-11-16T10:00')).toBe(endOf('2026-11-19'));
    expect(due(yinchuan, calendarDays(0), '2026-11-18T18:00')).toBe(when('2026-11-19T17:00'));
  });

  test('minutes run through the night, working minutes do not', () => {
    expect(due(yinchuan, { unit: 'minutes', amount: 30 }, '2026-11-18T16:45')).toBe(when('2026-11-18T17:15'));
    expect(due(yinchuan, { unit: 'working-minutes', amount: 30 }, '2026-11-18T16:45')).toBe(when('2026-11-19T09:15'));
  });

  test('in every office it falls on the day that addWorkingDays says', () => {
    const anyInstant = fc.integer({ min: Date.parse('2025-12-20T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(fc.constantFrom(...offices), anyInstant, fc.integer({ min: 0, max: 30 }), (office, ms, n) => {
        const from = instantOf(ms);
        const { dueAt } = readClock(office, workingDays(n), from, [], from);
        const day = addWorkingDays(office, from, n);
        const closing = windowsOn(office, day).at(-1)?.to ?? 1440;
        expect(dueAt).toBe(closing === 1440 ? endOf(day) : at(day, closing));
      }),
    );
  });
});

describe('pauses and extensions', () => {
  /** The hours and the case that the time ruler is drawn with. */
  const longDay = [
    { from: 510, to: 720 },
    { from: 840, to: 1080 },
  ];
  const halfPastEight: Pick<Office, 'hours'> = {
    hours: {
      ...yinchuan.hours,
      weekly: yinchuan.hours.weekly.map((day) => (day.length === 0 ? [] : longDay)),
    } satisfies Hours,
  };
  const paused = [pause('2026-03-06T14:00'), resume('2026-03-09T10:00')];
  const started = when('2026-03-04T09:40');

  test('a pause over a weekend puts the end off by the work in it: five and a half hours', () => {
    expect(due(halfPastEight, workingDays(5), '2026-03-04T09:40')).toBe(when('2026-03-11T18:00'));
    const read = readClock(halfPastEight, workingDays(5), started, paused, when('2026-03-11T10:32'));
    expect(read).toMatchObject({ dueAt: when('2026-03-12T16:00'), paused: false, pausedMs: 5.5 * HOUR });
    expect(read.totalMs - read.usedMs).toBe(10 * HOUR + 58 * MINUTE);
    expect(Math.round(read.share * 100)).toBe(75);
    expect(instantOfShare(halfPastEight, workingDays(5), started, paused, 0.8)).toBe(when('2026-03-11T14:44'));
  });

  test('while it stands nothing is used, no warning is due, and the end moves with every hour of work', () => {
    const standing = (now: string): ClockState =>
      readClock(halfPastEight, workingDays(5), started, paused.slice(0, 1), when(now));
    expect(standing('2026-03-06T16:00')).toMatchObject({ paused: true, dueAt: when('2026-03-12T10:30') });
    expect(standing('2026-03-06T23:00').dueAt).toBe(when('2026-03-12T14:30'));
    expect(standing('2026-03-08T23:00').dueAt).toBe(when('2026-03-12T14:30'));
    expect(standing('2026-03-09T10:00').dueAt).toBe(when('2026-03-12T16:00'));
    expect(standing('2026-03-09T10:00').usedMs).toBe(standing('2026-03-06T14:00').usedMs);
    expect(instantOfShare(halfPastEight, workingDays(5), started, paused.slice(0, 1), 0.8)).toBeUndefined();
  });

  test('a pause over whole working days puts the end off by as many working days, in every office', () => {
    const anyInstant = fc.integer({ min: Date.parse('2026-01-04T00:00:00Z'), max: Date.parse('2026-11-01T00:00:00Z') });
    fc.assert(
      fc.property(fc.constantFrom(...offices), anyInstant, fc.integer({ min: 1, max: 9 }), (office, ms, k) => {
        const from = instantOf(ms);
        const first = addWorkingDays(office, from, 1);
        const events: ClockEvent[] = [
          { at: at(first, 0), what: 'pause' },
          { at: at(addDays(addWorkingDays(null, at(first, 0), k - 1), 1), 0), what: 'resume' },
        ];
        const read = (rule: ClockRule, history: ClockEvent[]): Instant =>
          readClock(office, rule, from, history, when('2027-06-01T00:00')).dueAt;
        expect(read(workingDays(5), events)).toBe(read(workingDays(5 + k), []));
      }),
      { numRuns: 300 },
    );
  });

  test('an extension adds whole working days, for first contact too', () => {
    expect(due(yinchuan, workingDays(5), '2026-11-18T10:00', extend('2026-11-25T10:00', 5))).toBe(
      when('2026-12-02T17:00'),
    );
    expect(due(yinchuan, sameDay, '2026-11-18T10:00', extend('2026-11-18T16:00', 1))).toBe(when('2026-11-19T17:00'));
    expect(due(yinchuan, calendarDays(3), '2026-11-16T10:00', extend('2026-11-17T16:00', 1))).toBe(
      when('2026-11-20T17:00'),
    );
  });

  test('what was late stays late: a pause after the end moves nothing, but the clock stands in it', () => {
    const late = readClock(
      yinchuan,
      workingDays(1),
      when('2026-11-18T10:00'),
      [pause('2026-11-19T20:00'), resume('2026-11-24T09:00')],
      when('2026-11-24T10:00'),
    );
    expect(late.dueAt).toBe(when('2026-11-19T17:00'));
    expect(late.usedMs - late.totalMs).toBe(HOUR);
  });

  test('what happens after the stop, or after the moment asked for, is not known yet', () => {
    const events = [pause('2026-11-19T09:00'), resume('2026-11-20T09:00'), extend('2026-11-20T10:00', 5)];
    const asked = readClock(yinchuan, workingDays(5), when('2026-11-18T10:00'), events, when('2026-11-18T12:00'));
    expect(asked).toEqual({
      startedAt: when('2026-11-18T10:00'),
      dueAt: when('2026-11-25T17:00'),
      paused: false,
      usedMs: 2 * HOUR,
      totalMs: 41 * HOUR,
      pausedMs: 0,
      share: 2 / 41,
      provisional: false,
    });
    const stop = when('2026-11-19T15:00');
    expect(
      readClock(yinchuan, workingDays(5), when('2026-11-18T10:00'), events, when('2026-12-20T00:00'), stop),
    ).toMatchObject({ stoppedAt: stop, met: true, paused: false, usedMs: 6 * HOUR, pausedMs: 5 * HOUR });
  });

  test('a pause before the last calendar days leaves as much as there was, and an end never lies in a pause', () => {
    const filed = '2026-11-16T10:00';
    const standing = [pause('2026-11-17T10:00'), resume('2026-11-18T10:00')];
    expect(due(yinchuan, calendarDays(3), filed, ...standing)).toBe(when('2026-11-20T17:00'));
    const rolled = [pause('2026-11-23T10:00'), resume('2026-11-24T10:00')];
    expect(due(yinchuan, calendarDays(5), filed)).toBe(when('2026-11-23T17:00'));
    expect(due(yinchuan, calendarDays(5), filed, ...rolled)).toBe(when('2026-11-24T17:00'));
  });
});

test('a clock says that it is provisional once it counts days of a year that is not published', () => {
  const read = (rule: ClockRule, from: string): boolean =>
    readClock(yinchuan, rule, when(from), [], when(from)).provisional;
  expect(read(workingDays(5), '2026-11-18T10:00')).toBe(false);
  expect(read(workingDays(5), '2040-11-19T10:00')).toBe(true);
  expect(read({ unit: 'minutes', amount: 3 }, '2040-11-19T10:00')).toBe(false);
  // A span that reaches into the unpublished year is provisional, one that ends before it is not.
  const published = (year: number): boolean =>
    !readClock(yinchuan, sameDay, at(`${year}-07-01` as Day, 0), [], when('2026-01-01T00:00')).provisional;
  let last = 2026;
  while (published(last + 1)) last++;
  expect(read(workingDays(1), `${last}-12-20T10:00`)).toBe(false);
  expect(read(workingDays(30), `${last}-12-20T10:00`)).toBe(true);
});

test('a rule is a unit and a whole amount that is not negative', () => {
  expect(ClockRule.safeParse({ unit: 'working-days', amount: 5 }).success).toBe(true);
  expect(ClockRule.safeParse({ unit: 'working-days', amount: -1 }).success).toBe(false);
  expect(ClockRule.safeParse({ unit: 'weeks', amount: 1 }).success).toBe(false);
});

test('a due time is never earlier than the start and always on a working day, except for plain minutes', () => {
  const anyInstant = fc.integer({ min: Date.parse('2025-12-20T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });
  const anyUnit = fc.constantFrom('working-days' as const, 'calendar-days' as const, 'same-day' as const);
  fc.assert(
    fc.property(fc.constantFrom(...offices), anyUnit, fc.nat(20), anyInstant, (office, unit, amount, ms) => {
      const { dueAt } = readClock(office, { unit, amount }, instantOf(ms), [], instantOf(ms));
      expect(msOf(dueAt)).toBeGreaterThanOrEqual(ms);
      expect(isWorkingDay(dayOf(dueAt))).toBe(true);
    }),
  );
});

test('the machine may stand in any time zone', () => {
  const program = `
    const { readClock } = await import('./models/clock/clock.ts');
    const { officeOf } = await import('./models/office/offices.ts');
    const dues = [];
    for (let ms = Date.parse('2026-01-01T00:30:00Z'); ms < Date.parse('2028-03-01T00:00:00Z'); ms += 41 * 3_600_000) {
      const from = new Date(ms).toISOString();
      for (const unit of ['working-days', 'calendar-days', 'same-day'])
        dues.push(readClock(officeOf('zhongning'), { unit, amount: 5 }, from, [], from));
    }
    console.log(JSON.stringify(dues));`;
  const answers = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], {
      encoding: 'utf8',
      env: { ...process.env, TZ },
    }),
  );
  expect(answers[0]?.length).toBeGreaterThan(10_000);
  expect(new Set(answers).size).toBe(1);
});
