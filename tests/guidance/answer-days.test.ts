/** Days as people say them. */
import { findEntities } from '../../models/guidance/understanding/entities.ts';
import { daysIn } from '../../functions/guidance/resolve-date.ts';
import { dueFor, dueYear } from '../../functions/guidance/inspection-year.ts';
import { instantOf, type Day } from '../../models/time.ts';

/** A Wednesday. */
const now = instantOf(Date.parse('2026-11-18T10:00+08:00'));

test.each([
  ['明天', '2026-11-19'],
  ['后天下午', '2026-11-20'],
  ['20号', '2026-11-20'],
  ['3号', '2026-12-03'],
  ['11月25日', '2026-11-25'],
  ['下个月八号', '2026-12-08'],
  ['2026年12月1日', '2026-12-01'],
  ['1月5号', '2027-01-05'],
  ['周五', '2026-11-20'],
  ['周二', '2026-11-24'],
  ['下周三', '2026-11-25'],
  ['10号周四', '2026-12-10'],
])('%s is %s', (words, day) => {
  expect(daysIn(findEntities(words), now)).toEqual([day]);
});

test.each([
  ['2020-12', '2026-11-18', 6, 'test'],
  ['2024-12', '2026-11-18', 2, 'exempt'],
  ['2018-10', '2026-11-18', 8, 'exempt'],
  ['2016-12', '2026-11-18', 10, 'test'],
  ['2012-05', '2026-11-18', 15, 'old'],
])('registered %s, on %s year %s is due: %s', (registered, today, years, due) => {
  expect(dueYear(registered, today as Day)).toBe(years);
  expect(dueFor(dueYear(registered, today as Day))).toBe(due);
});
