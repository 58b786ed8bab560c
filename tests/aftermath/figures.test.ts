import { showOversight } from '../../functions/aftermath/show-oversight.ts';
import { listApprovals } from '../../functions/aftermath/list-approvals.ts';
import { listCases } from '../../functions/aftermath/list-cases.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Counts } from '../../models/aftermath/audit.ts';
import { blocksWith, withWeekday, type Block } from '../../models/aftermath/blocks.ts';
import { figureNames, type FigureName } from '../../models/aftermath/figure-names.ts';
import { sumOf, type FiledCase } from '../../models/aftermath/figures.ts';
import { Approvals, CasePage, Oversight } from '../../models/aftermath/oversight-views.ts';
import { askLists, tallyOf } from '../../models/aftermath/tally.ts';
import { isOpen, ownerOf, type Complaint } from '../../models/complaint/complaint.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import { keys, type Key } from '../../models/store/keys.ts';
import type { Table } from '../../models/store/table.ts';
import { addDays, dayOf, instantOf, type Day } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';
import { crew, liveThrough, talkThrough, wiredAt, type Clock, type Run } from './busy-office.ts';
import { project } from './project.ts';

const START = Date.parse('2026-10-12T01:00:00Z');
const offices = ['yinchuan', 'yanchi'] as const;
let world: World;
let deps: Deps;
let table: Table;
let from: Day;
let to: Day;
const clock: Clock = { ms: START };
const runs: Run[] = [];

beforeAll(async () => {
  world = await openWorld('2026-11-20T02:20:00Z');
  ({ deps, table } = await wiredAt(clock));
  for (const [i, office] of offices.entries()) {
    clock.ms = START + i;
    await talkThrough(deps, clock, office, 31 + i, 9);
    clock.ms = START + i;
    runs.push(await liveThrough(deps, clock, office, 7 + i, { matters: 14, steps: 150 }));
  }
  from = dayOf(instantOf(START));
  to = dayOf(instantOf(clock.ms + 40 * 86_400_000));
  await project(world);
}, 240_000);
afterAll(() => world.stop());

const everyDay = (): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
const listed = async (office: (typeof offices)[number], figure: FigureName): Promise<FiledCase[]> => {
  const all: FiledCase[] = [];
  let start: string | undefined;
  do {
    const page = await deps.figures.cases(office, figure, from, to, 7, start);
    all.push(...page.cases);
    start = page.next;
  } while (start !== undefined);
  return all;
};
const countsAt = async (key: Key): Promise<Counts> =>
  Object.fromEntries(
    Object.entries((await table.get(key)) ?? {}).flatMap(([name, n]) =>
      name.startsWith('n:') && n !== 0 ? [[name.slice(2), n as number] as const] : [],
    ),
  );
const plain = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
const matters = (i: number): Promise<Complaint[]> => deps.complaints.several(runs[i]?.filed ?? []);

test('the run was worth looking at: most figures were counted', async () => {
  expect(runs.map((run) => run.filed.length)).toEqual([14, 14]);
  const days = await Promise.all(offices.map((office) => deps.figures.between(office, from, to)));
  const sum = sumOf(days.flat());
  const seen = figureNames.filter((figure) => (sum[`case:${figure}`] ?? 0) > 0);
  expect(seen.length).toBeGreaterThan(figureNames.length * 0.6);
});

