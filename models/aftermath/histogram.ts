/** Times are counted in classes, so that the middle one of a million can be told from a dozen numbers. */
import type { Counts } from './audit.ts';

/** Upper ends in minutes, of matters working minutes; what is longer falls into the last, open class. */
const ends = {
  contact: [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480],
  answer: [30, 60, 120, 240, 420, 660, 900, 1200, 1500, 1800, 2100, 2700, 3600, 4800, 6300],
  wait: [1, 2, 3, 5, 8, 12, 20, 30, 60, 120],
  talk: [2, 5, 10, 15, 20, 30, 45, 60, 120],
} as const satisfies Record<string, readonly number[]>;
export type Timed = keyof typeof ends;

/** The class that so many minutes belong to, named by its upper end; `more` is the open one. */
export const bucketOf = (of: Timed, minutes: number): string =>
  String(ends[of].find((end) => minutes <= end) ?? 'more');

/**
 * The median in minutes, about: within its class the times are taken as evenly spread; the open class counts as its lower end. Null for
 * nothing counted. `name` makes the count's name out of a class.
 */
export function medianOf(of: Timed, counts: Counts, name: (bucket: string) => string): number | null {
  const classes = [...ends[of].map(String), 'more'];
  const numbers = classes.map((bucket) => counts[name(bucket)] ?? 0);
  const total = numbers.reduce((a, b) => a + b, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [i, n] of numbers.entries()) {
    if (before + n >= total / 2) {
      const from = i === 0 ? 0 : (ends[of][i - 1] ?? 0);
      const to = ends[of][i] ?? from;
      return Math.round(from + ((to - from) * (total / 2 - before)) / n);
    }
    before += n;
  }
  return null;
}
