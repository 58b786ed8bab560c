/** All guides by category, with a search that needs no script. */
import { categories, serviceById, services } from '../../../models/guidance/catalogue.ts';
import { checklistFor } from '../../../models/guidance/checklist.ts';
import type { Found } from '../../../models/guidance/search.ts';
import type { Service } from '../../../models/guidance/service.ts';
import { offers } from '../../../models/office/office.ts';
import { offices } from '../../../models/office/offices.ts';
import { openingAt } from '../../../models/office/opening.ts';
import { type PageContext, guideLink, linksOf, windowLink, word } from './context.ts';
import { openingText } from './dates.ts';
import { framed } from './frame.ts';
import { type Html, html, when } from './html.ts';
import { icon } from './icon.ts';
import { guideStyles } from './stylesheet.ts';

export type GuideIndexPage = PageContext & { query: string; results: readonly Found[] };

const often = [
  'licence-renew-expiry',
  'licence-replace-lost',
  'vehicle-transfer-registration',
  'mortgage-release',
  'inspection-exempt-mark',
  'replace-vehicle-licence',
];

function row(page: PageContext, service: Service): Html {
  const { lang, office } = page;
  const { fee, times } = checklistFor(service, {}, office);
  const here = offers(office, service.id);
  const [time] = times;
  const brief = [
    time?.verified === true ? time.text[lang] : '',
    fee.yuan === 0 && !fee.complete ? word(page, 'feeAtWindow') : fee.short[lang],
  ]
    .filter((s) => s !== '')
    .join(lang === 'zh' ? '，' : ', ');
  return html`<li>
    <a href="${guideLink(page, `/${service.id}`)}"
      ><span class="grow"
        ><b>${lang === 'zh' ? service.nameZh : service.nameEn}</b
        ><small
          >${lang === 'en' ? html`<span lang="zh-CN">${service.nameZh}</span> · ` : undefined}${brief}${here ? '' : html` <span class="tag">${word(page, 'elsewhere')}</span>`}${service.verified ? '' : html` <span class="tag warn">${word(page, 'unverifiedGuide')}</span>`}</small
        ></span
      >${icon('right', 18)}</a
    >
  </li>`;
}

const list = (page: PageContext, of: readonly Service[]): Html =>
  html`<ul class="gl">
    ${of.map((s) => row(page, s))}
  </ul>`;

function results(page: GuideIndexPage): Html {
  const best = page.results[0]?.score ?? 0;
  const found = page.results
    .filter((r) => r.score > best * 0.35)
    .slice(0, 12)
    .map((r) => r.service);
  const head =
    page.lang === 'zh' ? `“${page.query}”找到${String(found.length)}件` : `${String(found.length)} for “${page.query}”`;
  return html`<section aria-live="polite">
    <h2>${head}</h2>
    ${
      found.length > 0
        ? list(page, found)
        : html`<p>${word(page, 'noResult')}</p>
            <p>
              <a class="btn btn-2" href="${linksOf(page).ask(page.query)}">${icon('chat')}${word(page, 'askBot')}</a>
            </p>`
    }
  </section>`;
}

function finder(page: GuideIndexPage): Html {
  const { office, lang, elder, query } = page;
  return html`<form class="find" action="/guides" method="get" role="search">
    ${when(office.id !== 'yinchuan', () => html`<input type="hidden" name="office" value="${office.id}" />`)}
    ${when(lang !== 'zh', () => html`<input type="hidden" name="lang" value="${lang}" />`)}
    ${when(elder, () => html`<input type="hidden" name="elder" value="1" />`)}
    <input
      type="search"
      name="q"
      value="${query}"
      aria-label="${word(page, 'searchLabel')}"
      placeholder="${word(page, 'searchHint')}"
      maxlength="60"
    />
    <button class="btn btn-1">${icon('search')}${word(page, 'search')}</button>
  </form>`;
}

const officeChoice = (page: GuideIndexPage): Html =>
  html`<nav class="off" aria-label="${word(page, 'chooseOffice')}">
    ${offices.map(
      (o) =>
        html`<a
          href="${guideLink(page, '', { office: o.id, q: page.query })}"
          ${o.id === page.office.id ? html`aria-current="true"` : undefined}
          >${page.lang === 'zh' ? o.nameZh : o.nameEn}</a
        >`,
    )}
  </nav>`;

function allGuides(page: GuideIndexPage): Html {
  const oftenAsked = often.map(serviceById).filter((s) => s !== undefined);
  return html`<nav class="jump" aria-label="${word(page, 'allGuides')}">
      ${categories.map((c) => html`<a class="btn btn-3" href="#${c.id}">${c[page.lang]}</a>`)}
    </nav>
    <div class="cats">
      <section>
        <h2>${word(page, 'often')}</h2>
        ${list(page, oftenAsked)}
      </section>
      ${categories.map(
        (c) =>
          html`<section id="${c.id}">
            <h2>${c[page.lang]}</h2>
            ${list(
              page,
              services.filter((s) => s.category === c.id),
            )}
          </section>`,
      )}
    </div>`;
}

export function guideIndexPage(page: GuideIndexPage): string {
  const { lang, office, now, query } = page;
  const body = html`<main id="main">
    <div class="hero">
      <p class="k">${word(page, 'product')}</p>
      <h1>${word(page, 'guides')}</h1>
      <p class="lead">${word(page, 'indexLead')}</p>
      ${finder(page)} ${officeChoice(page)}
      <p class="open">
        ${icon('clock', 18)}<span
          >${lang === 'zh' ? office.nameZh : office.nameEn}${lang === 'zh' ? '，' : ': '}${openingText(openingAt(office, now), now)[lang]}</span
        >
      </p>
    </div>
    ${when(query !== '', () => results(page))}
    <p class="off">
      <a href="${linksOf(page).report}">${icon('flag', 18)}${word(page, 'reportMatter')}</a>
      <a href="${windowLink(page, '/track')}">${icon('search', 18)}${word(page, 'trackMatter')}</a>
    </p>
    ${query === '' ? allGuides(page) : html`<p class="more"><a class="btn btn-2" href="${guideLink(page, '')}">${icon('list')}${word(page, 'allGuides')}</a></p>`}
  </main>`;
  return framed(page, {
    title: `${word(page, 'guides')} · ${lang === 'zh' ? office.nameZh : office.nameEn}`,
    elderLink: guideLink(page, '', { q: query, elder: !page.elder }),
    langLink: guideLink(page, '', { q: query, lang: lang === 'zh' ? 'en' : 'zh' }),
    styles: guideStyles,
    body,
  });
}
