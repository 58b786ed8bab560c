/** The notice of a guidance sheet (一次性告知单): the guide's own notice, with what is ready, what is missing and where to get it. */
import { listOf } from '../../models/sheet/papers.ts';
import { spacedCode } from '../../models/sheet/check-code.ts';
import { forPerson } from '../../models/sheet/showing.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { noticePage } from './guide-pages/pages.ts';
import type { PageContext } from './guide-pages/context.ts';
import { noticeWords } from './guide-pages/notice-words.ts';

type SheetNotice = {
  page: PageContext;
  sheet: GuidanceSheet;
  /** The absolute address that the code on the paper leads to. */
  url: string;
  self: string;
  back: string | undefined;
};

export function sheetNotice({ page, sheet, url, self, back }: SheetNotice): string {
  const shown = forPerson(sheet);
  const list = listOf(sheet);
  const w = noticeWords[page.lang];
  const { state } = sheet;
  const given = state.name === 'handed-over' ? state : sheet.opened;
  return noticePage({
    ...page,
    service: list.services[0],
    answers: list.answers,
    url,
    self,
    ...(back === undefined ? {} : { back }),
    issued: { number: sheet.number, by: given.byName, at: given.at },
    standing: new Map(
      shown.papers.map(({ paper, state: stands, explanation, where, replacedIn }) => [
        paper,
        {
          stands,
          words: [
            explanation,
            where === undefined ? undefined : `${w.getIt}${where}`,
            // Found good or not needed, it does not have to be replaced.
            stands === 'missing' && replacedIn !== undefined ? `${w.getAgain}${replacedIn.name[page.lang]}` : undefined,
          ].filter((one) => one !== undefined),
        },
      ]),
    ),
    ...(shown.code === undefined || shown.validTo === undefined
      ? {}
      : { check: { code: spacedCode(shown.code), validTo: shown.validTo } }),
  });
}
