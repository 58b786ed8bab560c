/** The page of one service: what it is, a few questions, the checklist, where to go, and the law behind it. */
import { encodeAnswers } from '../../../models/guidance/answer-code.ts';
import { categoryOf } from '../../../models/guidance/catalogue.ts';
import { type Checklist, checklistFor, questionsFor } from '../../../models/guidance/checklist.ts';
import type { Answers } from '../../../models/guidance/questions.ts';
import type { Service } from '../../../models/guidance/service.ts';
import { type PageContext, guideLink, linksOf, word } from './context.ts';
import { framed } from './frame.ts';
import { type Html, html, when } from './html.ts';
import { icon } from './icon.ts';
import { itemsCard, notNeededBox } from './item-list.ts';
import { basisSection, beforeSteps, factsList, questionForm } from './parts.ts';
import { qrCode } from './qr.ts';
import { guideStyles } from './stylesheet.ts';
import { refusalsSection, stepsSection, waysSection } from './ways.ts';

export type GuidePage = PageContext & {
  service: Service;
  answers: Answers;
  /** The absolute address of the checklist page, for the QR code; without it there is no code. */
  url?: string;
};

function hero(page: GuidePage, list: Checklist): Html {
  const { service, lang, office } = page;
  return html`<div class="hero">
    <p class="k">${lang === 'zh' ? office.nameZh : office.nameEn} · ${categoryOf(service.category)[lang]}</p>
    <h1 data-say>${lang === 'zh' ? service.nameZh : service.nameEn}</h1>
    <p class="lead" data-say>${service.lead[lang]}</p>
    ${
      lang === 'en'
        ? html`<p class="also">${word(page, 'alsoCalled')}: <span lang="zh-CN">${service.nameZh}</span></p>`
        : when(
            service.aliases.length > 0,
            () => html`<p class="also">${word(page, 'alsoCalled')}：${service.aliases.slice(0, 4).join('、')}</p>`,
          )
    }
    ${factsList(page, service, list)}
  </div>`;
}

function questionsSection(page: GuidePage): Html | undefined {
  const asked = questionsFor(page.service, page.answers);
  return when(
    asked.length > 0,
    () =>
      html`<h2>${word(page, asked.length === 1 ? 'oneQuestion' : 'threeQuestions')}</h2>
        <p>${word(page, 'onlyYours')}</p>
        ${questionForm(page, page.service, asked, page.answers)}`,
  );
}

/** Sure things, then what nobody could verify, never mixed. */
function conditionSections(page: GuidePage): Html {
  const { service, lang } = page;
  const sure = service.conditions.filter((c) => c.verified);
  const open = service.conditions.filter((c) => !c.verified);
  return html`${when(
    sure.length > 0,
    () =>
      html`<section>
        <h2>${word(page, 'goodToKnow')}</h2>
        <ul class="no">
          ${sure.map((c) => html`<li>${icon('info', 20)}<span data-say>${c[lang]}</span></li>`)}
        </ul>
      </section>`,
  )}
  ${when(
    open.length > 0,
    () =>
      html`<section>
        <h2>${word(page, 'openPoints')}</h2>
        <p>${word(page, 'openPointsLead')}</p>
        <ul class="no">
          ${open.map((c) => html`<li>${icon('help', 20)}<span>${c[lang]}</span></li>`)}
        </ul>
      </section>`,
  )}`;
}

function primary(page: GuidePage): Html {
  const { service, office } = page;
  const links = linksOf(page);
  const video =
    office.videoRelease && service.channels.some((c) => c.kind === 'video') && service.category === 'mortgage-pledge';
  if (video)
    return html`<a class="btn btn-1" href="${links.book('视频办')}">${icon('video')}${word(page, 'bookVideo')}</a>`;
  const window =
    service.channels.some((c) => c.kind === 'window' && c.verified) && service.category !== 'local-service';
  return window
    ? html`<a class="btn btn-1" href="${links.book(service.nameZh)}">${icon('cal')}${word(page, 'book')}</a>`
    : html`<a class="btn btn-1" href="${links.ask(service.nameZh)}">${icon('chat')}${word(page, 'askBot')}</a>`;
}

export function guidePage(page: GuidePage): string {
  const { service, answers, lang, url } = page;
  const list = checklistFor(service, answers, page.office);
  const a = encodeAnswers(service, answers);
  const path = `/${service.id}`;
  const noticeLink = guideLink(page, `${path}/notice`, { a });
  const body = html`<main id="main" class="two-col">
      ${hero(page, list)}
      <section>${questionsSection(page)}${itemsCard(page, list, service.id)}${notNeededBox(page, list)}</section>
      ${beforeSteps(page, list)} ${waysSection(page, service, list)}
      <div class="halves">${stepsSection(page, list)}${refusalsSection(page, service)}</div>
      ${conditionSections(page)} ${basisSection(page, [service])}
      <aside class="side" aria-label="${word(page, 'takeAlong')}">
        <div class="card in">
          ${when(
            url !== undefined,
            () =>
              html`<div class="qrw">
                ${qrCode(url ?? '', 116, word(page, 'scan'))}
                <p>${word(page, 'scan')}</p>
              </div>`,
          )}
          ${primary(page)}
          <a class="btn btn-2" href="${noticeLink}">${icon('print')}${word(page, 'printNotice')}</a>
          <a class="btn btn-2" href="${guideLink(page, `${path}/checklist`, { a })}"
            >${icon('list')}${word(page, 'shareList')}</a
          >
          <a class="btn btn-q" href="${linksOf(page).person}">${icon('headset')}${word(page, 'person')}</a>
        </div>
      </aside>
    </main>
    <nav class="bar" aria-label="${word(page, 'takeAlong')}">
      <a class="btn btn-2" href="${noticeLink}">${icon('print')}${word(page, 'notice')}</a>${primary(page)}
    </nav>`;
  return framed(page, {
    title: `${lang === 'zh' ? service.nameZh : service.nameEn} · ${word(page, 'guides')} · ${lang === 'zh' ? page.office.nameZh : page.office.nameEn}`,
    back: guideLink(page, ''),
    elderLink: guideLink(page, path, { a, elder: !page.elder }),
    langLink: guideLink(page, path, { a, lang: lang === 'zh' ? 'en' : 'zh' }),
    styles: guideStyles,
    body,
  });
}
