import fc from 'fast-check';
import { blocksOf, blocksWith, lastDayOf } from '../../models/aftermath/blocks.ts';
import { addDays, type Day } from '../../models/time.ts';

const anyDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01' as Day, n));
const anyLength = fc.integer({ min: 0, max: 399 });

test('a period’s blocks follow one another without gap or overlap, and are blocks that each of their days is counted in', () => {
  fc.assert(
    fc.property(anyDay, anyLength, (from, length) => {
      const to = addDays(from, length);
      let next = from;
      for (const block of blocksOf({ from, to })) {
        expect(block.first).toBe(next);
        for (let day = block.first; day <= lastDayOf(block); day = addDays(day, 1))
          expect(blocksWith(day)).toContainEqual(block);
        next = addDays(lastDayOf(block), 1);
      }
      expect(next).toBe(addDays(to, 1));
    }),
  );
});

test('even the longest period is at most forty-five blocks, and a calendar year is its twelve months', () => {
  fc.assert(
    fc.property(anyDay, anyLength, (from, length) => {
      expect(blocksOf({ from, to: addDays(from, length) }).length).toBeLessThanOrEqual(45);
    }),
  );
  expect(blocksOf({ from: '2026-01-01' as Day, to: '2026-12-31' as Day }).map(({ of }) => of)).toEqual(
    Array(12).fill('month'),
  );
  expect(blocksOf({ from: '2024-02-01' as Day, to: '2024-02-29' as Day })).toEqual([
    { of: 'month', first: '2024-02-01' },
  ]);
});