test('days, weeks, months, breakdowns, lists, approvals and what stands now are made again from the audit lines, from nothing, and are the same', async () => {
  for (const office of offices) {
    const standing: Counts = {};
    const cases: FiledCase[] = [];
    const blocks = new Map<string, Block & { counts: Counts; by: Counts }>();
    const asks = new Map<string, Set<string>>(askLists.map((list) => [list, new Set<string>()]));
    const [days, broken, pairs, topics] = await Promise.all([
      deps.figures.between(office, from, to),
      deps.figures.brokenDown(office, from, to),
      deps.figures.pairs(office, from, to),
      deps.figures.topics(office, from, to),
    ]);
    const order: { at: string; record: string; version: number; list: string; enters: boolean }[] = [];
    for (const [i, day] of everyDay().entries()) {
      const lines = await deps.audit.onDay(office, day);
      const tallies = lines.map((line) => ({ line, tally: tallyOf(line) }));
      expect([day, plain(sumOf(tallies.map(({ tally }) => ({ counts: tally.counts }))))]).toEqual([
        day,
        days[i]?.counts,
      ]);
      expect([day, plain(sumOf(tallies.map(({ tally }) => ({ counts: tally.by }))))]).toEqual([day, broken[i]?.counts]);
      expect([day, sumOf(tallies.map(({ tally }) => ({ counts: tally.pairs })))]).toEqual([day, pairs[i]?.counts]);
      expect([day, sumOf(tallies.map(({ tally }) => ({ counts: tally.topics })))]).toEqual([day, topics[i]?.counts]);
      for (const block of blocksWith(day)) {
        const name = `${block.of} ${block.first}`;
        const sum = blocks.get(name) ?? { ...block, counts: {}, by: {} };
        blocks.set(name, sum);
        for (const { tally } of tallies) {
          const counts = block.of === 'day' ? tally.counts : withWeekday(tally.counts, day);
          sum.counts = sumOf([{ counts: sum.counts }, { counts }]);
          sum.by = sumOf([{ counts: sum.by }, { counts: tally.by }]);
        }
      }
      for (const { line, tally } of tallies) {
        for (const [name, n] of Object.entries(tally.standing)) standing[name] = (standing[name] ?? 0) + n;
        cases.push(...tally.cases.map((one) => ({ ...one, day })));
        order.push(...tally.asks.map((ask) => ({ at: line.at, record: line.record, version: line.version, ...ask })));
      }
    }
    expect([...blocks.values()].filter(({ of }) => of === 'month').length).toBeGreaterThan(2);
    for (const { of, first, counts, by } of blocks.values()) {
      const stored = await Promise.all(
        [keys.figure(office, first, of), keys.figureBy(office, first, of)].map(countsAt),
      );
      expect([of, first, ...stored]).toEqual([of, first, plain(counts), plain(by)]);
    }
    expect(plain(standing)).toEqual(await deps.figures.standing(office));
    // The engine hands maps back in any order.
    const ordered = (value: object): [string, unknown][] => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = (one: FiledCase): string => JSON.stringify(ordered({ ...one, amounts: ordered(one.amounts ?? {}) }));
    for (const figure of figureNames)
      expect([figure, (await listed(office, figure)).map(text).sort()]).toEqual([
        figure,
        cases
          .filter((one) => one.figure === figure)
          .map(text)
          .sort(),
      ]);
    order.sort((a, b) => (a.record === b.record ? a.version - b.version : a.record < b.record ? -1 : 1));
    for (const { list, record, enters } of order)
      if (enters) asks.get(list)?.add(record);
      else asks.get(list)?.delete(record);
    for (const list of askLists)
      expect([list, await deps.figures.asking(office, list)]).toEqual([list, [...(asks.get(list) ?? [])].sort()]);
  }
});

test('any period is the sum of its days, whichever blocks it is read from, and so is each weekday', async () => {
  for (const office of offices)
    for (const [begin, end] of [
      [0, 0],
      [0, 6],
      [1, 33],
      [4, 64],
      [17, 51],
      [20, 21],
      [0, 80],
    ] as const) {
      const period = { from: addDays(from, begin), to: addDays(from, end) };
      const days = await deps.figures.between(office, period.from, period.to);
      const broken = await deps.figures.brokenDown(office, period.from, period.to);
      const along = days.map(({ day, counts }) => ({ counts: withWeekday(counts, day) }));
      expect([period, ...(await deps.figures.sums(office, [period])).map(plain)]).toEqual([period, sumOf(along)]);
      expect([period, ...(await deps.figures.sumsBrokenDown(office, [period])).map(plain)]).toEqual([
        period,
        sumOf(broken),
      ]);
    }
});

test('no figure without its cases: each number of each period is the number of entries on its list', async () => {
  for (const office of offices) {
    for (const [first, last] of [
      [from, to],
      [addDays(from, 3), addDays(from, 9)],
      [addDays(from, 5), addDays(from, 5)],
    ] as const) {
      const sum = sumOf(await deps.figures.between(office, first, last));
      for (const figure of figureNames) {
        const { cases } = await deps.figures.cases(office, figure, first, last, 1000);
        expect([figure, cases.length]).toEqual([figure, sum[`case:${figure}`] ?? 0]);
      }
    }
  }
});

test('what stands now is what the matters themselves say', async () => {
  for (const [i, office] of offices.entries()) {
    const all = await matters(i);
    const standing = await deps.figures.standing(office);
    const open = all.filter(isOpen);
    const late = open.filter((c) => c.rung.includes(`${String(c.cycle)}:answer-missed`));
    expect(standing['open'] ?? 0).toBe(open.length);
    expect(standing['overdue'] ?? 0).toBe(late.length);
    expect(standing['waiting'] ?? 0).toBe(all.filter((c) => c.state.name === 'waiting-for-citizen').length);
    for (const { id } of crew(office))
      expect(standing[`open|owner=${id}`] ?? 0).toBe(open.filter((c) => ownerOf(c)?.id === id).length);
    const asking = (wants: (c: Complaint) => boolean): string[] =>
      all
        .filter(wants)
        .map((c) => `COMPLAINT#${c.id}`)
        .sort();
    expect(await deps.figures.asking(office, 'decline')).toEqual(asking((c) => c.declineAsked !== undefined));
    expect(await deps.figures.asking(office, 'report')).toEqual(
      asking((c) => c.report !== undefined && c.report.readBy === undefined),
    );
    expect(await deps.figures.asking(office, 'extension')).toEqual(
      asking((c) => c.extension !== undefined && c.extension.decidedAt === undefined && isOpen(c)),
    );
  }
});

