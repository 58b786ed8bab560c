/** One radio script as the speaker reads it: large type, a question a block, each with its length and its rule; prints on A4. */
import { isPublic, type Broadcast } from '../../../models/broadcast/broadcast.ts';
import { speaking, spokenParts, spokenSeconds, type BroadcastItem } from '../../../models/broadcast/item.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { airPageWords as words, broadcastWords } from '../../../models/phrasebook/broadcast-words.ts';
import { addDays, dayOf } from '../../../models/time.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { sheet, type Lang } from '../oversight-pages/sheet.ts';

const styles = `
.meta{display:flex;flex-wrap:wrap;gap:4px 18px;margin:4px 0 0}
.stop{border:2px solid var(--bc-late);color:var(--bc-late);border-radius:8px;padding:8px 14px;font-weight:600;margin:14px 0}
.qa{border-top:2px solid var(--bc-ink);margin-top:22px;padding-top:12px;break-inside:avoid}
.qa header{display:flex;align-items:baseline;gap:12px;color:var(--bc-ink-2);font-size:14px}
.qa header b{font-size:19px;color:var(--bc-ink)}
.qa .grow{flex:1}
.qa p{font-size:22px;line-height:1.75;margin:8px 0;text-wrap:pretty}
.qa .q{font-weight:700}
.qa .source{font-size:16px;color:var(--bc-ink-2);line-height:1.6}
.qa i{font-style:normal;color:var(--bc-ink-2)}
.sum .note{font-weight:400}
.sum{font-size:17px;font-weight:600;border-top:2px solid var(--bc-ink);margin-top:22px;padding-top:12px}
@media print{.qa p{font-size:16pt}.qa .source{font-size:11pt}.qa,.sum{border-color:#000}}
`;

const lengthOf = (seconds: number, lang: Lang): string => words.length[lang](Math.floor(seconds / 60), seconds % 60);

const item = (one: BroadcastItem, n: number, lang: Lang): Html =>
  html`<section class="qa" lang="zh-CN">
    <header>
      <b>${n + 1}</b><span class="grow"></span>
      <span lang="${lang === 'zh' ? 'zh-CN' : 'en'}"
        >${one.checkedOn === undefined ? '' : `${words.checked[lang](one.checkedOn)} · `}${lengthOf(spokenSeconds(one), lang)}</span
      >
    </header>
    ${spokenParts(one).map(
      ({ of, text }) => html`<p class="${of === 'question' ? 'q' : of}"><i>${broadcastWords.spoken[of]}</i>${text}</p>`,
    )}
  </section>`;

export function scriptPage(broadcast: Broadcast, lang: Lang, nonce: string, back?: string): string {
  const { office, week, items, state, aired, approvedAt, title } = broadcast;
  const { nameZh, nameEn } = officeOf(office);
  const seconds = items.reduce((sum, one) => sum + spokenSeconds(one), 0);
  const body = html`
    ${when(back !== undefined, () => html`<p class="no-print"><a href="${back ?? ''}">${words.back[lang]}</a></p>`)}
    <h1 lang="zh-CN">${title}</h1>
    <p class="note meta">
      <span>${lang === 'zh' ? nameZh : nameEn}</span>
      <span>${words.asked[lang](week, addDays(week, 6))}</span>
      ${approvedAt === undefined || !isPublic(broadcast) ? '' : html`<span>${words.approved[lang](dayOf(approvedAt))}</span>`}
      ${aired === undefined ? '' : html`<span>${words.aired[lang](aired.day, aired.programme)}</span>`}
    </p>
    ${when(!isPublic(broadcast), () => html`<p class="stop">${words[state === 'withdrawn' ? 'withdrawn' : 'notYet'][lang]}</p>`)}
    ${when(lang === 'en', () => html`<p class="note">${words.inChinese.en}</p>`)}
    ${items.map((one, n) => item(one, n, lang))}
    <p class="sum">
      ${words.whole[lang]} ${lengthOf(seconds, lang)}
      <span class="note">${words.lengthHow[lang](speaking.signsAMinute)}</span>
    </p>
    <footer>${words.free[lang]}</footer>
  `;
  return sheet(title, lang, nonce, body, styles);
}
