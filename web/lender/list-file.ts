/** What the page does with files by itself: the template, and the rows to mend as a list of their own. */
import { CSV_BEGIN, csvRow } from '../../models/aftermath/safe-cell.ts';
import { parseCsv } from '../../models/guidance/csv.ts';
import { columnNames, releaseColumns, type BadRow } from '../../models/release/release-columns.ts';
import { readTable } from '../../models/release/table-file.ts';
import type { LenderWords } from './words.ts';

/** The example's plate is none, so that a row left standing is told and never filed. */
const example = ['示例：宁A12345', '100042', '640012345678', 'HT-2026-001', '王小军', '13900000000', '银行'];

export const template = (): string =>
  CSV_BEGIN + csvRow(releaseColumns.map((column) => columnNames[column][0])) + csvRow(example);

export const saysFaults = (words: LenderWords, { faults }: BadRow): string[] =>
  faults.map(({ column, fault, line }) => {
    const said = words.fault(column === undefined ? undefined : words.columns[column], fault, line);
    const hint = column === undefined || fault === 'rounded' ? undefined : words.hints[column];
    return hint === undefined ? said : `${said}（${hint}）`;
  });

/** The heading and the bad rows as they were written, with what to mend behind each. */
export function rowsToMend(words: LenderWords, bytes: Uint8Array, bad: readonly BadRow[]): string {
  const { rows } = parseCsv(readTable(bytes)?.text ?? '');
  const [head, ...body] = rows;
  const byLine = new Map(bad.map((one) => [one.line, one] as const));
  return (
    CSV_BEGIN +
    csvRow([...(head?.fields ?? []), words.badColumn]) +
    body
      .flatMap(({ line, fields }) => {
        const one = byLine.get(line);
        return one === undefined ? [] : [csvRow([...fields, saysFaults(words, one).join('；')])];
      })
      .join('')
  );
}

export function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it up by the next turn of its loop.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** In pieces: an argument list has its limit. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
