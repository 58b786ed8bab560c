/** Looks figures up: a day is one item, however many matters it counts; a list is read page by page. */
import type { Counts, FigureDay } from '../aftermath/audit.ts';
import type { Figures, FiledCase } from '../aftermath/figures.ts';
import type { OfficeId } from '../ids.ts';
import { addDays, type Day } from '../time.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

const countsIn = (item: Item | undefined): Counts =>
  Object.fromEntries(
    Object.entries(item ?? {})
      .filter(([name, n]) => name.startsWith('n:') && n !== 0)
      .map(([name, n]) => [name.slice(2), n as number]),
  );

export function openFigureStore(table: Table): Figures {
  const daysOf = async (pk: string, office: OfficeId, from: Day, to: Day): Promise<FigureDay[]> => {
    const items = await table.queryAll({ pk, from, to });
    const days = new Map(items.map((item) => [item['sk'] as Day, countsIn(item)]));
    const out: FigureDay[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) out.push({ office, day, counts: days.get(day) ?? {} });
    return out;
  };
  return {
    between: (office, from, to) => daysOf(keys.figure(office, from).pk, office, from, to),
    brokenDown: (office, from, to) => daysOf(keys.figureBy(office, from).pk, office, from, to),
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
