/** Number and code open what was filed; nothing else does. */
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { faultSummary, textField } from './form-fields.ts';
import { alertBox } from './report-frame.ts';

export type FindPage = {
  page: PageContext;
  number: string;
  faults?: { number?: string; code?: string };
  trouble?: string;
};

export function findForm(
  { page, number, faults = {}, trouble }: FindPage,
  action: string,
  words: Record<'findTitle' | 'findLead' | 'numberHint' | 'codeHint' | 'find', string>,
): Html {
  const shared = reportWords(page.lang);
  return html`<div class="hero">
      <h1 data-say>${words.findTitle}</h1>
      <p class="lead" data-say>${words.findLead}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)} ${faultSummary(shared.findFaultsHead, faults)}
    <form class="main" method="post" action="${action}" novalidate>
      ${textField(
        { name: 'number', label: shared.number, hint: words.numberHint, value: number, fault: faults.number },
        { most: 20, look: 'code' },
      )}
      ${textField(
        { name: 'code', label: shared.queryCode, hint: words.codeHint, fault: faults.code },
        { most: 20, look: 'code' },
      )}
      <button class="btn btn-1 wide">${words.find}</button>
    </form>`;
}
