/** The steps between the form and the receipt: the code from the phone, an earlier matter that looks the same. */
import type { EarlierMatter } from '../../../functions/complaint/find-duplicates.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html } from '../guide-pages/html.ts';
import { codeForm, type PhonePage } from './code-form.ts';
import { hidden } from './form-fields.ts';
import { alertBox, leadRow, reportFramed, wayOut } from './report-frame.ts';
import { dayWhen } from './spoken-when.ts';

export function phonePage(shown: PhonePage): string {
  const { page } = shown;
  const words = reportWords(page.lang);
  const body = codeForm(shown, { action: '/report/phone', change: '/report' }, words);
  return reportFramed(page, { title: words.phoneTitle, path: '/report/phone', back: '/report', of: 'report', body });
}

export function samePage(page: PageContext, draft: string, matters: readonly EarlierMatter[]): string {
  const words = reportWords(page.lang);
  const body = html`<div class="hero">
      <h1 data-say>${words.sameTitle}</h1>
      <p class="lead" data-say>${words.sameLead}</p>
    </div>
    ${matters.map(
      ({ id, number, title, filedAt, state }) =>
        html`<section class="card blk">
          <div class="th">
            <p class="k"><span>${number}</span><span class="state">${words.states[state]}</span></p>
            <h2>${title}</h2>
            <p>${words.filedOn(dayWhen(page, filedAt))}</p>
          </div>
          <form method="post" action="/report/same">
            ${hidden('draft', draft)}${hidden('choose', id)}
            <button class="btn btn-1 wide">${words.seeThat}</button>
            <p class="subnote">${words.seeThatNote}</p>
          </form>
        </section>`,
    )}
    <form class="main" method="post" action="/report/same">
      ${hidden('draft', draft)}${hidden('choose', 'new')}
      <button class="btn btn-q wide">${words.another}</button>
    </form>
    ${wayOut(page, [leadRow('/report', 'edit', words.changePhone)])}`;
  return reportFramed(page, { title: words.sameTitle, path: '/report/same', back: '/report', of: 'report', body });
}

/** A sentence and the ways on, for what is none of the pages. */
export function troublePage(page: PageContext, of: 'report' | 'track', text: string): string {
  const words = reportWords(page.lang);
  const body = html`${alertBox(text)}
  ${wayOut(page, [leadRow('/report', 'edit', words.newReport), leadRow('/track', 'search', words.track)])}`;
  return reportFramed(page, { title: words[of], path: `/${of}`, back: `/${of}`, of, body });
}
