/** The notice that tells everything at once (一次性告知单); prints on one A4 page, readable in black and white. */
import { encodeAnswers } from '../../../models/guidance/answer-code.ts';
import { type Checklist, checklistFor, situationText } from '../../../models/guidance/checklist.ts';
import { checkedText, fullCitations } from '../../../models/guidance/citations.ts';
import type { Answers } from '../../../models/guidance/questions.ts';
import type { Service } from '../../../models/guidance/service.ts';
import { applicantText, channelNames, whoNames } from '../../../models/guidance/wording.ts';
import { type Day, type Instant, dayOf, minuteOfDay } from '../../../models/time.ts';
import { type PageContext, guideLink, word } from './context.ts';
import { clockText } from './dates.ts';
import { framed } from './frame.ts';
import { type Html, html, when } from './html.ts';
import { icon } from './icon.ts';
import { density } from './notice-density.ts';
import { noticeWords } from './notice-words.ts';
import { bothNames, countText } from './item-list.ts';
import { qrCode } from './qr.ts';
import { noticeStyles } from './stylesheet.ts';

export type NoticePage = PageContext & {
  service: Service;
  answers: Answers;
  /** The absolute address that the code on the paper leads to. */
  url: string;
  /** If an officer hands it out: its number and the officer; else it is a citizen's own print. */
  issued?: { number: string; by: string; at: Instant };
  /** By paper, how it stands and what the officer wrote to it: on a guidance sheet. */
  standing?: ReadonlyMap<string, PaperStanding>;
  /** The code of what was checked on photos, as it is read out. */
  check?: { code: string; validTo: Day };
  /** This page's own address, and where its arrow leads, when it is not the guide's. */
  self?: string;
  back?: string;
};
export type PaperStanding = { stands: 'open' | 'fine' | 'missing' | 'not-needed'; words: readonly string[] };

const dateText = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
};

/** Several notes as sentences of one cell. */
const sentences = (notes: readonly (string | undefined)[], lang: 'zh' | 'en'): string =>
  notes
    .filter((n) => n !== undefined)
    .map((n) => n.replace(/[。.]$/, ''))
    .map((n) => (lang === 'zh' ? `${n}。` : `${n.charAt(0).toUpperCase()}${n.slice(1)}.`))
    .join(lang === 'zh' ? '' : ' ');

