/** The count of late messages never promises more than the platform takes, whatever happens in whatever order. */
import fc from 'fast-check';
import { HOUR, instantOf, MINUTE, msOf, type Instant } from '../../models/time.ts';
import {
  allowedBy,
  corrected,
  givenBack,
  leftNow,
  openUntil,
  quotaRules,
  spent,
  type Quota,
} from '../../models/wechat/quota.ts';

const start = Date.parse('2026-11-18T02:00:00.000Z');
const at = (minutes: number): Instant => instantOf(start + minutes * MINUTE);

type Step = { after: number; do: 'words' | 'act' | 'send' };
const step: fc.Arbitrary<Step> = fc.record({
  after: fc.integer({ min: 0, max: 60_000 }),
  do: fc.constantFrom('words', 'act', 'send'),
});

test('never more than five in the 48 hours behind a word, nor three in the minute behind a tap', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let quota: Quota = {};
      let now = start;
      const sent: number[] = [];
      const words: number[] = [];
      const acts: number[] = [];
      for (const { after, do: what } of steps) {
        now += after * 1000;
        if (what === 'send') {
          if (leftNow(quota, instantOf(now)) === 0) continue;
          quota = spent(quota);
          sent.push(now);
          const word = words.at(-1);
          const act = acts.at(-1);
          const bySince = (since: number | undefined, ms: number, most: number): boolean =>
            since !== undefined && now < since + ms && sent.filter((s) => s >= since).length <= most;
          expect(
            bySince(word, quotaRules.words.ms, quotaRules.words.count) ||
              bySince(act, quotaRules.act.ms, quotaRules.act.count),
          ).toBe(true);
        } else {
          quota = allowedBy(quota, what, instantOf(now));
          // A second act within the same instant is no new one.
          const list = what === 'words' ? words : acts;
          if (list.at(-1) !== now) list.push(now);
        }
      }
    }),
  );
});

test('a word gives five for two days, a tap three for a minute, and they do not add up', () => {
  const both = allowedBy(allowedBy({}, 'words', at(0)), 'act', at(1));
  expect([leftNow({}, at(0)), leftNow(both, at(1)), openUntil(both, at(1))]).toEqual([0, 5, at(48 * 60)]);
  const used = [1, 2, 3, 4, 5].reduce((quota) => spent(quota), both);
  expect([leftNow(used, at(1)), leftNow(allowedBy(used, 'act', at(2)), at(2))]).toEqual([0, 3]);
  expect(openUntil(allowedBy({}, 'act', at(0)), at(1))).toBeUndefined();
});

test('a repeated or late word changes nothing, a new one begins anew', () => {
  const used = spent(spent(allowedBy({}, 'words', at(5))));
  expect(allowedBy(used, 'words', at(5))).toEqual(used);
  expect(allowedBy(used, 'words', at(3))).toEqual(used);
  expect(leftNow(allowedBy(used, 'words', at(6)), at(6))).toBe(5);
});

test('what the platform says counts more than our count', () => {
  const fresh = allowedBy({}, 'words', at(0));
  expect(openUntil(corrected(fresh, 'outside-window', at(1)), at(1))).toBeUndefined();
  const empty = corrected(fresh, 'count-used', at(1));
  expect([leftNow(empty, at(1)), openUntil(empty, at(1))]).toEqual([0, instantOf(msOf(at(0)) + 48 * HOUR)]);
  expect(leftNow(givenBack(spent(fresh)), at(1))).toBe(5);
  expect(leftNow(givenBack(fresh), at(1))).toBe(5);
});
