/** The receipt: number, code, who answers until when, what comes next, on one sheet of paper if wanted. */
import type { Receipt } from '../../../models/complaint/views.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { leadRow, reportFramed, wayOut } from './report-frame.ts';
import { momentSaid, paperWhen } from './spoken-when.ts';

/** `again`: shown once more to somebody who had lost the code. */
export function receiptPage(
  page: PageContext,
  receipt: Receipt,
  trackAddress: string,
  { again }: { again: boolean },
): string {
  const words = reportWords(page.lang);
  const title = again ? words.receiptAgain : words.receiptTitle;
  const office = officeOf(receipt.office);
  const officeName = page.lang === 'zh' ? office.nameZh : office.nameEn;
  const contact = receipt.contactDueAt === undefined ? undefined : paperWhen(page, receipt.contactDueAt);
  const answer = paperWhen(page, receipt.answerDueAt);
  const line = (name: string, value: string | undefined, look = ''): Html | undefined =>
    value === undefined
      ? undefined
      : html`<div class="${look}">
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`;
  const body = html`<div data-forget>
    <div class="hero">
      <h1 data-say>${title}</h1>
      <p class="lead" data-say>${words.receiptKeep}</p>
    </div>
    <section class="card slip">
      <dl class="nos">${line(words.number, receipt.number)}${line(words.queryCode, receipt.code)}</dl>
      <dl class="about">
        ${line(words.matter, receipt.title, 'all')}
        ${line(words.contactDue, contact === undefined ? undefined : words.before(contact))}
        ${line(words.answerDue, words.before(answer))} ${line(words.who, words.whoAnswers(officeName))}
        ${line(words.filedAt, momentSaid(page, receipt.filedAt))}
        ${line(words.yourPhone, receipt.phoneTail === undefined ? words.noPhone : words.tail(receipt.phoneTail))}
        ${line(words.helpedBy, receipt.helper)}
      </dl>
      ${when(receipt.provisional, () => html`<p class="subnote">${words.provisional}</p>`)}
      <div class="foot">
        ${qrCode(trackAddress, 128, words.scan)}
        <p>${words.scan}</p>
      </div>
    </section>
    ${when(
      !again,
      () =>
        html`<section>
          <h2>${words.nextHead}</h2>
          <ol class="nexts">
            ${words.next(contact, answer).map((step) => html`<li><span data-say>${step}</span></li>`)}
          </ol>
        </section>`,
    )}
    <div class="acts2">
      <a class="btn btn-1" href="/track/matter">${words.toTrack}</a>
      <button class="btn btn-2" type="button" data-print hidden>${icon('print', 20)}${words.printThis}</button>
    </div>
    ${wayOut(page, [leadRow('/report', 'plus', words.newReport)])}
  </div>`;
  return reportFramed(page, {
    title,
    path: again ? '/report/receipt?again=1' : '/report/receipt',
    back: '/',
    of: 'report',
    body,
  });
}