function itemsTable(page: NoticePage, list: Checklist): Html {
  const { lang } = page;
  const w = noticeWords[lang];
  return html`<table>
    <thead>
      <tr>
        <th>${w.number}</th>
        <th>${w.paper}</th>
        <th>${w.whoBrings}</th>
        <th>${w.demand}</th>
        <th>${page.standing === undefined ? w.ready : w.standing}</th>
      </tr>
    </thead>
    <tbody>
      ${list.items.map((item, i) => {
        const at = page.standing?.get(item.id);
        const told = at === undefined ? [] : at.words;
        const notes = [
          item.onlyIf?.[lang],
          item.note?.[lang],
          item.verified ? undefined : word(page, 'unverified'),
          ...told,
        ];
        const demand = sentences(notes, lang);
        return html`<tr>
          <td>${i + 1}</td>
          <td><b>${bothNames(page, item.nameZh, item.nameEn)}</b></td>
          <td>${whoNames[item.who][lang]}</td>
          <td>${demand === '' && item.kind === 'paper' ? w.original : demand}</td>
          <td>${standingMark(at, w)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Readable in black and white: a tick, a cross, a box to tick by hand. */
function standingMark(at: PaperStanding | undefined, w: (typeof noticeWords)['zh']): Html {
  switch (at?.stands) {
    case 'fine':
      return html`<span class="st ok">${icon('checkc', 18)}<small>${w.stands.fine}</small></span>`;
    case 'missing':
      return html`<span class="st no">${icon('x', 18)}<small>${w.stands.missing}</small></span>`;
    case 'not-needed':
      return html`<span class="st"><small>${w.stands['not-needed']}</small></span>`;
    default:
      return html`<span class="cbx"></span>`;
  }
}

function aboutList(page: NoticePage): Html {
  const { service, answers, lang } = page;
  const w = noticeWords[lang];
  const who = applicantText(service);
  const row = (name: string, value: Html | string): Html =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  return html`<dl class="about">
    ${row(w.matter, bothNames(page, service.nameZh, service.nameEn))}
    ${row(w.who, `${who.head[lang]}${lang === 'zh' ? '，' : ', '}${who.detail[lang]}`)}
    ${when(service.questions.length > 0, () => row(word(page, 'situation'), situationText([service], answers)[lang]))}
  </dl>`;
}

function columns(page: NoticePage, list: Checklist): Html {
  const { service, lang } = page;
  const w = noticeWords[lang];
  const [time] = list.times;
  const refusals = service.refusals;
  const know = service.conditions.slice(0, 4);
  const ways = list.channels.filter((c) => c.verified).map((c) => channelNames[c.kind][lang]);
  const pair = (name: string, value: string): Html =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  return html`<div class="cols">
    <div>
      <h2>${w.how}</h2>
      <dl>
        ${pair(w.ways, ways.join(lang === 'zh' ? '、' : ', '))}
        ${pair(w.where, list.where.map((t) => t[lang]).join(lang === 'zh' ? '；' : '; '))}
        ${pair(w.time, time?.text[lang] ?? '')}
        ${pair(w.fee, `${list.fee.text[lang]}${list.fee.note === undefined ? '' : `${lang === 'zh' ? '。' : '. '}${list.fee.note[lang]}`}`)}
        ${when(list.before.length > 0, () => pair(word(page, 'before'), list.before.map((b) => b[lang]).join(lang === 'zh' ? '；' : '; ')))}
      </dl>
    </div>
    <div>
      ${
        refusals === undefined
          ? when(
              know.length > 0,
              () =>
                html`<h2>${word(page, 'goodToKnow')}</h2>
                  <ul>
                    ${know.map((c) => html`<li>${c[lang]}${c.verified ? '' : ` (${word(page, 'unverified')})`}</li>`)}
                  </ul>`,
            )
          : html`<h2>${word(page, refusals.only ? 'refusalsOnly' : 'refusals')}</h2>
              <ul>
                ${refusals.cases.map((c) => html`<li>${c[lang]}</li>`)}
              </ul>`
      }
      <h2>${word(page, 'basis')}</h2>
      ${fullCitations([service]).map((c) => html`<p>${c[lang]}</p>`)}
    </div>
  </div>`;
}

export function noticePage(page: NoticePage): string {
  const { service, answers, lang, office, url, issued, now } = page;
  const w = noticeWords[lang];
  const list = checklistFor(service, answers, office);
  const at = issued?.at ?? now;
  const a = encodeAnswers(service, answers);
  const back = page.back ?? guideLink(page, `/${service.id}`, { a });
  const other = lang === 'zh' ? 'en' : 'zh';
  const said = [...(page.standing?.values() ?? [])].reduce((sum, { words }) => sum + words.length, 0);
  const body = html`<nav class="tools" aria-label="${word(page, 'takeAlong')}">
      ${when(page.self === undefined || page.back !== undefined, () => html`<a class="btn btn-q" href="${back}">${icon('left')}${word(page, 'back')}</a>`)}
      <button class="btn btn-1" type="button" data-print hidden>${icon('print')}${word(page, 'printThis')}</button>
    </nav>
    <main
      id="main"
      class="sheet${density(list, lang, issued !== undefined, said)}${page.standing === undefined ? '' : ' stands'}"
    >
      <div class="hd">
        ${icon('logo', 34)}<span class="o">${lang === 'zh' ? office.nameZh : office.nameEn}</span>
        <div class="no">
          ${when(issued !== undefined, () => html`${w.noticeNumber} ${issued?.number ?? ''}<br />`)}${dateText(dayOf(at))}
          ${clockText(minuteOfDay(at))}
        </div>
      </div>
      <h1>${w.title}</h1>
      <p class="sub">${list.itemsVerified ? w.sub : word(page, 'papersUnverified')}</p>
      ${aboutList(page)}
      ${
        list.items.length === 0
          ? html`<p class="nots">${word(page, list.itemsVerified ? 'noPapers' : 'papersUnverified')}</p>`
          : html`<h2>${w.papers}${lang === 'zh' ? '，' : ': '}${countText(page, list)}</h2>
              ${itemsTable(page, list)}`
      }
      ${when(
        list.notNeeded.length > 0,
        () =>
          html`<p class="nots">
            <b>${w.notNeeded}</b
            >${list.notNeeded.map((n) => n[lang]).join(lang === 'zh' ? '、' : ', ')}${w.notNeededWhy}
          </p>`,
      )}
      ${columns(page, list)}
      <div class="say">
        ${qrCode(url, 118, word(page, 'scan'))}
        <div>
          <h2>${w.stuck}</h2>
          <p>${issued === undefined ? w.stuckHow : w.stuckHowIssued}</p>
          <p class="more">${w.scanMore}</p>
          ${when(page.check !== undefined, () => html`<p class="check">${w.check} <b>${page.check?.code ?? ''}</b><span>${w.checkUntil}${dateText(page.check?.validTo ?? dayOf(now))}</span></p>`)}
        </div>
      </div>
      ${when(
        issued !== undefined,
        () =>
          html`<div class="sign">
            <div><span>${w.toldBy}</span>${issued?.by ?? ''}</div>
            <div><span>${w.received}</span></div>
          </div>`,
      )}
      <div class="ft">
        <span>${word(page, 'guideChecked')}${checkedText(service)[lang]}</span
        ><span>${issued === undefined ? w.ownPrint : w.twoCopies}</span>
      </div>
    </main>`;
  return framed(page, {
    title: `${w.title} · ${lang === 'zh' ? service.nameZh : service.nameEn}`,
    back,
    elderLink: back,
    langLink:
      page.self === undefined
        ? guideLink(page, `/${service.id}/notice`, { a, lang: other })
        : `${page.self}?lang=${other}`,
    styles: noticeStyles,
    body,
    bodyClass: 'paper',
    topBar: false,
  });
}
