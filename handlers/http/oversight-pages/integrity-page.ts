/** The public page of the digests: what was published cannot be changed without everybody seeing it. */
import type { Integrity, ShownDigest } from '../../../models/aftermath/oversight-views.ts';
import { offices } from '../../../models/office/offices.ts';
import { integrityWords as words } from '../../../models/phrasebook/oversight-words.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { sheet, type Lang } from './sheet.ts';

const table = (name: string, days: readonly ShownDigest[], lang: Lang): Html => html`
  <div class="tb" tabindex="0" role="region" aria-label="${name}">
    <table>
      <caption>
        ${name}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.day[lang]}</th>
          <th scope="col" class="n">${words.lines[lang]}</th>
          <th scope="col">${words.hash[lang]}</th>
        </tr>
      </thead>
      <tbody>
        ${days.map(
          ({ day, lines, hash }) =>
            html`<tr>
              <th scope="row">${day}</th>
              <td class="n">${lines}</td>
              <td><code>${hash}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

export function integrityPage({ days }: Integrity, lang: Lang, nonce: string): string {
  const tables = offices.flatMap((office) => {
    const own = days.filter((d) => d.office === office.id);
    return own.length === 0 ? [] : [table(lang === 'zh' ? office.nameZh : office.nameEn, own, lang)];
  });
  const body = html`
    <h1>${words.title[lang]}</h1>
    <p>${words.lead[lang]}</p>
    <p class="no-print">
      <a href="/integrity?lang=${lang === 'zh' ? 'en' : 'zh'}" lang="${lang === 'zh' ? 'en' : 'zh-CN'}"
        >${words.other[lang]}</a
      >
    </p>
    <h2>${words.howTitle[lang]}</h2>
    <p>${words.how[lang]}</p>
    <h2>${words.checkTitle[lang]}</h2>
    <p>${words.check[lang]}</p>
    ${tables.length === 0 ? html`<p>${words.none[lang]}</p>` : tables}
    <footer>${words.foot[lang]}</footer>
  `;
  return sheet(words.title[lang], lang, nonce, body);
}
