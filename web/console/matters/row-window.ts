/** Which rows of a long list are drawn: those in sight and some around; the rest is empty height. */
const HEIGHT = 90;
const FROM = 200;
const AROUND = 8;

export type RowWindow = { some: boolean; from: number; to: number; above: number; below: number; height: number };

/** Short lists are drawn whole: their rows may have headings between them. */
export function rowWindow(rows: number, scrolled: number, tall: number): RowWindow {
  if (rows < FROM) return { some: false, from: 0, to: rows, above: 0, below: 0, height: HEIGHT };
  const from = Math.max(0, Math.min(rows, Math.floor(scrolled / HEIGHT) - AROUND));
  const to = Math.min(rows, Math.ceil((scrolled + tall) / HEIGHT) + AROUND);
  return { some: true, from, to, above: from * HEIGHT, below: (rows - to) * HEIGHT, height: HEIGHT };
}
