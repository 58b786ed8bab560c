/** The form of the window, on one page: what happened first, everything else as little as the matter needs. */
import { readFiled, start } from '../../../models/clock/filed-clock.ts';
import { categories, services } from '../../../models/guidance/catalogue.ts';
import { questionsOf, type AskedField } from '../../../models/complaint/questions.ts';
import { problemKinds, type ProblemKind } from '../../../models/complaint/kinds.ts';
import type { Fault, ReportField, Typed } from '../../../models/complaint/report-form.ts';
import { rulesOf } from '../../../models/complaint/rules.ts';
import { officeById, offices } from '../../../models/office/offices.ts';
import { openingAt } from '../../../models/office/opening.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import { openingText } from '../guide-pages/dates.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import {
  choiceField,
  faultSummary,
  fieldId,
  hidden,
  photoField,
  textField,
  wordsField,
  type Field,
} from './form-fields.ts';
import { alertBox, leadRow, reportFramed, wayOut } from './report-frame.ts';
import { spokenWhen } from './spoken-when.ts';

export type FormPage = {
  page: PageContext;
  /** The draft's id: the same form handed in twice is one matter. */
  draft: string;
  typed: Typed;
  photos: readonly string[];
  faults: readonly Fault[];
  /** Something that is not about one field. */
  trouble?: string;
};

export function formPage({ page, draft, typed, photos, faults, trouble }: FormPage): string {
  const words = reportWords(page.lang);
  const said = new Map(faults.map(({ field, fault }) => [field, faultText(page, field, fault)] as const));
  const field = (name: ReportField, more: Partial<Field> = {}): Field => ({
    name,
    label: words.labels[name],
    value: typed[name],
    hint: (words.hints as Partial<Record<ReportField, string>>)[name],
    fault: said.get(name),
    ...more,
  });
  const optional = html`<span class="opt">${words.optional}</span>`;
  const asked = (name: AskedField): Field => field(name, { hint: kindHints(page, name), aside: asideOf(page, name) });
  const body = html`<div class="hero">
      <h1 data-say>${words.reportTitle}</h1>
      <p class="lead" data-say>${words.reportLead}</p>
      ${promise(page)}
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${faultSummary(words.faultsHead, Object.fromEntries(faults.map((f) => [f.field, said.get(f.field) ?? ''])))}
    <form class="main" method="post" action="/report" data-keep="report" novalidate>
      ${hidden('draft', draft)}
      <p class="hp" aria-hidden="true">
        <label>website <input name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      ${choiceField(
        field('office'),
        offices.map((o) => ({ value: o.id, text: page.lang === 'zh' ? o.nameZh : o.nameEn })),
        'seg',
      )}
      ${wordsField(field('what'))}
      ${choiceField(
        field('problem', { aside: html`<span class="opt">${words.pickOne}</span>`, hint: words.kindNote }),
        [
          ...problemKinds.map((kind) => ({ value: kind, text: words.problems[kind] })),
          { value: '', text: words.noKind },
        ],
        'kinds',
      )}
      <div class="asks">
        ${wordsField(asked('said'), 'few')} ${textField(asked('where'))} ${textField(asked('when'))}
        ${textField(asked('visits'), { mode: 'numeric', most: 10, look: 'num' })} ${wordsField(asked('wanted'), 'few')}
        ${serviceField(page, asked('service'))} ${textField(asked('plate'), { most: 14 })}
      </div>
      ${choiceField(
        field('who', { value: typed.who ?? 'self' }),
        [
          { value: 'self', text: words.self },
          { value: 'other', text: words.other },
        ],
        'pick',
      )}
      <div class="sub2 only-other">
        <p class="lead2">${words.otherHead}</p>
        ${textField(field('otherName'), { most: 40 })} ${textField(field('relation'), { most: 20 })}
      </div>
      ${textField(field('name', { aside: optional }), { fill: 'name', most: 40 })}
      ${choiceField(
        field('contact', { value: typed.contact ?? 'phone' }),
        [
          { value: 'phone', text: words.byPhone },
          { value: 'none', text: words.anonymous },
        ],
        'pick',
      )}
      <p class="subnote only-none">${words.anonymousWhich(anonymousKinds(page))}</p>
      ${textField(field('phone'), { kind: 'tel', mode: 'tel', fill: 'tel', most: 20 })}
      ${photoField(words, '/report/photos', photos, words.photosAdded(photos.length))}
      <div>
        <button class="btn btn-1 wide">${words.submit}</button>
        <p class="subnote">${words.submitNote}</p>
      </div>
    </form>
    ${wayOut(page, [leadRow('/track', 'search', words.track)])}`;
  return reportFramed(page, { title: words.reportTitle, path: '/report', back: '/', of: 'report', body });
}

