/** Reads a table as spreadsheet programs save it (RFC 4180): quotes, commas and line breaks inside a field, either line ending. */

export type CsvRow = { /** The line of the file on which the row begins, from 1. */ line: number; fields: string[] };

export function parseCsv(text: string): { rows: CsvRow[]; unclosedQuoteAt?: number } {
  const source = text.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let rowLine = 1;
  let quoteLine = 0;

  const endRow = (): void => {
    fields.push(field);
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: rowLine, fields });
    fields = [];
    field = '';
  };

  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === '\n') line += 1;
    if (quoted) {
      if (c !== '"') field += c;
      else if (source[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"' && field === '') {
      quoted = true;
      quoteLine = line;
    } else if (c === ',') {
      fields.push(field);
      field = '';
    } else if (c === '\n') {
      endRow();
      rowLine = line;
    } else if (c !== '\r' || source[i + 1] !== '\n') field += c;
  }
  if (field !== '' || fields.length > 0) endRow();
  return quoted ? { rows, unclosedQuoteAt: quoteLine } : { rows };
}