test('every contact and answer that was promised is kept, missed, left out with a reason, or still running: none falls between', async () => {
  for (const [i, office] of offices.entries()) {
    const all = await matters(i);
    const sum = sumOf(await deps.figures.between(office, from, to));
    const standing = await deps.figures.standing(office);
    const n = (name: string): number => sum[`case:${name}`] ?? 0;
    const begun = all.reduce((cycles, c) => cycles + c.cycle, 0);
    // A matter that was merged and taken apart again was left out once and begins again.
    const unmerged = (await linesOf(office)).filter(
      (line) => line.facts?.['was.state'] === 'merged' && line.facts['state'] !== 'merged',
    );
    const again = (clock_: 'contact' | 'answer'): number =>
      unmerged.filter((line) => line.facts?.[clock_] === 'running').length;
    expect(n('response-kept') + n('response-missed') + n('response-out') + (standing['contact-running'] ?? 0)).toBe(
      begun + again('contact'),
    );
    expect(n('on-time-kept') + n('on-time-missed') + n('on-time-out') + (standing['answer-running'] ?? 0)).toBe(
      begun + again('answer'),
    );
  }
});

const linesOf = async (office: (typeof offices)[number]) =>
  (await Promise.all(everyDay().map((day) => deps.audit.onDay(office, day)))).flat();

test('the page of a period shows the promises with their counter-figures and the lists fit to them, for one office and for all', async () => {
  const [manager] = crew('yinchuan').slice(3);
  if (manager === undefined) throw new Error('no manager');
  for (const office of ['yinchuan', 'yanchi', 'all'] as const) {
    const shown = await showOversight(deps, manager, { office, from, to });
    if (!shown.ok) throw new Error(shown.refusal.detail);
    Oversight.parse(shown.value);
    for (const promise of shown.value.promises) {
      const [kept, missed] = await Promise.all(
        [promise.keptCases, promise.missedCases].map((figure) => allCases(manager, figure, office)),
      );
      expect([office, promise.name, kept, missed]).toEqual([
        office,
        promise.name,
        promise.ratio.numerator,
        promise.missed,
      ]);
    }
    const filed = { yinchuan: 14, yanchi: 14, all: 28 }[office];
    expect(shown.value.received).toBe(filed);
    expect(shown.value.byService.reduce((sum, row) => sum + row.received, 0)).toBe(filed);
    expect(shown.value.byProblem.reduce((sum, row) => sum + row.received, 0)).toBe(filed);
    expect(shown.value.byWeekday.reduce((sum, row) => sum + row.received, 0)).toBe(filed);
    expect(shown.value.byService.map((row) => row.key)).not.toContain('no-such-service');
  }
});

async function allCases(
  by: ReturnType<typeof crew>[number],
  figure: FigureName,
  office: 'all' | 'yinchuan' | 'yanchi',
) {
  let n = 0;
  let cursor: string | undefined;
  do {
    const page = await listCases(deps, by, { figure, office, from, to, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new Error(page.refusal.detail);
    CasePage.parse(page.value);
    n += page.value.rows.length;
    cursor = page.value.next;
  } while (cursor !== undefined);
  return n;
}

test('a list narrowed by service holds exactly the matters of that service', async () => {
  const [manager] = crew('yinchuan').slice(3);
  if (manager === undefined) throw new Error('no manager');
  const shown = await showOversight(deps, manager, { from, to });
  if (!shown.ok) throw new Error(shown.refusal.detail);
  for (const { key, received } of shown.value.byService) {
    const page = await listCases(deps, manager, { figure: 'received', from, to, dimension: 'service', key });
    expect([key, page.ok ? page.value.rows.length : -1]).toEqual([key, received]);
  }
});

test('no cell of the pages shows a name, a phone number or a plate in full', async () => {
  const [manager] = crew('yinchuan').slice(3);
  if (manager === undefined) throw new Error('no manager');
  const page = await listCases(deps, manager, { figure: 'received', office: 'all', from, to });
  const approvals = await listApprovals(deps, manager, { office: 'all' });
  if (!page.ok || !approvals.ok) throw new Error('refused');
  Approvals.parse(approvals.value);
  const text = JSON.stringify([page.value, approvals.value]);
  expect(text).not.toContain('王小明');
  expect(text).not.toMatch(/(?<![\d.])1[3-9]\d{9}(?!\d)/u);
  const [c] = await matters(0);
  if (c !== undefined) expect(text).toContain(matterRow(c, deps.now()).number);
});
