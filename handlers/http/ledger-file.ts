/** Writes the ledger as a file: CSV as Excel expects it, or a workbook, row by row as the pages come in. */
import { PassThrough } from 'node:stream';
import { CSV_BEGIN, csvRow, safeCell } from '../../models/aftermath/safe-cell.ts';
import type { LedgerRow } from '../../models/aftermath/ledger.ts';
import { ledgerColumns, ledgerWords } from '../../models/phrasebook/ledger-words.ts';

type Rows = AsyncIterable<LedgerRow[]>;
const cellsOf = (row: LedgerRow): string[] => ledgerColumns.map(([name]) => row[name]);
const titles = ledgerColumns.map(([, title]) => title);

async function csvFile(pages: Rows): Promise<Buffer> {
  const parts = [Buffer.from(CSV_BEGIN + csvRow(titles))];
  for await (const rows of pages) parts.push(Buffer.from(rows.map((row) => csvRow(cellsOf(row))).join('')));
  return Buffer.concat(parts);
}

async function xlsxFile(pages: Rows): Promise<Buffer> {
  // A megabyte of code that only this one request needs.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  const read = (async () => {
    for await (const part of stream) parts.push(part as Buffer);
  })();
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(ledgerWords.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = ledgerColumns.map(([name, title]) => ({
    header: title,
    key: name,
    width: name === 'what' || name === 'log' ? 48 : name === 'title' || name === 'declineReasons' ? 30 : 16,
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for await (const rows of pages) for (const row of rows) sheet.addRow(cellsOf(row).map(safeCell)).commit();
  sheet.commit();
  await book.commit();
  await read;
  return Buffer.concat(parts);
}

export const ledgerFiles = {
  csv: { write: csvFile, type: 'text/csv; charset=utf-8' },
  xlsx: { write: xlsxFile, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;
