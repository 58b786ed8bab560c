/** The checklist itself: one row per paper with its article, who brings it, and what need not be brought. */
import type { Checklist, ChecklistItem } from '../../../models/guidance/checklist.ts';
import { materialBasis } from '../../../models/guidance/citations.ts';
import { replacedIn } from '../../../models/guidance/replace-lost.ts';
import type { Text } from '../../../models/guidance/service.ts';
import { whoNames } from '../../../models/guidance/wording.ts';
import { type PageContext, guideLink, linksOf, word } from './context.ts';
import { type Html, html, when } from './html.ts';
import { icon } from './icon.ts';

const t = (page: PageContext, text: Text): string => text[page.lang];

/** In English the Chinese name stands beside it, to show at the window. */
export const bothNames = (page: PageContext, zh: string, en: string): Html =>
  page.lang === 'zh' ? html`${zh}` : html`${en} <span class="zh" lang="zh-CN">${zh}</span>`;

function itemRow(page: PageContext, list: Checklist, item: ChecklistItem): Html {
  const lost = replacedIn(item);
  const basis = materialBasis(item.legal);
  const others =
    item.who === 'owner' || item.who === 'driver' || item.who === 'applicant' ? undefined : whoNames[item.who];
  const name = page.lang === 'zh' ? item.nameZh : `${item.nameEn} ${item.nameZh}`;
  return html`<li>
    <div class="it">
      <span class="cb"
        ><input type="checkbox" aria-label="${name}" data-tick="${item.id}" /><i>${icon('check', 16)}</i></span
      >
      <div>
        <h3 data-say>
          ${bothNames(page, item.nameZh, item.nameEn)}${when(
            item.onlyIf !== undefined,
            () => html`<span class="tag">${item.onlyIf === undefined ? '' : t(page, item.onlyIf)}</span>`,
          )}${when(!item.verified, () => html`<span class="tag warn">${word(page, 'unverified')}</span>`)}
        </h3>
        ${when(item.note !== undefined, () => html`<p>${item.note === undefined ? '' : t(page, item.note)}</p>`)}
        ${when(lost !== undefined && list.services.length === 1, () => html`<p><a href="${guideLink(page, `/${lost ?? ''}`)}">${word(page, 'lost')}</a></p>`)}
        <span class="who"
          >${others === undefined ? undefined : html`${icon(item.who === 'lender' ? 'bank' : 'user', 15)}${t(page, others)}${basis === undefined ? '' : ' · '}`}${basis === undefined ? undefined : t(page, basis)}</span
        >
      </div>
    </div>
  </li>`;
}

/** Certain papers first, then those that depend on a case; the count says which is which. */
export function countText(page: PageContext, list: Checklist): string {
  const depends = list.items.filter((i) => i.onlyIf !== undefined).length;
  const sure = list.items.length - depends;
  if (page.lang === 'zh') return `共${String(sure)}样${depends === 0 ? '' : `，另有${String(depends)}样看情形`}`;
  return `${String(sure)} ${sure === 1 ? 'thing' : 'things'}${depends === 0 ? '' : `, and ${String(depends)} in some cases`}`;
}

export function itemsCard(page: PageContext, list: Checklist, ticks: string): Html {
  const count = countText(page, list);
  const ready = page.lang === 'zh' ? `${count}，已备#样` : `${count}; # ready`;
  return html`<div class="card list" id="list" data-ticks="${ticks}">
      <header>
        <div>
          <h2 data-say>${word(page, 'yourList')}</h2>
          ${when(list.items.length > 0, () => html`<p data-ready="${ready}" role="status">${count}</p>`)}
        </div>
        ${when(list.items.length > 0, () => html`<div class="pg" aria-hidden="true" hidden>${list.items.map(() => html`<i></i>`)}</div>`)}
      </header>
      ${
        list.items.length === 0
          ? html`<p class="none" data-say>${word(page, list.itemsVerified ? 'noPapers' : 'papersUnverified')}</p>`
          : html`<ul>
              ${[...list.items]
                .sort((a, b) => Number(a.onlyIf !== undefined) - Number(b.onlyIf !== undefined))
                .map((item) => itemRow(page, list, item))}
            </ul>`
      }
    </div>
    ${when(!list.itemsVerified && list.items.length > 0, () => html`<p class="warnbox">${icon('alert', 20)}<span data-say>${word(page, 'papersUnverified')}</span></p>`)}`;
}

export const notNeededBox = (page: PageContext, list: Checklist): Html | undefined =>
  when(
    list.notNeeded.length > 0,
    () =>
      html`<div class="not">
        <h3>${word(page, 'notNeeded')}</h3>
        <ul data-say>
          ${list.notNeeded.map((n) => html`<li>${icon('minus', 16)}${bothNames(page, n.zh, n.en)}</li>`)}
        </ul>
        <p>
          ${word(page, 'notNeededWhy')}<a href="${linksOf(page).report}">${word(page, 'reportIt')}</a
          >${page.lang === 'zh' ? '。' : '.'}
        </p>
      </div>`,
  );
