/** The pieces that a guide, a checklist and the index are put together from. */
import type { Checklist } from '../../../models/guidance/checklist.ts';
import { serviceById } from '../../../models/guidance/catalogue.ts';
import { checkedText, fullCitations } from '../../../models/guidance/citations.ts';
import { type Answers, type Question, answerTo } from '../../../models/guidance/questions.ts';
import type { Service, Text } from '../../../models/guidance/service.ts';
import { applicantText, placeParts } from '../../../models/guidance/wording.ts';
import { offers } from '../../../models/office/office.ts';
import { offices } from '../../../models/office/offices.ts';
import { doneBy } from './dates.ts';
import { type Html, html, when } from './html.ts';
import { icon } from './icon.ts';
import { bothNames } from './item-list.ts';
import { type PageContext, guideLink, word } from './context.ts';

const t = (page: PageContext, text: Text): string => text[page.lang];

const joined = (page: PageContext, texts: readonly (Text | undefined)[]): string =>
  texts
    .filter((text) => text !== undefined)
    .map((text) => t(page, text))
    .join(page.lang === 'zh' ? '。' : '. ');

/** Where it is done instead, if this office does not take it. */
function otherOffices(service: Service): { head: Text; detail?: Text } {
  const those = offices.filter((o) => offers(o, service.id));
  return { head: { zh: those.map((o) => o.nameZh).join('、'), en: those.map((o) => o.nameEn).join(', ') } };
}

export function factsList(page: PageContext, service: Service, list: Checklist): Html {
  const [time] = list.times;
  const days = time?.days ?? null;
  const who = applicantText(service);
  const place = list.elsewhere.includes(service.id) ? otherOffices(service) : placeParts(service.place, page.office);
  const fact = (name: string, value: string, detail?: string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}${detail === undefined || detail === '' ? undefined : html`<small>${detail}</small>`}</dd>
    </div>`;
  const timeDetail = [
    days === null ? '' : t(page, doneBy(page.office, page.now, days)),
    time?.note === undefined || time.text.zh === time.note.zh ? '' : t(page, time.note),
  ]
    .filter((s) => s !== '')
    .join(page.lang === 'zh' ? '；' : '; ');
  return html`<dl class="facts">
    ${fact(word(page, 'howLong'), time === undefined ? '' : t(page, time.text), timeDetail)}
    ${fact(word(page, 'fee'), t(page, list.fee.short), joined(page, [list.fee.detail, list.fee.note]))}
    ${fact(word(page, 'whoComes'), t(page, who.head), t(page, who.detail))}
    ${fact(word(page, 'where'), t(page, place.head), joined(page, [place.detail]))}
  </dl>`;
}

function question(page: PageContext, q: Question, answers: Answers): Html {
  const given = answerTo(q.id, answers);
  return html`<fieldset>
    <legend>${t(page, q)}</legend>
    <div class="seg">
      ${q.options.map(
        (o) =>
          html`<label
            ><input
              type="radio"
              name="${q.id}"
              value="${o.value}"
              ${o.value === given ? html`checked` : undefined}
            />${icon('check', 16)}${t(page, o)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** A plain GET form: it works in any browser, and the answers are in the address. */
export function questionForm(page: PageContext, service: Service, asked: readonly Question[], answers: Answers): Html {
  const kept: [string, string][] = [
    ...(page.office.id === 'yinchuan' ? [] : [['office', page.office.id] as [string, string]]),
    ...(page.lang === 'zh' ? [] : [['lang', page.lang] as [string, string]]),
    ...(page.elder ? [['elder', '1'] as [string, string]] : []),
  ];
  return html`<form class="q" action="/guides/${service.id}#list" method="get">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${asked.map((q) => question(page, q, answers))}
    <button class="btn btn-2 go">${word(page, 'showList')}</button>
  </form>`;
}

export function beforeSteps(page: PageContext, list: Checklist): Html | undefined {
  return when(
    list.before.length > 0,
    () =>
      html`<section>
        <h2>${word(page, 'before')}</h2>
        <ul class="ways">
          ${list.before.map((b) => {
            const service = b.service === undefined ? undefined : serviceById(b.service);
            const text = html`<span class="grow" data-say
              ><b>${t(page, b)}</b
              >${service === undefined ? undefined : html`<small>${bothNames(page, service.nameZh, service.nameEn)}</small>`}</span
            >`;
            return service === undefined
              ? html`<li>${icon('flag', 24)}${text}</li>`
              : html`<li>
                  <a href="${guideLink(page, `/${service.id}`)}">${icon('flag', 24)}${text}${icon('right', 18)}</a>
                </li>`;
          })}
        </ul>
      </section>`,
  );
}

/** The law, its articles and dates, in full. */
export const basisSection = (page: PageContext, services: readonly [Service, ...Service[]]): Html => {
  const checked = t(page, checkedText(services[0]));
  return html`<section>
    <h2>${word(page, 'basis')}</h2>
    <ul class="law">
      ${fullCitations(services).map((c) => html`<li>${icon('law', 16)}<span>${t(page, c)}</span></li>`)}
      <li>${icon('hist', 16)}<span>${word(page, 'guideChecked')}${checked}${page.lang === 'zh' ? '。' : '.'}</span></li>
    </ul>
  </section>`;
};
