/** The pages that lead from the browser into WeChat and back: a code to scan, a word that it worked, a way on when it did not. */
import { weChatPageWords } from '../../../models/phrasebook/wechat-page-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { framed } from '../guide-pages/frame.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { guideStyles } from '../guide-pages/stylesheet.ts';
import { pageScript } from '../report-pages/page-script.ts';
import { alertBox, leadRow, wayOut, withWish } from '../report-pages/report-frame.ts';
import { reportStyles } from '../report-pages/report-styles.ts';

const styles = `.copy{margin-top:10px}.scan{display:grid;justify-items:center;gap:12px;text-align:center;padding:22px 16px}.scan .qr{width:min(64vw,236px);height:auto;border-radius:var(--bc-r2);background:#fff}.scan p{color:var(--bc-ink-2);line-height:1.6}.done{display:grid;justify-items:center;gap:10px;text-align:center;padding:30px 18px}.done>svg{color:var(--bc-ok,var(--bc-brand))}.done p{line-height:1.75}`;

const shown = (page: PageContext, path: string, body: Html): string => {
  const words = weChatPageWords(page.lang);
  return framed(page, {
    title: words.title,
    back: '/',
    heading: words.heading,
    elderLink: withWish(path, `elder=${page.elder ? '0' : '1'}`),
    langLink: withWish(path, `lang=${page.lang === 'zh' ? 'en' : 'zh'}`),
    styles: guideStyles + reportStyles + styles,
    script: pageScript,
    body: html`<main id="main" class="rp">${body} ${wayOut(page, [leadRow('/', 'chat', words.back)])}</main>`,
  });
};

const heading = (title: string, lead?: string): Html =>
  html`<div class="hero">
    <h1 data-say>${title}</h1>
    ${lead === undefined ? undefined : html`<p class="lead" data-say>${lead}</p>`}
  </div>`;

/** A phone cannot scan itself: it takes the link over by hand. */
const code = (page: PageContext, link: string, label: string, more: Html | undefined): Html => {
  const words = weChatPageWords(page.lang);
  return html`<section class="card scan">${qrCode(link, 236, label)}${more}</section>
    <section class="card blk">
      <p data-say>${words.samePhone}</p>
      <div class="copy">
        <button class="btn btn-2" type="button" hidden data-copy="${link}" data-copied="${words.copied}">
          ${words.copy}
        </button>
      </div>
    </section>`;
};

/** `here`: the page is open in WeChat itself, where a tap is enough. */
export type ConnectPage = { page: PageContext; link: string; here: boolean; minutes: number };

export function connectPage({ page, link, here, minutes }: ConnectPage): string {
  const words = weChatPageWords(page.lang);
  const tap = html`<a class="btn btn-1 wide" href="${link}">${icon('chat', 22)}${words.connectHere}</a>`;
  const scan = code(
    page,
    link,
    words.connectHead,
    html`<p>${words.minutes(minutes)}</p>
      <a class="btn btn-2" href="/wechat/connect">${words.again}</a>`,
  );
  return shown(
    page,
    '/wechat/connect',
    html`${heading(here ? words.title : words.connectHead, words.connectLead)} ${here ? tap : scan}`,
  );
}

/** `began`: in WeChat itself, where it stays. */
export function linkedPage(page: PageContext, began: boolean): string {
  const words = weChatPageWords(page.lang);
  const body = html`<section class="card done">
    ${icon('checkc', 48)}
    <h1 data-say>${words.linkedHead}</h1>
    <p data-say>${began ? words.beganThere : words.linkedLead}</p>
    ${when(
      !began,
      () =>
        html`<form method="post" action="/wechat/part">
          <button class="btn btn-q">${words.part}</button>
        </form>`,
    )}
  </section>`;
  return shown(page, '/wechat/connect', body);
}

/** Opened in a browser that is not WeChat's. */
export function scanPage(page: PageContext, link: string): string {
  const words = weChatPageWords(page.lang);
  return shown(
    page,
    '/wechat/connect',
    html`${heading(words.joinHead, words.joinLead)} ${code(page, link, words.joinHead, undefined)}`,
  );
}

export function joinedPage(page: PageContext, talk: string): string {
  const words = weChatPageWords(page.lang);
  const body = html`<section class="card done">
    ${icon('checkc', 48)}
    <h1 data-say>${words.joinedHead}</h1>
    <p data-say>${words.joinedLead}</p>
    <a class="btn btn-2" href="${talk}">${icon('chat', 20)}${words.openTalk}</a>
  </section>`;
  return shown(page, '/wechat/connect', body);
}

/** What did not work, and what to do about it. */
export function troublePage(page: PageContext, trouble: 'failed' | 'taken' | 'talkGone' | 'noAccount'): string {
  const words = weChatPageWords(page.lang);
  const [title, lead] = {
    failed: [words.failedHead, words.failedLead],
    taken: [words.failedHead, words.takenLead],
    talkGone: [words.talkGoneHead, words.talkGoneLead],
    noAccount: [words.noAccountHead, words.noAccountLead],
  }[trouble] as [string, string];
  return shown(page, '/wechat/connect', html`${heading(title)} ${alertBox(lead)}`);
}
