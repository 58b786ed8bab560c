import fc from 'fast-check';
import { parseCsv } from '../../models/guidance/csv.ts';
import { parseHours, parseVisits } from '../../models/guidance/point-hours.ts';
import { type PointStore, importPoints } from '../../models/guidance/points-import.ts';
import type { ServicePoint } from '../../models/guidance/point.ts';
import { main, runImport } from '../../scripts/import-points.ts';

const head = 'id,office,name,kind,lat,lon,address,hours,services,visits,valid_from,example';
const good =
  'zn-1,中宁,喊叫水交警中队,交警中队,37.05,105.61,中宁县喊叫水乡,周一至周五 09:00-12:00 14:00-17:30,补行驶证；owner-contact-filing,,2026-11-01,是';
const csv = (...rows: string[]): string => [head, ...rows].join('\r\n');

/** A store that behaves as promised: `same` when nothing differs. */
function memory(): PointStore & { kept: Map<string, ServicePoint>; writes: number } {
  const kept = new Map<string, ServicePoint>();
  const store = {
    kept,
    writes: 0,
    save: (point: ServicePoint) => {
      const before = kept.get(point.id);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(point))
        return Promise.resolve('same' as const);
      kept.set(point.id, point);
      store.writes += 1;
      return Promise.resolve(before === undefined ? ('new' as const) : ('changed' as const));
    },
  };
  return store;
}

test('a good row becomes a point, with Chinese names for office, kind and services', () => {
  const { good: points, bad } = importPoints(csv(good));
  expect(bad).toEqual([]);
  expect(points).toEqual([
    expect.objectContaining({
      id: 'zn-1',
      office: 'zhongning',
      kind: 'squadron',
      services: ['replace-vehicle-licence', 'owner-contact-filing'],
      example: true,
    }),
  ]);
  expect(points[0]?.weekly[1]).toEqual([
    { from: 540, to: 720 },
    { from: 840, to: 1050 },
  ]);
  expect(points[0]?.weekly[0]).toEqual([]);
});

test('bad rows are told by line with every reason at once, and good rows go in', () => {
  const { good: points, bad } = importPoints(
    csv(
      good,
      'zn-2,固原,甲,交警中队,37.05,105.61,某乡,周一 09:00-12:00,补行驶证,,2026-11-01,',
      'zn-3,中宁,,商店,105.61,37.05,某乡,九点到十二点,买菜,,2026-02-31,',
      good.replace('喊叫水交警中队', '另一个'),
      'pl-1,平罗,视频点,政务服务大厅,38.9,106.5,平罗县城,周一至周五 09:00-17:00,mortgage-release-video,,2026-11-01,',
    ),
  );
  expect(points.map((p) => p.id)).toEqual(['zn-1']);
  expect(bad.map((b) => b.line)).toEqual([3, 4, 5, 6]);
  expect(bad[0]?.reason).toContain('车管所“固原”不认识');
  for (const said of [
    '类型“商店”不认识',
    '开放时间看不懂',
    '业务“买菜”不在目录里',
    '没有写名称',
    '生效日期“2026-02-31”',
    '不在宁夏，看看是不是填反了',
  ])
    expect(bad[1]?.reason).toContain(said);
  expect(bad[2]?.reason).toBe('编号“zn-1”在第2行已经有了');
  expect(bad[3]?.reason).toContain('不归这个车管所办');
});

test('a row is counted from the line on which it begins, also when a field has line breaks', () => {
  const { bad } = importPoints(
    csv(
      good.replace('中宁县喊叫水乡', '"中宁县\n喊叫水乡\n政府旁"'),
      'zn-9,中宁,乙,邮政网点,37,105,丙,,补行驶证,,2026-11-01,',
    ),
  );
  expect(bad).toEqual([{ line: 5, reason: '开放时间和流动日期至少要有一样' }]);
});

