/** Puts the guidance figures together from the days' counts, and from nothing else. */
import type { Counts } from './audit.ts';
import type { GuideRow, Measure, MeasureName, MedianTime } from './guidance-views.ts';
import { medianOf, type Timed } from './histogram.ts';
import type { FigureName } from './figure-names.ts';
import type { Ratio } from './oversight-views.ts';
import { counted, ratio } from './promises.ts';

/**
 * What each measure is, event by event; a talk that is handed over on a later day counts as handed over on that day.
 *
 * by-assistant: talks begun less talks handed over, of talks begun. by-officer: talks that an officer took, of talks begun; left out of
 * it are waits that were given up and messages left. understood: guides and small answers given, of those and messages not understood.
 * guide-helped: guides given less those that failed, of guides given. solved: who said 解决了, of those and who said 没解决; silence is
 * neither. satisfied: the three upper grades, of all grades; who rated a live guidance in the talk is among them. by-live: live guidances
 * begun, of talks begun. live-begun: of those asked for by either side and not called off; whom nobody answered in time is missed.
 * live-solved: ended as solved, of all that ended; a line that was cut is not solved.
 */
const measured: Record<MeasureName, (sum: Counts) => [number, number]> = {
  'by-assistant': (sum) => [less(sum, 'talk-begun', 'talk-handed-over'), counted(sum, 'talk-begun')],
  'by-officer': (sum) => [counted(sum, 'talk-taken'), counted(sum, 'talk-begun')],
  'by-live': (sum) => [counted(sum, 'live-begun'), counted(sum, 'talk-begun')],
  understood: (sum) => both(sum, 'topic-asked', 'not-understood'),
  'guide-helped': (sum) => [less(sum, 'topic-asked', 'guide-failed'), counted(sum, 'topic-asked')],
  solved: (sum) => both(sum, 'talk-solved', 'talk-unsolved'),
  satisfied: (sum) => both(sum, 'talk-satisfied', 'talk-dissatisfied'),
  'live-begun': (sum) => both(sum, 'live-begun', 'live-missed'),
  'live-solved': (sum) => both(sum, 'live-solved', 'live-unsolved'),
};
const less = (sum: Counts, whole: FigureName, part: FigureName): number =>
  Math.max(0, counted(sum, whole) - counted(sum, part));
const both = (sum: Counts, kept: FigureName, missed: FigureName): [number, number] => [
  counted(sum, kept),
  counted(sum, kept) + counted(sum, missed),
];

const lists: Record<MeasureName, Pick<Measure, 'kept' | 'missed' | 'whole'>> = {
  'by-assistant': { missed: 'talk-handed-over', whole: 'talk-begun' },
  'by-officer': { kept: 'talk-taken', whole: 'talk-begun' },
  'by-live': { kept: 'live-begun', whole: 'talk-begun' },
  understood: { kept: 'topic-asked', missed: 'not-understood' },
  'guide-helped': { missed: 'guide-failed', whole: 'topic-asked' },
  solved: { kept: 'talk-solved', missed: 'talk-unsolved' },
  satisfied: { kept: 'talk-satisfied', missed: 'talk-dissatisfied' },
  'live-begun': { kept: 'live-begun', missed: 'live-missed', whole: 'live-asked' },
  'live-solved': { kept: 'live-solved', missed: 'live-unsolved' },
};

const leftOut: Partial<Record<MeasureName, (sum: Counts) => Measure['excluded']>> = {
  'by-officer': (sum) => [
    { why: 'wait-cancelled', count: sum['wait-cancelled'] ?? 0 },
    { why: 'message-left', count: sum['message-left'] ?? 0 },
  ],
  'live-begun': (sum) => [{ why: 'live-cancelled', count: sum['live-cancelled'] ?? 0 }],
  solved: (sum) => [{ why: 'said-nothing', count: rest(sum, 'topic-asked', 'talk-solved', 'talk-unsolved') }],
  satisfied: (sum) => [{ why: 'unrated', count: rest(sum, 'talk-begun', 'talk-satisfied', 'talk-dissatisfied') }],
};
const rest = (sum: Counts, whole: FigureName, ...parts: FigureName[]): number =>
  Math.max(0, counted(sum, whole) - parts.reduce((n, part) => n + counted(sum, part), 0));

const ratioOf = (name: MeasureName, sum: Counts): Ratio => ratio(...measured[name](sum));

export const measuresOf = (sum: Counts, before: Counts): Measure[] =>
  (Object.keys(measured) as MeasureName[]).map((name) => ({
    name,
    ratio: ratioOf(name, sum),
    previous: ratioOf(name, before),
    ...lists[name],
    excluded: (leftOut[name]?.(sum) ?? []).filter(({ count }) => count > 0),
  }));

const timed = [
  { name: 'wait', of: 'wait', lists: ['talk-replied'] },
  { name: 'talk', of: 'talk', lists: ['talk-ended'] },
  { name: 'wait-live', of: 'wait', lists: ['live-begun'] },
  { name: 'live', of: 'talk', lists: ['live-solved', 'live-unsolved'] },
] as const satisfies readonly { name: MedianTime['name']; of: Timed; lists: readonly [FigureName, ...FigureName[]] }[];

export const timesOf = (sum: Counts, before: Counts): MedianTime[] =>
  timed.map(({ name, of, lists: [cases, ...more] }) => {
    const median = (counts: Counts): number | null => medianOf(of, counts, (bucket) => `h:${name}:${bucket}`);
    const count = [cases, ...more].reduce((n, figure) => n + counted(sum, figure), 0);
    return { name, median: median(sum), previous: median(before), count, cases };
  });

const MARK = '|service=';
/** Guides that were asked for or complained about, those that failed most often first. */
export function guideRows(by: Counts): GuideRow[] {
  const keys = new Set(
    Object.keys(by)
      .filter((name) => name.startsWith(`topic-asked${MARK}`) || name.startsWith(`guide-failed${MARK}`))
      .map((name) => name.slice(name.indexOf(MARK) + MARK.length)),
  );
  const of = (figure: FigureName, key: string): number => by[`${figure}${MARK}${key}`] ?? 0;
  return [...keys]
    .map((key) => ({
      key,
      asked: of('topic-asked', key),
      handedOver: of('talk-handed-over', key),
      unsolved: of('talk-unsolved', key),
      low: of('talk-dissatisfied', key),
      filed: of('received', key),
      failed: ratio(of('guide-failed', key), of('topic-asked', key)),
    }))
    .sort((a, b) => b.failed.numerator - a.failed.numerator || b.asked - a.asked || (a.key < b.key ? -1 : 1));
}
