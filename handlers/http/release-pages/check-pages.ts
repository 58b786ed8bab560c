/** The steps between the form and the receipt: the code from the phone, a last look, an application of the same vehicle. */
import { maskPhone } from '../../../models/conversation/masking.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { releasePaperWords } from '../../../models/phrasebook/release-papers.ts';
import type { ApplicationDraft } from '../../../models/release/application-draft.ts';
import {
  byProxy,
  papersAsked,
  plainPlate,
  shapeTyped,
  vinTail,
  type applicants,
  type whereabouts,
} from '../../../models/release/application-form.ts';
import { OfficeId } from '../../../models/ids.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { codeForm, type PhonePage } from '../report-pages/code-form.ts';
import { hidden } from '../report-pages/form-fields.ts';
import { alertBox, wayOut } from '../report-pages/report-frame.ts';
import { releaseFramed, stepBar } from './release-frame.ts';

export function phonePage(shown: PhonePage): string {
  const { page } = shown;
  const words = applyReleaseWords(page.lang);
  const path = '/release/apply/phone';
  const body = html`${stepBar(page, 4)}
  ${codeForm(shown, { action: path, change: '/release/apply/car#f-phone' }, words)}`;
  return releaseFramed(page, { title: words.phoneTitle, path, back: '/release/apply/papers', body });
}

type CheckPage = {
  page: PageContext;
  draft: ApplicationDraft;
  /** Of the enrolled one; undefined where nobody has to be enrolled. */
  lenderName: string | undefined;
  trouble?: string | undefined;
  /** The number of an open release of the same vehicle. */
  same?: string | undefined;
};

export function checkPage({ page, draft, lenderName, trouble, same }: CheckPage): string {
  const words = applyReleaseWords(page.lang);
  const body = html`${stepBar(page, 4)}
    <div class="hero">
      <h1 data-say>${words.checkTitle}</h1>
      <p class="lead" data-say>${words.checkLead}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${same === undefined ? undefined : sameBox(page, draft.id, same)}
    <dl class="sheetlist">${rowsOf(page, draft, lenderName)}</dl>
    ${
      same === undefined
        ? html`<form class="main" method="post" action="/release/apply/check">
            ${hidden('draft', draft.id)}
            <div>
              <button class="btn btn-1 wide">${words.handIn}</button>
              <p class="subnote">${words.handInNote}</p>
            </div>
          </form>`
        : undefined
    }
    ${wayOut(page, [])}`;
  const back = '/release/apply/papers';
  return releaseFramed(page, { title: words.checkTitle, path: '/release/apply/check', back, body });
}

function rowsOf(
  page: PageContext,
  { typed, photos }: ApplicationDraft,
  lenderName: string | undefined,
): (Html | undefined)[] {
  const words = applyReleaseWords(page.lang);
  const papers = releasePaperWords(page.lang);
  const row = (name: string, value: string, to: string, look = ''): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd class="${look}" data-say>${value}</dd>
      <dd class="go"><a href="${to}" aria-label="${`${words.change} ${name}`}">${words.change}</a></dd>
    </div>`;
  const office = officeOf(OfficeId.parse(typed.office));
  const car = (field: string): string => `/release/apply/car#f-${field}`;
  const owner = typed.who === 'company' ? words.ownerCompany : words.labels.owner;
  const shape = shapeTyped(typed);
  return [
    row(words.office, page.lang === 'zh' ? office.nameZh : office.nameEn, '/release/apply'),
    row(words.labels.who, words.applicants[typed.who as (typeof applicants)[number]], '/release/apply'),
    row(words.labels.basis, words.bases[typed.basis as 'joint'], '/release/apply'),
    row(words.labels.where, words.where[typed.where as (typeof whereabouts)[number]], '/release/apply'),
    lenderName === undefined
      ? row(words.labels.mortgagee, typed.mortgagee ?? words.notTold, car('mortgagee'))
      : row(words.labels.lender, lenderName, car('lender')),
    row(owner, typed.owner ?? '', car('owner')),
    byProxy(typed) ? row(words.labels.proxy, typed.proxy ?? '', car('proxy')) : undefined,
    row(words.labels.plate, plainPlate(typed.plate ?? ''), car('plate'), 'na'),
    row(words.labels.vin, vinTail(typed.vin ?? ''), car('vin'), 'na'),
    row(words.labels.certificate, plainPlate(typed.certificate ?? ''), car('certificate'), 'na'),
    row(words.labels.contract, typed.contract ?? '', car('contract'), 'na'),
    row(words.labels.phone, maskPhone(typed.phone ?? ''), car('phone'), 'na'),
    ...(shape === undefined ? [] : papersAsked(shape)).map((kind) => {
      const many = photos[kind]?.length ?? 0;
      return row(papers.names[kind], many === 0 ? words.noPhotos : words.photos(many), '/release/apply/papers');
    }),
  ];
}

const sameBox = (page: PageContext, draft: string, number: string): Html => {
  const words = applyReleaseWords(page.lang);
  return html`<section class="card blk ask">
    <h2 data-say>${words.sameTitle}</h2>
    <p data-say>${words.sameLead(number)}</p>
    <form method="post" action="/release/apply/same">
      ${hidden('draft', draft)}<button class="btn btn-1 wide">${words.openSame}</button>
    </form>
  </section>`;
};
