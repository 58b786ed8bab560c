/** The weekly bulletin as a page that prints on A4; numbers of matters only, nobody's name, phone, plate or words. */
import type { Bulletin, Miss } from '../../../functions/aftermath/show-bulletin.ts';
import type { Beside, Ratio, ShownPromise } from '../../../models/aftermath/oversight-views.ts';
import { serviceById } from '../../../models/guidance/catalogue.ts';
import { CauseCode } from '../../../models/complaint/kinds.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { causeNames } from '../../../models/phrasebook/complaint-kinds.ts';
import {
  besideWords,
  bulletinWords as words,
  excludedWords,
  promiseWords,
  reviewStateWords,
} from '../../../models/phrasebook/oversight-words.ts';
import type { OfficeId } from '../../../models/ids.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { sheet, type Lang } from './sheet.ts';

/** A share of few says nothing and may point at somebody. */
const ENOUGH = 10;
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const shareText = ({ denominator, share }: Ratio): string =>
  share === null || denominator < ENOUGH ? '' : ` ${percent(share)}`;
const ofText = (r: Ratio): string => `${String(r.numerator)}/${String(r.denominator)}`;

const officeName = (office: OfficeId, lang: Lang): string =>
  lang === 'zh' ? officeOf(office).nameZh : officeOf(office).nameEn;
const serviceName = (id: string | undefined, lang: Lang): string => {
  const service = id === undefined ? undefined : serviceById(id);
  return service === undefined ? '—' : lang === 'zh' ? service.nameZh : service.nameEn;
};
const causeName = (key: string | undefined, lang: Lang): string => {
  const cause = CauseCode.safeParse(key);
  return cause.success ? causeNames[cause.data][lang] : '—';
};

const amount = ({ unit, of = ENOUGH }: Beside, value: number | null, lang: Lang): string =>
  value === null
    ? '—'
    : unit === 'share'
      ? of < ENOUGH
        ? '—'
        : percent(value)
      : unit === 'minutes'
        ? `${String(value)}${lang === 'zh' ? '' : ' '}${words.minutes[lang]}`
        : `${String(value)}${words.pieces[lang]}`;

function promise(p: ShownPromise, lang: Lang): Html {
  const { name, rule } = promiseWords[p.name];
  const excluded = p.excluded.filter((e) => e.count > 0);
  return html`<section>
    <h2>${name[lang]}</h2>
    <p class="note">${rule[lang]}</p>
    <p class="big">${ofText(p.ratio)}<small>${shareText(p.ratio)}</small></p>
    <p>
      ${p.missed === 0 ? '' : html`<b class="late">${words.missed[lang]} ${p.missed}${words.pieces[lang]}</b> `}
      <span class="note">${words.lastWeek[lang]} ${ofText(p.previous)}</span>
    </p>
    ${
      excluded.length === 0
        ? ''
        : html`<p class="note">
            ${words.excluded[lang]}${lang === 'zh' ? '：' : ': '}${excluded
              .map((e) => `${excludedWords[e.why][lang]} ${String(e.count)}${words.pieces[lang]}`)
              .join(lang === 'zh' ? '，' : ', ')}
          </p>`
    }
    <ul>
      ${p.beside.map(
        (b) =>
          html`<li>
            <span>${besideWords[b.name][lang]}</span
            ><span
              >${amount(b, b.value, lang)}
              <span class="note">${words.lastWeek[lang]} ${amount(b, b.previous, lang)}</span></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

const table = (label: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Html =>
  html`<div class="tb" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const missWords = {
  'response-missed': words.late,
  'on-time-missed': words.answerLate,
  dissatisfied: words.unhappy,
} as const satisfies Record<Miss['what'], { zh: string; en: string }>;

export function bulletinPage({ week, view, misses, reviews }: Bulletin, lang: Lang, nonce: string): string {
  const title = `${words.title[lang]} ${week}`;
  const scope = view.office === 'all' ? words.all[lang] : officeName(view.office, lang);
  const body = html`
    <h1>${title}</h1>
    <p class="note">
      ${scope} · ${view.from} — ${view.to} · ${words.received[lang]} ${view.received}${words.pieces[lang]}
      (${words.lastWeek[lang]} ${view.receivedBefore}) · ${words.open[lang]} ${view.now.open} · ${words.overdue[lang]}
      ${view.now.overdue}
    </p>
    <div class="three">${view.promises.map((p) => promise(p, lang))}</div>
    <p class="note">${words.few[lang]}</p>
    ${
      view.byOffice.length < 2
        ? ''
        : table(
            words.office[lang],
            [
              words.office[lang],
              words.received[lang],
              ...view.promises.map((p) => promiseWords[p.name].name[lang]),
              words.open[lang],
              words.overdue[lang],
            ],
            view.byOffice.map((o) => [
              officeName(o.office, lang),
              o.received,
              ofText(o.response),
              ofText(o.onTime),
              ofText(o.satisfaction),
              o.open,
              o.overdue,
            ]),
          )
    }
    <h2>${words.misses[lang]}</h2>
    ${
      misses.length === 0
        ? html`<p>${words.noMisses[lang]}</p>`
        : table(
            words.misses[lang],
            [words.number[lang], words.office[lang], words.what[lang], words.service[lang], words.cause[lang]],
            misses.map(({ what, row }) => [
              row.row?.number ?? '—',
              row.row === undefined ? '—' : officeName(row.row.office, lang),
              missWords[what][lang],
              serviceName(row.service, lang),
              causeName(row.cause, lang),
            ]),
          )
    }
    <h2>${words.causes[lang]}</h2>
    ${
      view.byCause.every((row) => row.received === 0)
        ? html`<p>${words.noCauses[lang]}</p>`
        : table(
            words.causes[lang],
            [words.cause[lang], words.answered[lang], promiseWords['on-time'].name[lang]],
            view.byCause
              .filter((row) => row.received > 0)
              .map((row) => [causeName(row.key, lang), row.received, ofText(row.onTime)]),
          )
    }
    <h2>${words.reviews[lang]}</h2>
    ${
      reviews.length === 0
        ? html`<p>${words.noReviews[lang]}</p>`
        : table(
            words.reviews[lang],
            [
              words.cause[lang],
              words.service[lang],
              words.action[lang],
              words.due[lang],
              words.state[lang],
              words.matters[lang],
            ],
            reviews.map((r) => [
              `${causeName(r.cause, lang)}：${r.title}`,
              serviceName(r.service, lang),
              r.action,
              r.dueDay ?? '—',
              reviewStateWords[r.state][lang],
              `${String(r.cases.length)}${words.pieces[lang]}`,
            ]),
          )
    }
    <footer>${words.foot[lang]}</footer>
  `;
  return sheet(title, lang, nonce, body);
}
