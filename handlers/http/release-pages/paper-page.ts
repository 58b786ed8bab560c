/** The papers of a release that print on one A4 page: accepted, approved, refused, moved to the counter, done. */
import { officeOf } from '../../../models/office/offices.ts';
import { applyReleaseWords, trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { refusalGrounds } from '../../../models/release/release.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { framed } from '../guide-pages/frame.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { noticeWords } from '../guide-pages/notice-words.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { noticeStyles } from '../guide-pages/stylesheet.ts';
import { pageScript } from '../report-pages/page-script.ts';
import { momentSaid } from '../report-pages/spoken-when.ts';

export const paperNames = ['accepted', 'approved', 'refused', 'counter', 'done'] as const;
export type PaperName = (typeof paperNames)[number];

type Content = { title: string; rows: [string, string][]; text: readonly string[]; law?: string };

/** Undefined while there is nothing of the kind to hand out. */
function contentOf(page: PageContext, own: OwnRelease, of: PaperName): Content | undefined {
  const words = trackReleaseWords(page.lang);
  const { decision, acceptedAt, clock, registeredAt } = own;
  switch (of) {
    case 'accepted':
      if (acceptedAt === undefined || clock === undefined) return undefined;
      return {
        title: words.paperAccepted,
        rows: [[words.clockHead, words.clockFrom(momentSaid(page, clock.startedAt), momentSaid(page, clock.dueAt))]],
        text: [words.clockNotYet],
        law: applyReleaseWords(page.lang).law,
      };
    case 'approved':
      if (decision?.what !== 'approved') return undefined;
      return {
        title: words.paperApproved,
        rows: [
          [words.approvedAt, momentSaid(page, decision.at)],
          [words.custodyHead, own.custody === undefined ? '' : words.ways[own.custody.way]],
        ],
        text: [words.approvedPaper],
        law: applyReleaseWords(page.lang).law,
      };
    case 'refused': {
      if (decision?.what !== 'refused') return undefined;
      const ground = refusalGrounds.find((one) => one === decision.reason) ?? 'documents-invalid';
      return {
        title: words.paperRefused,
        rows: [
          [words.reason, words.grounds[ground]],
          [words.whatExactly, decision.words ?? ''],
          [words.nextStep, words.groundNext[ground]],
        ],
        text: [words.appealHead, ...words.appealPaper],
        law: words.article[ground],
      };
    }
    case 'counter':
      if (decision?.what !== 'moved-to-counter') return undefined;
      return {
        title: words.paperCounter,
        rows: [
          [words.reason, words.counterWhy[decision.reason ?? ''] ?? ''],
          [words.whatExactly, decision.words ?? ''],
        ],
        text: [words.counterLead],
        ...(decision.reason === 'suspicion' ? { law: words.counterLaw } : {}),
      };
    case 'done':
      if (registeredAt === undefined) return undefined;
      return {
        title: words.paperDone,
        rows: [[words.doneAt, momentSaid(page, registeredAt)]],
        text: [words.doneLead(momentSaid(page, registeredAt))],
        law: applyReleaseWords(page.lang).law,
      };
  }
}

export function paperPage(page: PageContext, own: OwnRelease, of: PaperName, address: string): string | undefined {
  const content = contentOf(page, own, of);
  if (content === undefined) return undefined;
  const words = applyReleaseWords(page.lang);
  const track = trackReleaseWords(page.lang);
  const notice = noticeWords[page.lang];
  const office = officeOf(own.office);
  const name = page.lang === 'zh' ? office.nameZh : office.nameEn;
  const row = ([head, value]: [string, string]): Html =>
    html`<dt>${head}</dt>
      <dd>${value}</dd>`;
  const decided = of === 'approved' || of === 'refused' || of === 'counter';
  const when = own.decision !== undefined && decided ? own.decision.at : page.now;
  const rows: [string, string][] = [
    [words.number, own.number],
    [words.plate, own.plate],
    [words.labels.owner, own.owner],
    [words.lender, own.lender],
    ...content.rows,
  ];
  const path = `/release/track/paper?of=${of}`;
  const body = html`<div class="tools">
      <button class="btn btn-1" type="button" data-print hidden>${icon('print', 20)}${track.printThis}</button>
      <a class="btn btn-q" href="/release/track/case">${icon('left', 20)}${track.heading}</a>
    </div>
    <main id="main" class="sheet">
      <div class="hd">
        ${icon('logo', 28)}<span class="o">${name}</span
        ><span class="no">${own.number}<br />${momentSaid(page, when)}</span>
      </div>
      <h1>${content.title}</h1>
      <p class="sub">${track.title}</p>
      <dl class="about">${rows.filter(([, value]) => value !== '').map(row)}</dl>
      <div class="nots">${content.text.map((one) => html`<p>${one}</p>`)}</div>
      ${content.law === undefined ? undefined : html`<p>${content.law}</p>`}
      <div class="say">
        ${qrCode(address, 118, words.scan)}
        <div>
          <h2>${words.scan}</h2>
          <p class="more">${own.officer === undefined ? name : track.by(name, own.officer)}</p>
        </div>
      </div>
      <div class="sign">
        <div><span>${notice.toldBy}</span>${own.officer}</div>
        <div><span>${notice.received}</span></div>
      </div>
      <p class="ft"><span>${own.number}</span><span>${name}</span></p>
    </main>`;
  return framed(page, {
    title: `${content.title} ${own.number}`,
    elderLink: path,
    langLink: `${path}&lang=${page.lang === 'zh' ? 'en' : 'zh'}`,
    styles: noticeStyles,
    script: pageScript,
    bodyClass: 'paper',
    topBar: false,
    body,
  });
}
