/** An example message and what it is about; files of them are `label TAB text`, one a line. */
export type Line = { text: string; label: string };

/** Lines that are not complete or name an unknown label are left out and counted. */
export function linesOf(file: string, labels: ReadonlySet<string>): { lines: Line[]; bad: number } {
  const rows = file.split(/\r?\n/).filter((row) => row.trim() !== '');
  const lines = rows.flatMap((row) => {
    const [label, text, ...more] = row.split('\t');
    return label && text?.trim() && more.length === 0 && labels.has(label) ? [{ label, text: text.trim() }] : [];
  });
  return { lines, bad: rows.length - lines.length };
}
