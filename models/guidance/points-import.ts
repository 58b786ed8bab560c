/** Turns an office's list of service points into records; what cannot be read is told by line and reason, in words for its keeper. */
import type { OfficeId } from '../ids.ts';
import { offices } from '../office/offices.ts';
import { Day, addDays } from '../time.ts';
import { serviceById, services } from './catalogue.ts';
import { parseCsv } from './csv.ts';
import { PointKind, ServicePoint, pointKindNames } from './point.ts';
import { parseHours, parseVisits } from './point-hours.ts';
import type { ServiceId } from './service.ts';

export type BadRow = { line: number; reason: string };
export type ImportedPoints = { good: ServicePoint[]; bad: BadRow[] };

/** Where points are kept; `same` means that nothing was written. */
export type PointStore = { save(point: ServicePoint): Promise<'new' | 'changed' | 'same'> };

/** The columns of the file, in either language. */
export const pointColumns = {
  id: '编号',
  office: '车管所',
  name: '名称',
  kind: '类型',
  lat: '纬度',
  lon: '经度',
  address: '地址',
  hours: '开放时间',
  services: '业务',
  visits: '流动日期',
  valid_from: '生效日期',
  example: '示例',
} as const;
type Column = keyof typeof pointColumns;
const columns = Object.keys(pointColumns) as Column[];
const optional: readonly Column[] = ['hours', 'visits', 'example'];

type Read = (column: Column) => string;

/** Written like a day and on the calendar: not 2026-02-31. */
const isRealDay = (text: string): boolean => {
  const day = Day.safeParse(text);
  return day.success && !Number.isNaN(Date.parse(day.data)) && addDays(day.data, 0) === day.data;
};

const oneOf = <T extends string>(known: readonly { id: T; names: readonly string[] }[], text: string): T | undefined =>
  known.find((k) => k.id === text || k.names.includes(text))?.id;

const officeFrom = (text: string): OfficeId | undefined =>
  oneOf(
    offices.map((o) => ({ id: o.id, names: [o.nameZh, o.shortZh] })),
    text,
  );
const kindFrom = (text: string): PointKind | undefined =>
  oneOf(
    PointKind.options.map((id) => ({ id, names: [pointKindNames[id].zh] })),
    text,
  );

const byName: ReadonlyMap<string, ServiceId> = new Map(
  services.flatMap((s) => [s.nameZh, ...s.aliases].map((name): [string, ServiceId] => [name, s.id])),
);

function servicesFrom(text: string): { known: ServiceId[]; unknown: string[] } {
  const known: ServiceId[] = [];
  const unknown: string[] = [];
  const parts = text.split(/[;；|\n]/).map((p) => p.trim());
  for (const part of parts.filter((p) => p !== '')) {
    const id = serviceById(part)?.id ?? byName.get(part);
    if (id === undefined) unknown.push(part);
    else if (!known.includes(id)) known.push(id);
  }
  return { known, unknown };
}

/** Every reason at once, so that a row is mended in one go. */
function pointFrom(read: Read): ServicePoint | string[] {
  const wrong: string[] = [];
  const office = officeFrom(read('office'));
  if (office === undefined)
    wrong.push(`车管所“${read('office')}”不认识，应为${offices.map((o) => o.shortZh).join('、')}`);
  const kind = kindFrom(read('kind'));
  if (kind === undefined) wrong.push(`类型“${read('kind')}”不认识`);
  const hours = parseHours(read('hours'));
  if (!hours.ok) wrong.push(`开放时间看不懂：“${hours.at}”`);
  const visits = parseVisits(read('visits'));
  if (!visits.ok) wrong.push(`流动日期看不懂：“${visits.at}”`);
  const { known, unknown } = servicesFrom(read('services'));
  if (unknown.length > 0) wrong.push(`业务“${unknown.join('、')}”不在目录里`);
  if (known.length === 0 && unknown.length === 0) wrong.push('没有写业务');
  const leaves = offices.find((o) => o.id === office)?.leaves ?? [];
  const outside = known.filter((id) => leaves.includes(id));
  if (outside.length > 0) wrong.push(`业务“${outside.join('、')}”不归这个车管所办`);
  if (read('name') === '') wrong.push('没有写名称');
  if (read('address') === '') wrong.push('没有写地址');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(read('id'))) wrong.push(`编号“${read('id')}”只能用小写字母、数字和短横`);
  if (!isRealDay(read('valid_from'))) wrong.push(`生效日期“${read('valid_from')}”应写成2026-11-01这样`);
  const [lat, lon] = (['lat', 'lon'] as const).map((c) => (read(c) === '' ? NaN : Number(read(c))));
  const position = ServicePoint.shape;
  if (!position.lat.safeParse(lat).success || !position.lon.safeParse(lon).success)
    wrong.push(`经纬度“${read('lat')}，${read('lon')}”不在宁夏，看看是不是填反了`);
  if (hours.ok && visits.ok && visits.visits.length === 0 && hours.weekly.every((d) => d.length === 0))
    wrong.push('开放时间和流动日期至少要有一样');
  if (wrong.length > 0 || !hours.ok || !visits.ok) return wrong;
  return ServicePoint.parse({
    id: read('id'),
    office,
    nameZh: read('name'),
    kind,
    lat,
    lon,
    address: read('address'),
    weekly: hours.weekly,
    visits: visits.visits,
    services: known,
    example: /^(1|是|yes|true)$/i.test(read('example')),
    validFrom: read('valid_from'),
  });
}

export function importPoints(csv: string): ImportedPoints {
  const { rows, unclosedQuoteAt } = parseCsv(csv);
  const [head, ...body] = rows;
  if (head === undefined) return { good: [], bad: [{ line: 1, reason: '文件是空的' }] };
  const names = head.fields.map((f) => f.trim());
  const at = (column: Column): number =>
    names.findIndex((n) => n.toLowerCase() === column || n === pointColumns[column]);
  const missing = columns.filter((c) => at(c) < 0 && !optional.includes(c));
  if (missing.length > 0)
    return {
      good: [],
      bad: [{ line: head.line, reason: `缺少列：${missing.map((c) => `${pointColumns[c]}（${c}）`).join('、')}` }],
    };

  const good: ServicePoint[] = [];
  const bad: BadRow[] = unclosedQuoteAt === undefined ? [] : [{ line: unclosedQuoteAt, reason: '引号没有配对' }];
  const firstLine = new Map<string, number>();
  for (const { line, fields } of body) {
    if (fields.every((f) => f.trim() === '') || line === unclosedQuoteAt) continue;
    const point = pointFrom((column) => (fields[at(column)] ?? '').trim());
    if (Array.isArray(point)) {
      bad.push({ line, reason: point.join('；') });
      continue;
    }
    const earlier = firstLine.get(point.id);
    if (earlier === undefined) {
      firstLine.set(point.id, line);
      good.push(point);
    } else bad.push({ line, reason: `编号“${point.id}”在第${String(earlier)}行已经有了` });
  }
  return { good, bad: bad.sort((a, b) => a.line - b.line) };
}
