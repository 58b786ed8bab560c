/** What a release by video is: who, all papers at once, free, how long, that it is recorded, and the ways without video. */
import { openingAt } from '../../../models/office/opening.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { guideLink, type PageContext } from '../guide-pages/context.ts';
import { openingText } from '../guide-pages/dates.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { leadRow, wayOut } from '../report-pages/report-frame.ts';
import { releaseFramed } from './release-frame.ts';

export function introPage(page: PageContext, begun: boolean): string {
  const words = applyReleaseWords(page.lang);
  const office = page.lang === 'zh' ? page.office.nameZh : page.office.nameEn;
  const comma = page.lang === 'zh' ? '，' : ', ';
  const fact = ([name, value, small]: readonly [string, string, string]): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}<small>${small}</small></dd>
    </div>`;
  const body = html`<div class="hero">
      <h1 data-say>${words.title}</h1>
      <p class="lead" data-say>${words.lead}</p>
      <p class="also">${words.legalName}</p>
      <p class="open">
        ${icon('clock', 18)}<span
          >${office}${comma}${openingText(openingAt(page.office, page.now), page.now)[page.lang]}</span
        >
      </p>
    </div>
    <dl class="facts">${Object.values(words.facts).map((one) => fact(one))}</dl>
    <div class="go2">
      <a class="btn btn-1" href="/release/apply">${icon('edit', 22)}${begun ? words.goOn : words.start}</a>
      <a class="btn btn-2" href="/release/track">${icon('search', 22)}${words.track}</a>
    </div>
    <div class="rows">${leadRow('/release/try', 'video', words.tryDevice)}</div>
    <div class="halves">
      <section>
        <h2 data-say>${words.papersHead}</h2>
        <p data-say>${words.papersLead}</p>
        <ul class="plain">
          ${words.papers.map((paper) => html`<li>${icon('check', 18)}<span data-say>${paper}</span></li>`)}
        </ul>
        <div class="not">
          <h3>${words.notAsked}</h3>
          <ul>
            ${words.notAskedList.map((paper) => html`<li>${icon('x', 16)}${paper}</li>`)}
          </ul>
          <p data-say>${words.notAskedWhy}</p>
        </div>
      </section>
      <section>
        <h2 data-say>${words.stepsHead}</h2>
        <ol class="steps">
          ${words.steps.map(([name, how]) => html`<li><b data-say>${name}</b><small data-say>${how}</small></li>`)}
        </ol>
      </section>
      <section>
        <h2>${words.knowHead}</h2>
        <ul class="no">
          ${words.know.map((one, i) => html`<li>${icon(i === 0 ? 'video' : i === 1 ? 'shield' : 'law', 20)}<span data-say>${one}</span></li>`)}
        </ul>
      </section>
      <section>
        <h2>${words.waysHead}</h2>
        <ul class="no">
          <li>
            ${icon('users', 20)}<span>${words.toHelper}<small>${words.helperHow}</small></span>
          </li>
        </ul>
        ${wayOut(page, [
          leadRow('/release/counter?why=wish', 'hall', words.toCounter),
          leadRow(guideLink(page, '/mortgage-release'), 'list', words.toGuide),
        ])}
      </section>
    </div>
    <p class="subnote">${words.law}</p>`;
  return releaseFramed(page, {
    title: words.title,
    path: '/release',
    back: '/',
    body: html`<div class="intro-in">${body}</div>`,
  });
}
