/** Past programmes of one office, for anybody, and where a station finds them as feeds. */
import type { Broadcast } from '../../../models/broadcast/broadcast.ts';
import type { OfficeId } from '../../../models/ids.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { airPageWords as words } from '../../../models/phrasebook/broadcast-words.ts';
import { addDays } from '../../../models/time.ts';
import { html } from '../guide-pages/html.ts';
import { sheet, type Lang } from '../oversight-pages/sheet.ts';

const styles = `
.all{list-style:none;margin:20px 0 0;padding:0;border-top:1px solid var(--bc-line-2)}
.all li{padding:14px 0;border-bottom:1px solid var(--bc-line)}
.all a{font-size:18px;font-weight:600;text-decoration:none}
.all a:hover{text-decoration:underline}
.feeds a{margin-right:16px}
`;

export function airPage(office: OfficeId, broadcasts: readonly Broadcast[], lang: Lang, nonce: string): string {
  const { nameZh, nameEn } = officeOf(office);
  const title = `${words.title[lang]} · ${lang === 'zh' ? nameZh : nameEn}`;
  const body = html`
    <h1>${title}</h1>
    <p>${words.lead[lang]}</p>
    <p class="no-print">
      <a href="/air/${office}?lang=${lang === 'zh' ? 'en' : 'zh'}" lang="${lang === 'zh' ? 'en' : 'zh-CN'}"
        >${words.other[lang]}</a
      >
    </p>
    ${
      broadcasts.length === 0
        ? html`<p class="note">${words.none[lang]}</p>`
        : html`<ul class="all">
            ${broadcasts.map(
              ({ week, title: name, aired }) =>
                html`<li>
                  <a href="/air/${office}/${week}?lang=${lang}" lang="zh-CN">${name}</a>
                  <p class="note">
                    ${words.asked[lang](week, addDays(week, 6))}${aired === undefined ? '' : ` · ${words.aired[lang](aired.day, aired.programme)}`}
                  </p>
                </li>`,
            )}
          </ul>`
    }
    <h2>${words.feeds[lang]}</h2>
    <p class="feeds"><a href="/air/${office}/feed.xml">RSS</a><a href="/air/${office}/feed.json">JSON Feed</a></p>
    <footer>${words.free[lang]}</footer>
  `;
  return sheet(title, lang, nonce, body, styles);
}
