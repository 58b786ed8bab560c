/** Number and code open a matter; nothing else does. */
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html } from '../guide-pages/html.ts';
import { faultSummary, textField } from './form-fields.ts';
import { alertBox, leadRow, reportFramed, wayOut } from './report-frame.ts';

export type FindPage = {
  page: PageContext;
  number: string;
  faults?: { number?: string; code?: string };
  trouble?: string;
};

export function findPage({ page, number, faults = {}, trouble }: FindPage): string {
  const words = reportWords(page.lang);
  const shown = (['number', 'code'] as const).flatMap((name) => {
    const text = faults[name];
    return text === undefined ? [] : [{ name, text }];
  });
  const body = html`<div class="hero">
      <h1 data-say>${words.findTitle}</h1>
      <p class="lead" data-say>${words.findLead}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${shown.length === 0 ? undefined : faultSummary(words.findFaultsHead(shown.length), shown)}
    <form class="main" method="post" action="/track" novalidate>
      ${textField(
        { name: 'number', label: words.number, hint: words.numberHint, value: number, fault: faults.number },
        { most: 20, look: 'code' },
      )}
      ${textField(
        { name: 'code', label: words.queryCode, hint: words.codeHint, fault: faults.code },
        { most: 20, look: 'code' },
      )}
      <button class="btn btn-1 wide">${words.find}</button>
    </form>
    ${wayOut(page, [
      leadRow(
        number === '' ? '/track/lost' : `/track/lost?number=${encodeURIComponent(number)}`,
        'lock',
        words.lostTitle,
      ),
      leadRow('/report', 'edit', words.newReport),
    ])}`;
  return reportFramed(page, { title: words.track, path: '/track', back: '/', of: 'track', body });
}
