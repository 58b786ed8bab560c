/** The application, page by page: who applies, the vehicle and the lender, the papers. */
import { offices } from '../../../models/office/offices.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { articleText, releasePaperWords } from '../../../models/phrasebook/release-papers.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import {
  applicants,
  asksLender,
  byProxy,
  OTHER_LENDER,
  whereabouts,
  type AppliedFor,
  type ApplicationFault,
  type ApplicationField,
} from '../../../models/release/application-form.ts';
import type { ApplicationDraft } from '../../../models/release/application-draft.ts';
import { articleOf, type PaperKind } from '../../../models/release/papers.ts';
import type { Lenders } from '../../../functions/release/hand-in-application.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { choiceField, faultSummary, hidden, photoField, textField, type Field } from '../report-pages/form-fields.ts';
import { alertBox, leadRow, wayOut } from '../report-pages/report-frame.ts';
import { releaseFramed, stepBar } from './release-frame.ts';

export type FormPage = {
  page: PageContext;
  /** The draft's id: the same form handed in twice is one application. */
  draft: string;
  typed: AppliedFor;
  faults: readonly ApplicationFault[];
  /** Something that is not about one field. */
  trouble?: string | undefined;
};

const faultText = (page: PageContext, { field, fault }: ApplicationFault): string => {
  const words = applyReleaseWords(page.lang);
  if (fault === 'letters') return words.vinLetters;
  if (fault === 'alone') return words.whereAlone;
  const missing: Partial<Record<ApplicationField, string>> = words.missing;
  return (fault === 'wrong' ? words.wrong[field] : undefined) ?? missing[field] ?? '';
};

function fieldsFor({ page, typed, faults }: FormPage): (name: ApplicationField, more?: Partial<Field>) => Field {
  const words = applyReleaseWords(page.lang);
  const hints: Partial<Record<ApplicationField, string>> = words.hints;
  return (name, more = {}) => {
    const fault = faults.find((one) => one.field === name);
    return {
      name,
      label: words.labels[name],
      value: typed[name],
      hint: hints[name],
      fault: fault === undefined ? undefined : faultText(page, fault),
      ...more,
    };
  };
}

type Step = { n: number; title: string; action: string; back: string; lead?: string; inside: Html; after?: Html };

/** One step: where it is, what is wrong, the fields, one button. */
export function stepPage(shown: FormPage, { n, title, action, back, lead, inside, after }: Step): string {
  const { page, draft, faults, trouble } = shown;
  const words = applyReleaseWords(page.lang);
  const body = html`${stepBar(page, n)}
    <div class="hero">
      <h1 data-say>${title}</h1>
      ${lead === undefined ? undefined : html`<p class="lead" data-say>${lead}</p>`}
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${faultSummary(words.faultsHead, Object.fromEntries(faults.map((fault) => [fault.field, faultText(page, fault)])))}
    <form class="main" method="post" action="${action}" data-keep="release-${n}" novalidate>
      ${hidden('draft', draft)}
      <p class="hp" aria-hidden="true">
        <label>website <input name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      ${inside}
      <div>
        <button class="btn btn-1 wide">${words.next}</button>
        <p class="subnote">${words.kept}</p>
      </div>
    </form>
    ${after} ${wayOut(page, [])}`;
  return releaseFramed(page, { title, path: action, back, body });
}

export function whoPage(shown: FormPage): string {
  const { page, typed } = shown;
  const words = applyReleaseWords(page.lang);
  const field = fieldsFor(shown);
  const inside = html`${choiceField(
    field('office'),
    offices.map((o) => ({ value: o.id, text: page.lang === 'zh' ? o.nameZh : o.nameEn })),
    'seg',
  )}
  ${choiceField(
    field('who'),
    applicants.map((value) => ({ value, text: words.applicants[value] })),
    'pick',
  )}
  ${choiceField(
    field('basis', { value: typed.basis ?? 'joint' }),
    (['joint', 'court-document'] as const).map((value) => ({ value, text: words.bases[value] })),
    'pick',
  )}
  ${choiceField(
    field('where'),
    whereabouts.map((value) => ({ value, text: words.where[value] })),
    'seg',
  )}`;
  const after = html`<div class="rows">${leadRow('/release/try', 'video', words.tryDevice)}</div>`;
  return stepPage(shown, { n: 1, title: words.whoTitle, action: '/release/apply', back: '/release', inside, after });
}

export function carPage(shown: FormPage & { lenders: Lenders }): string {
  const { page, typed, lenders } = shown;
  const words = applyReleaseWords(page.lang);
  const field = fieldsFor(shown);
  const company = typed.who === 'company';
  const none = lenders.length === 0 ? { hint: words.noLenders } : {};
  const inside = html`${
    asksLender(typed)
      ? choiceField(
          field('lender', none),
          [
            ...lenders.map(({ id, name }) => ({ value: id, text: name })),
            { value: OTHER_LENDER, text: words.otherLender },
          ],
          'kinds',
        )
      : textField(field('mortgagee'), { most: 60 })
  }
  ${textField(field('owner', company ? { label: words.ownerCompany } : {}), { fill: company ? 'organization' : 'name', most: 60 })}
  ${byProxy(typed) ? textField(field('proxy'), { fill: 'name', most: 40 }) : undefined}
  ${textField(field('plate'), { most: 14, look: 'code' })} ${textField(field('vin'), { most: 24, look: 'code' })}
  ${textField(field('certificate'), { mode: 'numeric', most: 24, look: 'code' })}
  ${textField(field('contract'), { most: 80 })}
  ${textField(field('phone'), { kind: 'tel', mode: 'tel', fill: 'tel', most: 20 })}`;
  return stepPage(shown, {
    n: 2,
    title: words.carTitle,
    action: '/release/apply/car',
    back: '/release/apply',
    inside,
  });
}

/** A box for the photos of one paper. */
export function paperBox(
  page: PageContext,
  kind: PaperKind,
  given: readonly string[],
  url: string,
  more: { state?: Html; view?: string } = {},
): Html {
  const words = applyReleaseWords(page.lang);
  const papers = releasePaperWords(page.lang);
  const name = papers.names[kind];
  return html`<section class="card paper" aria-labelledby="p-${kind}">
    <h2 id="p-${kind}" data-say>${name}</h2>
    <p data-say>${papers.show[kind]} <span class="art">${articleText(articleOf[kind], page.lang)}</span></p>
    ${more.state}
    ${photoField(
      { ...words.photoWords, photos: name, photosLead: '' },
      url,
      given,
      reportWords(page.lang).photosAdded(given.length),
      { name: `photos-${kind}`, most: 8, ...(more.view === undefined ? {} : { view: more.view }) },
    )}
  </section>`;
}

export function papersPage(
  shown: FormPage & { kinds: readonly PaperKind[]; photos: ApplicationDraft['photos'] },
): string {
  const { page, kinds, photos } = shown;
  const words = applyReleaseWords(page.lang);
  const inside = html`${kinds.map((kind) => paperBox(page, kind, photos[kind] ?? [], '/release/apply/photos', { view: '/release/apply/photos/' }))}
    <p class="open">${icon('info', 18)}<span>${words.papersLater}</span></p>`;
  return stepPage(shown, {
    n: 3,
    title: words.papersTitle,
    lead: words.papersPageLead,
    action: '/release/apply/papers',
    back: '/release/apply/car',
    inside,
  });
}
