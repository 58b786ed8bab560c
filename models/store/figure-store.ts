/** Looks figures up: a day, a week and a month are one item each, however many matters they count; a list is read page by page. */
import type { Counts, FigureDay } from '../aftermath/audit.ts';
import { blocksOf, withWeekday, type Block, type Period } from '../aftermath/blocks.ts';
import { sumOf, type Figures, type FiledCase } from '../aftermath/figures.ts';
import type { OfficeId } from '../ids.ts';
import { addDays, type Day } from '../time.ts';
import { keys, type Key } from './keys.ts';
import type { Item, Table } from './table.ts';

/** A plain loop: a year's page meets tens of thousands of names. */
function countsIn(item: Item | undefined): Counts {
  const counts: Counts = {};
  for (const name in item) if (name.startsWith('n:') && item[name] !== 0) counts[name.slice(2)] = item[name] as number;
  return counts;
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

export function openFigureStore(table: Table): Figures {
  const daysOf = async (pk: string, office: OfficeId, from: Day, to: Day): Promise<FigureDay[]> => {
    const items = await table.queryAll({ pk, from, to });
    const days = new Map(items.map((item) => [item['sk'] as Day, countsIn(item)]));
    const out: FigureDay[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) out.push({ office, day, counts: days.get(day) ?? {} });
    return out;
  };
  const sumsOf = async (
    key: (block: Block) => Key,
    periods: readonly Period[],
    counted: (counts: Counts, block: Block) => Counts = (counts) => counts,
  ): Promise<Counts[]> => {
    const parts = periods.map((period) => blocksOf(period).map((block) => ({ block, key: key(block) })));
    // Periods may share blocks: a week of the trend is also one of the month.
    const wanted = new Map(parts.flat().map((part) => [nameOf(part.key), part.key]));
    const items = await table.batchGet([...wanted.values()]);
    const counts = new Map(items.map((item) => [nameOf(item as Key), countsIn(item)]));
    return parts.map((blocks) =>
      sumOf(blocks.map((part) => ({ counts: counted(counts.get(nameOf(part.key)) ?? {}, part.block) }))),
    );
  };
  return {
    between: (office, from, to) => daysOf(keys.figure(office, from).pk, office, from, to),
    brokenDown: (office, from, to) => daysOf(keys.figureBy(office, from).pk, office, from, to),
    pairs: (office, from, to) => daysOf(keys.figurePairs(office, from).pk, office, from, to),
    topics: (office, from, to) => daysOf(keys.figureTopics(office, from).pk, office, from, to),
    sums: (office, periods) =>
      sumsOf(
        ({ of, first }) => keys.figure(office, first, of),
        periods,
        (counts, { of, first }) => (of === 'day' ? withWeekday(counts, first) : counts),
      ),
    sumsBrokenDown: (office, periods) => sumsOf(({ of, first }) => keys.figureBy(office, first, of), periods),
    standing: async (office) => countsIn(await table.get(keys.standing(office))),
    async cases(office, figure, from, to, limit, start) {
      const { pk } = keys.counted(office, figure, '');
      const page = await table.query({
        pk,
        from,
        to: `${to}~`,
        limit,
        backwards: true,
        ...(start === undefined ? {} : { start: { pk, sk: start } }),
      });
      return {
        cases: page.items.map((item) => item['counted'] as FiledCase),
        ...(page.next === undefined ? {} : { next: page.next.sk }),
      };
    },
    async asking(office, list) {
      return (await table.queryAll({ pk: keys.asking(office, list, '').pk })).map((item) => item['sk'] as string);
    },
  };
}
