/** The frame of the window's pages: the guides' frame with its own heading, styles and script. */
import { framed } from '../guide-pages/frame.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon, type IconName } from '../guide-pages/icon.ts';
import { guideStyles } from '../guide-pages/stylesheet.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import { pageScript } from './page-script.ts';
import { reportStyles } from './report-styles.ts';

export type ReportPage = {
  title: string;
  /** This page's own address without language and size of type, which the device remembers. */
  path: string;
  back?: string;
  of: 'report' | 'track';
  body: Html;
};

export const withWish = (path: string, wish: string): string => `${path}${path.includes('?') ? '&' : '?'}${wish}`;

export function reportFramed(page: PageContext, { title, path, back, of, body }: ReportPage): string {
  const words = reportWords(page.lang);
  return framed(page, {
    title: `${title} · ${words.product}`,
    ...(back === undefined ? {} : { back }),
    heading: words[of],
    elderLink: withWish(path, `elder=${page.elder ? '0' : '1'}`),
    langLink: withWish(path, `lang=${page.lang === 'zh' ? 'en' : 'zh'}`),
    styles: guideStyles + reportStyles,
    script: pageScript,
    body: html`<main id="main" class="rp">${body}</main>`,
  });
}

/** A row that leads on. */
export const leadRow = (href: string, name: IconName, text: string): Html =>
  html`<a href="${href}">${icon(name, 22)}<span class="grow">${text}</span>${icon('right', 18)}</a>`;

/** One sentence that must be read before anything else; `focus` brings the reader there. */
export const alertBox = (text: string): Html =>
  html`<div class="warnbox bad" role="alert" tabindex="-1" autofocus>
    ${icon('alert', 22)}<span data-say>${text}</span>
  </div>`;
export const saidBox = (text: string): Html =>
  html`<p class="okbox" role="status">${icon('checkc', 22)}<span data-say>${text}</span></p>`;

/** The other ways on, at the foot of every page. */
export const wayOut = (page: PageContext, rows: readonly Html[]): Html =>
  html`<nav class="rows" aria-label="${reportWords(page.lang).more}">
    ${rows}${leadRow('/?say=%E4%BA%BA%E5%B7%A5', 'headset', reportWords(page.lang).askPerson)}
  </nav>`;
