import fc from 'fast-check';
import { clockOf } from '../../web/console/desk-clock.ts';
import { dayZh, durationEn, durationZh, isLaterDay, momentZh } from '../../web/console/spoken-time.ts';
import { instantOf, MINUTE } from '../../models/time.ts';

const start = Date.parse('2026-11-18T02:20:00.000Z');
const row = (
  state: 'waiting-for-officer' | 'with-officer' | 'with-bot' | 'closed',
  due: number,
  last = 0,
  since = 0,
) => ({
  state,
  since: instantOf(start + since),
  dueAt: instantOf(start + due),
  lastAt: instantOf(start + last),
});

test.each([
  [0, 'go'],
  [1.4 * MINUTE, 'go'],
  [1.5 * MINUTE, 'half'],
  [2.4 * MINUTE, 'warn'],
  [3 * MINUTE, 'late'],
  [60 * MINUTE, 'late'],
])('somebody who waits with three minutes shows after %d ms as %s', (after, shape) => {
  expect(clockOf(row('waiting-for-officer', 3 * MINUTE), start + after).shape).toBe(shape);
});

test('with an officer the clock starts anew at each word of the citizen', () => {
  const spoken = row('with-officer', 33 * MINUTE, 30 * MINUTE);
  expect(clockOf(spoken, start + 30 * MINUTE)).toMatchObject({ shape: 'go', used: 0 });
});

test('once the officer has spoken it is the citizen’s turn and the clock rests', () => {
  expect(clockOf(row('with-officer', 30 * MINUTE), start + 5 * MINUTE).shape).toBe('pause');
});

test('the green lane stands first but is not late from the first second', () => {
  expect(clockOf(row('waiting-for-officer', 0), start + 1_000).shape).toBe('go');
});

test('the assistant’s and the ended have no clock that runs', () => {
  expect(clockOf(row('with-bot', 0), start + MINUTE).shape).toBe('bot');
  expect(clockOf(row('closed', 0), start + MINUTE).shape).toBe('ok');
});

test('the share used is always between nothing and all', () => {
  const minutes = fc.integer({ min: -600, max: 600 });
  fc.assert(
    fc.property(
      fc.constantFrom('waiting-for-officer', 'with-officer', 'with-bot', 'closed'),
      minutes,
      minutes,
      minutes,
      minutes,
      (state, due, last, since, now) => {
        const { used } = clockOf(row(state, due * MINUTE, last * MINUTE, since * MINUTE), start + now * MINUTE);
        return used >= 0 && used <= 1;
      },
    ),
  );
});

test.each([
  [5_000, '5秒', '5 s'],
  [161_000, '2分41秒', '2 min 41 s'],
  [46 * MINUTE, '46分', '46 min'],
  [88 * MINUTE, '1时28分', '1 h 28 min'],
  [28 * 60 * MINUTE, '1天4时', '1 d 4 h'],
])('%d ms are spoken as %s and %s', (ms, zh, en) => {
  expect(durationZh(ms)).toBe(zh);
  expect(durationEn(ms)).toBe(en);
});

test('times are those of the office, whatever the computer is set to', () => {
  expect(momentZh(start, start)).toBe('10:20');
  expect(momentZh(Date.parse('2026-03-09T08:12:00Z'), start)).toBe('3月9日 16:12');
  expect(momentZh(Date.parse('2025-12-31T15:59:00Z'), start)).toBe('2025年12月31日');
  expect(dayZh(start)).toBe('11月18日 星期三');
  expect(isLaterDay(Date.parse('2026-11-18T15:59:00Z'), start)).toBe(false);
  expect(isLaterDay(Date.parse('2026-11-18T16:00:00Z'), start)).toBe(true);
});