test('Chinese column names in any order do as well, and a missing column is named', () => {
  expect(importPoints('编号,名称\nx,y').bad[0]?.reason).toContain('缺少列：车管所（office）');
  const swapped = `生效日期,编号,车管所,名称,类型,纬度,经度,地址,业务,流动日期\n2026-11-01,zn-m,中宁,流动车,流动车管所,37.05,105.61,喊叫水乡政府,licence-replace-lost,2026-11-25 09:00-12:00；2026-12-02 9:00-12:00`;
  expect(importPoints(swapped).good[0]?.visits).toHaveLength(2);
});

test('an empty file and an unclosed quote are told, not thrown', () => {
  expect(importPoints('').bad).toEqual([{ line: 1, reason: '文件是空的' }]);
  expect(importPoints(csv(good, '"zn-2,中宁')).bad).toEqual([{ line: 3, reason: '引号没有配对' }]);
});

test('importing the same file a second time changes nothing', async () => {
  const store = memory();
  const printed: string[] = [];
  const first = await runImport(csv(good, 'x,y,z'), store, (line) => printed.push(line));
  expect(first).toEqual({ new: 1, changed: 0, same: 0, bad: 1 });
  expect(printed[0]).toMatch(/^第3行没有导入：/u);
  const again = await runImport(csv(good, 'x,y,z'), store, () => undefined);
  expect(again).toEqual({ new: 0, changed: 0, same: 1, bad: 1 });
  expect(store.writes).toBe(1);
  expect(await runImport(csv(good.replace('37.05', '37.06')), store, () => undefined)).toMatchObject({ changed: 1 });
});

test('the command says what is wrong in one sentence', async () => {
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  expect(await main(undefined, memory(), print)).toBe(2);
  expect(await main('nowhere.csv', memory(), print)).toBe(2);
  expect(await main('list.csv', memory(), print, () => Promise.resolve(csv(good)))).toBe(0);
  expect(printed).toEqual([
    expect.stringContaining('用法'),
    '打不开文件 nowhere.csv',
    '新增1个，更新0个，没变0个，没导入0行。',
  ]);
});

test('whatever text comes in, nothing is thrown and every data row is either good or bad', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 12, maxLength: 12 }), { maxLength: 5 }),
      (rows) => {
        const quoted = rows.map((r) => r.map((f) => `"${f.replaceAll('"', '""')}"`).join(','));
        const { good: points, bad } = importPoints(csv(...quoted));
        const filled = rows.filter((r) => r.some((f) => f.trim() !== ''));
        expect(points.length + bad.length).toBe(filled.length);
      },
    ),
  );
});

test('what is written by the rules of the format is read back', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '中', ' ') });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, end) => {
        const text = rows.map((r) => r.map((f) => `"${f.replaceAll('"', '""')}"`).join(',')).join(end);
        expect(parseCsv(`\uFEFF${text}`).rows.map((r) => r.fields)).toEqual(rows);
      },
    ),
  );
});

test.each([
  ['周一至周五 09:00-12:00 14:00-17:30；周六 9:00-12:00', [0, 2, 2, 2, 2, 2, 1]],
  ['1-7 00:00-24:00', [1, 1, 1, 1, 1, 1, 1]],
  ['周六至周日 10:00-16:00', [1, 0, 0, 0, 0, 0, 1]],
  ['', [0, 0, 0, 0, 0, 0, 0]],
])('hours %s are understood', (text, windows) => {
  const parsed = parseHours(text);
  expect(parsed.ok && parsed.weekly.map((d) => d.length)).toEqual(windows);
});

test.each([
  '周一 25:00-26:00',
  '周八 09:00-10:00',
  '周一',
  '周一 12:00-09:00',
  '周一 09:00-12:00 11:00-13:00',
  '每天早上',
])('hours %s are refused', (text) => {
  expect(parseHours(text).ok).toBe(false);
});

test('a visit on a day that does not exist is refused', () => {
  expect(parseVisits('2026-02-30 09:00-12:00').ok).toBe(false);
  expect(parseVisits('2026-11-25 09:00-12:00').ok).toBe(true);
});
