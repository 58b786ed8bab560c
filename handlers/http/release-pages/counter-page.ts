/** The way by the counter: why, what to bring, and that it is no second best. */
import { openingAt } from '../../../models/office/opening.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { guideLink, type PageContext } from '../guide-pages/context.ts';
import { openingText } from '../guide-pages/dates.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { leadRow, wayOut } from '../report-pages/report-frame.ts';
import { releaseFramed } from './release-frame.ts';

export const counterReasons = ['office', 'lost', 'lender', 'wish'] as const;
export type CounterReason = (typeof counterReasons)[number];

/** `back`: where a wrong choice is put right. */
export function counterPage(page: PageContext, why: CounterReason, back: string | undefined): string {
  const { counter } = applyReleaseWords(page.lang);
  const office = page.lang === 'zh' ? page.office.nameZh : page.office.nameEn;
  const comma = page.lang === 'zh' ? '，' : ', ';
  const list = (items: readonly string[]): Html =>
    html`<ul>
      ${items.map((item) => html`<li data-say>${item}</li>`)}
    </ul>`;
  const notice = guideLink(page, '/mortgage-release/notice');
  const body = html`<div class="hero">
      <h1 data-say>${counter.title}</h1>
      <p class="lead" data-say>${counter[why]}</p>
      <p class="open">
        ${icon('clock', 18)}<span
          >${office}${comma}${openingText(openingAt(page.office, page.now), page.now)[page.lang]}</span
        >
      </p>
    </div>
    ${when(why === 'lender', () => numbered(counter.lenderWhy))}
    ${when(
      why === 'lost',
      () =>
        html`${numbered(counter.lostSteps)}
          <p class="subnote">${counter.lostLaw}</p>`,
    )}
    <section class="card blk">
      <h2 data-say>${icon('list', 22)}${counter.bring}</h2>
      <div class="two3">
        <div>
          <h3>${counter.ofOwner}</h3>
          ${list(counter.bringOwner)}
        </div>
        <div>
          <h3>${counter.ofLender}</h3>
          ${list(counter.bringLender)}
        </div>
      </div>
      <p data-say>${counter.bringCourt}</p>
      <p data-say>${counter.limit}</p>
    </section>
    <div class="acts2">
      <a class="btn btn-1" href="${notice}">${icon('print', 20)}${counter.print}</a>
      ${back === undefined ? undefined : html`<a class="btn btn-q" href="${back}">${icon('undo', 20)}${counter.goBack}</a>`}
    </div>
    ${wayOut(page, [
      ...(why === 'lost'
        ? [leadRow(guideLink(page, '/replace-registration-certificate'), 'doc', counter.lostGuide)]
        : []),
      ...(why === 'lender' ? [leadRow('/lenders/apply', 'bank', counter.invite)] : []),
      leadRow('/?say=%E6%9C%80%E8%BF%91%E7%9A%84%E7%BD%91%E7%82%B9', 'pin', counter.points),
    ])}`;
  return releaseFramed(page, {
    title: counter.title,
    path: `/release/counter?why=${why}`,
    back: back ?? '/release',
    body,
  });
}

const numbered = (items: readonly string[]): Html =>
  html`<ol class="nexts">
    ${items.map((item) => html`<li><span data-say>${item}</span></li>`)}
  </ol>`;
