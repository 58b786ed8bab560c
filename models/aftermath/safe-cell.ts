/** A cell of a spreadsheet that a stranger may have written: it is shown as it is and never reckoned with. */

/**
 * What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width (OWASP, CSV injection), is put behind an
 * apostrophe. Control characters other than a new line are dropped: XML has no place for them.
 */
export const safeCell = (text: string): string => {
  const clean = text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/gu, '');
  return /^[\s\u00A0\u200B\uFEFF]*[=+\-@＝＋－＠|%]/u.test(clean) || /^[\t\n]/u.test(clean) ? `'${clean}` : clean;
};

/** RFC 4180: quoted where needed, CRLF at the end of each row. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells
    .map(safeCell)
    .map((cell) => (/[",\n']|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;

/** Excel takes a file without it for another encoding. */
export const CSV_BEGIN = '\uFEFF';
