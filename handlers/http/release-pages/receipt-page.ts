/** The receipt of an application: number, code, papers, what comes next; one sheet of paper if wanted. */
import { officeOf } from '../../../models/office/offices.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { releasePaperWords } from '../../../models/phrasebook/release-papers.ts';
import type { ReleaseReceipt, ShownPaper } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { wayOut } from '../report-pages/report-frame.ts';
import { momentSaid } from '../report-pages/spoken-when.ts';
import { releaseFramed } from './release-frame.ts';

export function receiptPage(page: PageContext, receipt: ReleaseReceipt, trackAddress: string): string {
  const words = applyReleaseWords(page.lang);
  const papers = releasePaperWords(page.lang);
  const office = officeOf(receipt.office);
  const line = (name: string, value: string, look = ''): Html =>
    html`<div class="${look}">
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const got = ({ from, photos }: ShownPaper): string =>
    from === 'on-file' ? words.onFile : photos.length === 0 ? words.notYet : words.got(photos.length);
  const missing = receipt.papers.some(
    ({ from, photos, of }) => of === 'owner' && from === 'handed-in' && photos.length === 0,
  );
  const body = html`<div data-forget>
    <div class="hero">
      <h1 data-say>${words.receiptTitle}</h1>
      <p class="lead" data-say>${words.receiptKeep}</p>
    </div>
    <section class="card slip">
      <p class="k">${words.receiptName}</p>
      <dl class="nos">${line(words.number, receipt.number)}${line(words.queryCode, receipt.code)}</dl>
      <dl class="about">
        ${line(words.plate, receipt.plate)} ${receipt.lender === '' ? undefined : line(words.lender, receipt.lender)}
        ${line(words.office, page.lang === 'zh' ? office.nameZh : office.nameEn)}
        ${line(words.filedAt, momentSaid(page, receipt.filedAt))}
        ${line(words.phone, words.tail(receipt.phoneTail), 'all')}
        ${receipt.papers.map((paper) => line(papers.names[paper.kind], got(paper)))}
      </dl>
      <div class="foot">
        ${qrCode(trackAddress, 128, words.scan)}
        <p>${words.scan}<br />${words.notAccepted}</p>
      </div>
    </section>
    <div class="acts2">
      <a class="btn btn-1" href="/release/track/case">${words.toTrack}</a>
      <button class="btn btn-2" type="button" data-print hidden>${icon('print', 20)}${words.printThis}</button>
    </div>
    <section>
      <h2>${words.nextHead}</h2>
      <ol class="nexts">
        ${words.nextSteps(missing).map((step) => html`<li><span data-say>${step}</span></li>`)}
      </ol>
    </section>
    ${wayOut(page, [])}
  </div>`;
  return releaseFramed(page, { title: words.receiptTitle, path: '/release/receipt', back: '/release', body });
}
