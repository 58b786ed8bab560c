/** The frame of the pages for a release by video: the window's own, with its heading and what these pages draw beside it. */
import { applyReleaseWords, trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { framed } from '../guide-pages/frame.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { guideStyles } from '../guide-pages/stylesheet.ts';
import { pageScript } from '../report-pages/page-script.ts';
import { withWish } from '../report-pages/report-frame.ts';
import { reportStyles } from '../report-pages/report-styles.ts';
import { releaseStyles } from './release-styles.ts';

export type ReleasePage = {
  title: string;
  /** This page's own address without language and size of type, which the device remembers. */
  path: string;
  back?: string;
  heading?: string;
  body: Html;
  script?: string;
};

export function releaseFramed(page: PageContext, { title, path, back, heading, body, script }: ReleasePage): string {
  return framed(page, {
    title: `${title} · ${reportWords(page.lang).product}`,
    ...(back === undefined ? {} : { back }),
    heading: heading ?? applyReleaseWords(page.lang).heading,
    elderLink: withWish(path, `elder=${page.elder ? '0' : '1'}`),
    langLink: withWish(path, `lang=${page.lang === 'zh' ? 'en' : 'zh'}`),
    styles: guideStyles + reportStyles + releaseStyles,
    script: pageScript + (script ?? ''),
    body: html`<main id="main" class="rp rl">${body}</main>`,
  });
}

/** Pages that ask again by themselves say so when they cannot. */
export const offlineNote = (page: PageContext): Html =>
  html`<p class="warnbox" data-offline role="status" hidden>
    ${icon('alert', 22)}<span>${trackReleaseWords(page.lang).offline}</span>
  </p>`;

/** How far it is: bars for the eye, words for everybody. */
export const stepBar = (page: PageContext, n: number): Html =>
  html`<div class="stepbar">
    <span>${applyReleaseWords(page.lang).step(n)}</span>
    <span class="pg" aria-hidden="true">${[1, 2, 3, 4].map((i) => html`<i class="${i <= n ? 'y' : ''}"></i>`)}</span>
  </div>`;
