/** A lender's list of releases: each row read by the names of its columns; what is wrong with a row is told by line, all at once. */
import { parseCsv, type CsvRow } from '../guidance/csv.ts';
import { columnNames, MOST_ROWS, releaseColumns, type BadRow, type ReleaseColumn } from './release-columns.ts';
import { ReleaseRow, rowKey } from './release-row.ts';

const holders: Record<string, ReleaseRow['certificateWith']> = {
  车主: 'owner',
  客户: 'owner',
  本人: 'owner',
  银行: 'lender',
  我行: 'lender',
  我司: 'lender',
  贷款方: 'lender',
  金融机构: 'lender',
  公司: 'lender',
};

export type GoodRow = { line: number; row: ReleaseRow };
export type ReleaseTable =
  | { ok: true; good: GoodRow[]; bad: BadRow[] }
  | { ok: false; fault: 'empty' | 'no-rows' | 'too-many-rows' }
  | { ok: false; fault: 'columns'; missing: ReleaseColumn[] };

const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s（）()*:：_-]/gu, '')
    .toUpperCase();
const columnOf = new Map<string, ReleaseColumn>(
  releaseColumns.flatMap((column) => columnNames[column].map((name) => [plainName(name), column] as const)),
);

export function readReleases(text: string): ReleaseTable {
  const { rows, unclosedQuoteAt } = parseCsv(commaed(text));
  const [head, ...rest] = rows;
  if (head === undefined) return { ok: false, fault: 'empty' };
  const places = new Map<ReleaseColumn, number>();
  head.fields.forEach((name, place) => {
    const column = columnOf.get(plainName(name));
    if (column !== undefined && !places.has(column)) places.set(column, place);
  });
  const missing = releaseColumns.filter((column) => !places.has(column));
  if (missing.length > 0) return { ok: false, fault: 'columns', missing };
  const body = rest.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  if (body.length === 0) return { ok: false, fault: 'no-rows' };
  if (body.length > MOST_ROWS) return { ok: false, fault: 'too-many-rows' };
  return { ok: true, ...sorted(body, places, unclosedQuoteAt) };
}

function sorted(
  body: readonly CsvRow[],
  places: ReadonlyMap<ReleaseColumn, number>,
  unclosedQuoteAt: number | undefined,
): { good: GoodRow[]; bad: BadRow[] } {
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  const firstLine = new Map<string, number>();
  for (const { line, fields } of body) {
    if (unclosedQuoteAt !== undefined && line >= unclosedQuoteAt) {
      bad.push({ line, faults: [{ fault: 'quote' }] });
      continue;
    }
    const read = rowFrom((column) => cellOf(fields[places.get(column) ?? -1] ?? ''));
    if (Array.isArray(read)) {
      bad.push({ line, faults: read });
      continue;
    }
    const key = rowKey(read);
    const earlier = firstLine.get(key);
    if (earlier === undefined) {
      firstLine.set(key, line);
      good.push({ line, row: read });
    } else bad.push({ line, faults: [{ fault: 'twice', line: earlier }] });
  }
  return { good, bad };
}

function rowFrom(read: (column: ReleaseColumn) => string): ReleaseRow | BadRow['faults'] {
  const wanted = {
    plate: read('plate')
      .replaceAll(/[·•・\s-]/gu, '')
      .toUpperCase(),
    // The whole number serves as well: its last six signs count.
    vinTail: vinTailOf(read('vinTail').replaceAll(/\s/gu, '').toUpperCase()),
    certificate: read('certificate').replaceAll(/[\s-]/gu, ''),
    contract: read('contract'),
    ownerName: read('ownerName'),
    ownerPhone: read('ownerPhone')
      .replaceAll(/[\s-]/gu, '')
      .replace(/^\+?86(?=1\d{10}$)/u, ''),
    certificateWith: holders[read('certificateWith').replaceAll(/\s/gu, '')],
  };
  const parsed = ReleaseRow.safeParse(wanted);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  return releaseColumns
    .filter((column) => wrong.has(column))
    .map((column) => ({
      column,
      fault: read(column) === '' ? 'missing' : isRounded(read(column)) ? 'rounded' : 'wrong',
    }));
}

const vinTailOf = (vin: string): string => (vin.length === 17 ? vin.slice(-6) : vin);
const isRounded = (text: string): boolean => /^\d(?:\.\d+)?E\+?\d+$/iu.test(text);

/** What was written, without the tricks by which Excel is made to keep a number as it is: `="640…"`, an apostrophe, a tab. */
const cellOf = (field: string): string => {
  const text = field.normalize('NFKC').trim();
  return (/^="(.*)"$/u.exec(text)?.[1] ?? text).replace(/^'/u, '').trim();
};

/** “Unicode text” of Excel parts its cells by tabs. */
function commaed(text: string): string {
  const [head = ''] = text.split('\n', 1);
  if (head.includes(',') || !head.includes('\t')) return text;
  return text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => (cell.includes(',') && !cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(','),
    )
    .join('\n');
}
