/** What of a guidance sheet its person is told. */
export const sheetNews = ['opened', 'judged', 'given', 'ends-soon'] as const;
export type SheetNews = (typeof sheetNews)[number];
