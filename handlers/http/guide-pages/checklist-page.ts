/** The personal checklist alone, for one matter or several in one visit: to keep on the phone, to send on, to print. */
import { encodeAnswers } from '../../../models/guidance/answer-code.ts';
import { type Checklist, checklistForMany, situationText } from '../../../models/guidance/checklist.ts';
import type { Answers } from '../../../models/guidance/questions.ts';
import type { Service } from '../../../models/guidance/service.ts';
import { type PageContext, guideLink, linksOf, word } from './context.ts';
import { doneBy } from './dates.ts';
import { framed } from './frame.ts';
import { type Html, html, when } from './html.ts';
import { icon } from './icon.ts';
import { itemsCard, notNeededBox } from './item-list.ts';
import { basisSection, beforeSteps, factsList } from './parts.ts';
import { qrCode } from './qr.ts';
import { guideStyles } from './stylesheet.ts';

export type ChecklistPage = PageContext & {
  services: readonly [Service, ...Service[]];
  answers: Answers;
  /** This page's absolute address, for the QR code. */
  url: string;
};

const manyTitle = (n: number, lang: 'zh' | 'en'): string =>
  lang === 'zh' ? `一趟办${String(n)}件` : `${String(n)} things in one visit`;

/** For several matters: the sum and the places, then each matter with its own time limit. */
function manyFacts(page: ChecklistPage, list: Checklist): Html {
  const { lang, office, now } = page;
  return html`<dl class="facts few">
      <div>
        <dt>${word(page, 'fee')}</dt>
        <dd>
          ${list.fee.short[lang]}${list.fee.detail === undefined ? undefined : html`<small>${list.fee.detail[lang]}</small>`}
        </dd>
      </div>
      <div>
        <dt>${word(page, 'where')}</dt>
        <dd>${list.where.map((w) => html`<small>${w[lang]}</small>`)}</dd>
      </div>
    </dl>
    <ul class="gl matters">
      ${page.services.map((s, i) => {
        const time = list.times[i];
        const by = time?.days == null ? '' : `${lang === 'zh' ? '；' : '; '}${doneBy(office, now, time.days)[lang]}`;
        return html`<li>
          <a href="${guideLink(page, `/${s.id}`)}"
            ><span class="grow"
              ><b>${lang === 'zh' ? s.nameZh : s.nameEn}</b><small>${time?.text[lang] ?? ''}${by}</small></span
            >${icon('right', 18)}</a
          >
        </li>`;
      })}
    </ul>`;
}

export function checklistPage(page: ChecklistPage): string {
  const { services, answers, lang, office, url } = page;
  const [first] = services;
  const list = checklistForMany(services, answers, office);
  const a = encodeAnswers(services, answers);
  const path = `/${services.map((s) => s.id).join('+')}`;
  const name = services.map((s) => (lang === 'zh' ? s.nameZh : s.nameEn)).join(lang === 'zh' ? '、' : ', ');
  const ticks = services.map((s) => s.id).join('+');
  const body = html`<main id="main" class="two-col">
    <div class="hero">
      <p class="k">${lang === 'zh' ? office.nameZh : office.nameEn} · ${word(page, 'yourList')}</p>
      <h1 data-say>${services.length > 1 ? manyTitle(services.length, lang) : name}</h1>
      <p class="lead">
        ${situationText(services, answers)[lang]}${' '}<a
          class="noprint"
          href="${guideLink(page, `/${first.id}`, { a })}"
          >${word(page, 'changeAnswers')}</a
        >
      </p>
      ${services.length > 1 ? manyFacts(page, list) : factsList(page, first, list)}
    </div>
    ${beforeSteps(page, list)}
    <section>${itemsCard(page, list, ticks)}${notNeededBox(page, list)}</section>
    ${basisSection(page, services)}
    <aside class="side" aria-label="${word(page, 'takeAlong')}">
      <div class="card in">
        <div class="qrw">
          ${qrCode(url, 116, word(page, 'scan'))}
          <p>${word(page, 'scan')}</p>
        </div>
        <button class="btn btn-1" type="button" data-print hidden>${icon('print')}${word(page, 'printThis')}</button>
        ${when(services.length === 1, () => html`<a class="btn btn-2" href="${guideLink(page, `/${first.id}/notice`, { a })}">${icon('doc')}${word(page, 'printNotice')}</a>`)}
        <a class="btn btn-q" href="${linksOf(page).person}">${icon('headset')}${word(page, 'person')}</a>
      </div>
    </aside>
  </main>`;
  return framed(page, {
    title: `${word(page, 'yourList')} · ${name}`,
    back: guideLink(page, `/${first.id}`, { a }),
    elderLink: guideLink(page, `${path}/checklist`, { a, elder: !page.elder }),
    langLink: guideLink(page, `${path}/checklist`, { a, lang: lang === 'zh' ? 'en' : 'zh' }),
    styles: guideStyles,
    body,
  });
}
