/** An agent files a whole list: first shown what would happen, then filed row by row; what is filed already stays as it is. */
import type { Officer } from '../../models/access/staff.ts';
import { ReleaseId, type LenderId, type OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome, type Refusal } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import { readReleases, type GoodRow } from '../../models/release/release-csv.ts';
import type { BadRow, ReleaseColumn } from '../../models/release/release-columns.ts';
import { rowKey, type FileRelease } from '../../models/release/release-row.ts';
import { readTable, type TableEncoding } from '../../models/release/table-file.ts';
import type { Deps } from '../deps.ts';
import { mandateStands } from './mandate-stands.ts';

/** Files one release; the same `id` a second time answers as the first time did. */
export type FilesRelease = (
  deps: Deps,
  input: FileRelease,
  from: { agent: Officer; lender: Pick<Lender, 'id' | 'name'> },
) => Promise<Outcome<{ number: string }>>;

export type ImportedRow = {
  line: number;
  plate: string;
  what: 'new' | 'known' | 'filed' | 'refused';
  number?: string;
  refusal?: Refusal;
};
export type Imported =
  | { read: true; encoding: TableEncoding; dry: boolean; rows: ImportedRow[]; bad: BadRow[] }
  | { read: false; fault: 'empty' | 'no-rows' | 'too-many-rows' | 'columns'; missing?: ReleaseColumn[] };

/** Rows at a time: quick enough for a list, gentle enough for the table. */
const ABREAST = 8;

export async function importReleases(
  deps: Deps,
  by: Officer,
  { bytes, dry, office }: { bytes: Uint8Array; dry: boolean; office?: OfficeId | undefined },
  file: FilesRelease,
): Promise<Outcome<Imported>> {
  const stands = await mandateStands(deps, by.id, deps.now(), office);
  if (!stands.ok) return stands;
  const { lender } = stands.value;
  const table = readTable(bytes);
  if (table === undefined) return refused('bad-input', 'the list cannot be read');
  const list = readReleases(table.text);
  if (!list.ok) {
    const { ok: _ok, ...why } = list;
    return done({ read: false, ...why });
  }
  const rows = dry ? await foreseen(deps, lender.id, list.good) : await filed(deps, by, lender, list.good, file);
  return done({ read: true, encoding: table.encoding, dry, rows, bad: list.bad });
}

async function foreseen(deps: Deps, lender: LenderId, good: readonly GoodRow[]): Promise<ImportedRow[]> {
  const known = await deps.releaseRows.known(
    lender,
    good.map(({ row }) => rowKey(row)),
  );
  return good.map(({ line, row }) => ({
    line,
    plate: row.plate,
    what: known.has(rowKey(row)) ? 'known' : 'new',
  }));
}

async function filed(
  deps: Deps,
  by: Officer,
  lender: Pick<Lender, 'id' | 'office' | 'name'>,
  good: readonly GoodRow[],
  file: FilesRelease,
): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for (let from = 0; from < good.length; from += ABREAST)
    rows.push(
      ...(await Promise.all(good.slice(from, from + ABREAST).map((one) => fileOne(deps, by, lender, one, file)))),
    );
  return rows;
}

/** The id is kept before the release is filed under it: a broken import that is begun anew files nothing twice. */
async function fileOne(
  deps: Deps,
  by: Officer,
  lender: Pick<Lender, 'id' | 'office' | 'name'>,
  { line, row }: GoodRow,
  file: FilesRelease,
): Promise<ImportedRow> {
  const key = rowKey(row);
  const reserved = await deps.releaseRows.reserve(lender.id, key, ReleaseId.parse(deps.newId()));
  const { plate } = row;
  if (reserved.filed) return { line, plate, what: 'known' };
  const input = { ...row, id: reserved.release, office: lender.office, lender: lender.id };
  const answer = await file(deps, input, { agent: by, lender });
  if (!answer.ok) return { line, plate, what: 'refused', refusal: answer.refusal };
  await deps.releaseRows.filed(lender.id, key);
  return { line, plate, what: 'filed', number: answer.value.number };
}
