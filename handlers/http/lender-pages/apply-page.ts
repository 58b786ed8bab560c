/** The form by which a lender applies, and the page that says it has arrived. */
import { offices } from '../../../models/office/offices.ts';
import { applyWords, type ApplyField } from '../../../models/phrasebook/lender-apply-words.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { CreditCodeDoubt } from '../../../models/release/credit-code.ts';
import { lenderKinds } from '../../../models/release/lender-kinds.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { framed } from '../guide-pages/frame.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { guideStyles } from '../guide-pages/stylesheet.ts';
import { choiceField, faultSummary, hidden, photoField, textField, type Field } from '../report-pages/form-fields.ts';
import { pageScript } from '../report-pages/page-script.ts';
import { alertBox, leadRow, wayOut } from '../report-pages/report-frame.ts';
import { reportStyles } from '../report-pages/report-styles.ts';

export type Typed = Partial<Record<ApplyField, string>>;
export type ApplyPage = {
  page: PageContext;
  /** The form's id: handed in twice it is one application. */
  draft: string;
  typed: Typed;
  licence: readonly string[];
  seal: readonly string[];
  faults: readonly ApplyField[];
  /** The code is doubtful: the same one a second time is taken. */
  doubt?: CreditCodeDoubt | undefined;
  trouble?: string | undefined;
};

export function applyPage({ page, draft, typed, licence, seal, faults, doubt, trouble }: ApplyPage): string {
  const words = applyWords(page.lang);
  const photos = reportWords(page.lang);
  const field = (name: ApplyField, more: Partial<Field> = {}): Field => ({
    name,
    label: words.labels[name],
    value: typed[name],
    hint: (words.hints as Partial<Record<ApplyField, string>>)[name],
    fault: faults.includes(name) ? words.faults[name] : undefined,
    ...more,
  });
  const photo = (title: string, lead: string, given: readonly string[]): Html =>
    photoField(
      { ...photos, photos: title, photosLead: lead, photosNoScript: words.photosNoScript },
      '/lenders/apply/photos',
      given,
      words.photosAdded(given.length),
    );
  const body = html`<div class="hero">
      <h1 data-say>${words.title}</h1>
      <p class="lead" data-say>${words.lead}</p>
      <p class="lead2">${words.needs}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${faultSummary(words.faultsHead, Object.fromEntries(faults.map((name) => [name, words.faults[name]])))}
    <form class="main" method="post" action="/lenders/apply" data-keep="lender" novalidate>
      ${hidden('draft', draft)}${doubt === undefined ? undefined : hidden('sure', typed.code ?? '')}
      <p class="hp" aria-hidden="true">
        <label>website <input name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      ${choiceField(
        field('office'),
        offices.map((o) => ({ value: o.id, text: page.lang === 'zh' ? o.nameZh : o.nameEn })),
        'seg',
      )}
      ${textField(field('name'), { fill: 'organization', most: 60 })}
      ${textField(field('code', doubt === undefined ? {} : { fault: words.doubts[doubt] }), { most: 40, look: 'code' })}
      ${choiceField(
        field('kind'),
        lenderKinds.map((kind) => ({ value: kind, text: words.kinds[kind] })),
        'pick',
      )}
      ${textField(field('contact'), { fill: 'name', most: 20 })}
      ${textField(field('phone'), { kind: 'tel', mode: 'tel', fill: 'tel', most: 20 })}
      ${photo(words.licence, words.licenceLead, licence)} ${photo(words.seal, words.sealLead, seal)}
      <div>
        <button class="btn btn-1 wide">${words.submit}</button>
        <p class="subnote">${words.submitNote}</p>
      </div>
    </form>
    ${ways(page)}`;
  return lenderFramed(page, words.title, '/lenders/apply', body);
}

export function donePage(page: PageContext): string {
  const words = applyWords(page.lang);
  const body = html`<div data-forget>
    <div class="hero">
      <h1 data-say>${words.doneTitle}</h1>
      <p class="lead" data-say>${words.doneLead}</p>
    </div>
    <section>
      <ol class="nexts">
        ${words.doneSteps.map((step) => html`<li><span data-say>${step}</span></li>`)}
      </ol>
    </section>
    <p class="subnote">${words.doneOther}</p>
    ${ways(page, leadRow('/lenders/apply', 'plus', words.again))}
  </div>`;
  return lenderFramed(page, words.doneTitle, '/lenders/apply/done', body);
}

const ways = (page: PageContext, first?: Html): Html =>
  wayOut(page, [
    ...(first === undefined ? [] : [first]),
    leadRow('/guides/mortgage-release-video', 'video', applyWords(page.lang).guide),
  ]);

const lenderFramed = (page: PageContext, title: string, path: string, body: Html): string =>
  framed(page, {
    title: `${title} · ${reportWords(page.lang).product}`,
    back: '/',
    heading: applyWords(page.lang).heading,
    elderLink: `${path}?elder=${page.elder ? '0' : '1'}`,
    langLink: `${path}?lang=${page.lang === 'zh' ? 'en' : 'zh'}`,
    styles: guideStyles + reportStyles,
    script: pageScript,
    body: html`<main id="main" class="rp">${body}</main>`,
  });
