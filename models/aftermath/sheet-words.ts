/** What of a guidance sheet's happenings its person is told. */
import type { SheetNews } from '../sheet/news.ts';
import type { GuidanceSheet } from '../sheet/sheet.ts';
import type { AuditLine } from './audit.ts';

/** What an image of a sheet shows without opening anything sealed. */
export type SheetWays = Pick<GuidanceSheet, 'conversation'>;

const told: Record<string, SheetNews> = {
  'sheet-opened': 'opened',
  'verdicts-told': 'judged',
  'notice-given': 'given',
  'check-ends-soon': 'ends-soon',
};

export const sheetWords = (happened: AuditLine['happened']): { index: number; news: SheetNews }[] =>
  happened.flatMap(({ what }, index) => {
    const news = told[what];
    return news === undefined ? [] : [{ index, news }];
  });