/** What can be promised now, by the office's hours and the calendar. */
function promise(page: PageContext): Html {
  const { office, now } = page;
  const words = reportWords(page.lang);
  const rules = rulesOf(office.id);
  const due = (rule: typeof rules.firstContact): string =>
    spokenWhen(page, readFiled(office.id, start(rule, now), now).dueAt);
  return html`<p class="open">
    ${icon('clock', 18)}<span
      >${words.open(page.lang === 'zh' ? office.nameZh : office.nameEn, `${page.lang === 'zh' ? '，' : ''}${openingText(openingAt(office, now), now)[page.lang]}`)}<br />${words.promise(
        due(rules.firstContact),
        due(rules.answer.ordinary),
      )}</span
    >
  </p>`;
}

const anonymousKinds = (page: PageContext): string =>
  rulesOf(page.office.id)
    .anonymous.map((kind) => reportWords(page.lang).problems[kind])
    .join(page.lang === 'zh' ? '；' : '; ');

/** Hints that belong to one kind stand beside the general one; the stylesheet shows the one that fits. */
function kindHints(page: PageContext, name: AskedField): Html | undefined {
  const words = reportWords(page.lang);
  const general = (words.hints as Partial<Record<ReportField, string>>)[name];
  const special = (Object.entries(words.kindHints) as [ProblemKind, Partial<Record<AskedField, string>>][]).filter(
    ([, hints]) => hints[name] !== undefined,
  );
  if (general === undefined && special.length === 0) return undefined;
  return html`<span class="h0">${general}</span
    >${special.map(([kind, hints]) => html`<span class="hk hk-${kind}">${hints[name]}</span>`)}`;
}

function asideOf(page: PageContext, name: AskedField): Html {
  const words = reportWords(page.lang);
  const someNeed = Object.values(questionsOf).some(
    (asked: Partial<Record<AskedField, string>>) => asked[name] === 'needed',
  );
  return html`<span class="opt">${words.optional}</span
    >${someNeed ? html`<span class="must">${words.needed}</span>` : undefined}`;
}

function serviceField(page: PageContext, { name, label, value, fault, aside }: Field): Html {
  const words = reportWords(page.lang);
  return html`<div class="f f-${name} ${fault === undefined ? '' : 'bad'}">
    <label for="${fieldId(name)}">${label}${aside}</label>
    <select id="${fieldId(name)}" name="${name}">
      <option value="">${words.noService}</option>
      ${categories.map(
        (category) =>
          html`<optgroup label="${category[page.lang]}">
            ${services
              .filter((s) => s.category === category.id)
              .map(
                (s) =>
                  html`<option value="${s.id}" ${s.id === value ? html`selected` : undefined}>
                    ${page.lang === 'zh' ? s.nameZh : s.nameEn}
                  </option>`,
              )}
          </optgroup>`,
      )}
    </select>
  </div>`;
}

export function faultText(page: Pick<PageContext, 'lang'>, field: ReportField, fault: Fault['fault']): string {
  const words = reportWords(page.lang);
  if (fault === 'long') return words.tooLong;
  if (fault === 'not-anonymous') return words.notAnonymous;
  return field === 'phone' && fault === 'wrong' ? words.wrongPhone : words.missing[field];
}

/** What a link into the form may bring along. */
export const prefilled = (query: Record<string, string | undefined>): Typed => {
  const typed: Typed = {};
  const office = officeById(query['office'] ?? '');
  if (office !== undefined) typed.office = office.id;
  if (services.some((s) => s.id === query['service'])) typed.service = query['service'] ?? '';
  if (query['what'] !== undefined && query['what'] !== '') typed.what = query['what'].slice(0, 500);
  return typed;
};
