/** Number and code open a release; nothing else does. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html } from '../guide-pages/html.ts';
import { faultSummary, textField } from '../report-pages/form-fields.ts';
import { alertBox, leadRow, wayOut } from '../report-pages/report-frame.ts';
import { releaseFramed } from './release-frame.ts';

export type FindPage = {
  page: PageContext;
  number: string;
  faults?: { number?: string; code?: string };
  trouble?: string;
};

export function findPage({ page, number, faults = {}, trouble }: FindPage): string {
  const words = trackReleaseWords(page.lang);
  const shared = reportWords(page.lang);
  const shown = (['number', 'code'] as const).flatMap((name) => {
    const text = faults[name];
    return text === undefined ? [] : [{ name, text }];
  });
  const body = html`<div class="hero">
      <h1 data-say>${words.findTitle}</h1>
      <p class="lead" data-say>${words.findLead}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${shown.length === 0 ? undefined : faultSummary(shared.faultsHead(shown.length), shown)}
    <form class="main" method="post" action="/release/track" novalidate>
      ${textField(
        { name: 'number', label: shared.number, hint: words.numberHint, value: number, fault: faults.number },
        { most: 20, look: 'code' },
      )}
      ${textField(
        { name: 'code', label: shared.queryCode, hint: words.codeHint, fault: faults.code },
        { most: 20, look: 'code' },
      )}
      <button class="btn btn-1 wide">${words.find}</button>
    </form>
    ${wayOut(page, [leadRow('/release', 'edit', words.apply), leadRow('/track', 'search', words.other)])}`;
  return releaseFramed(page, {
    title: words.findTitle,
    path: '/release/track',
    back: '/release',
    heading: words.heading,
    body,
  });
}
