/** The helper's door: who asks whom to help, what that means, and in. */
import { helperWords } from '../../../models/phrasebook/helper-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { framed } from '../guide-pages/frame.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { guideStyles } from '../guide-pages/stylesheet.ts';
import { pageScript } from '../report-pages/page-script.ts';
import { alertBox, withWish } from '../report-pages/report-frame.ts';
import { reportStyles } from '../report-pages/report-styles.ts';

const styles = `.scan{display:grid;justify-items:center;padding:22px 16px}.scan .qr{width:min(64vw,236px);height:auto;border-radius:var(--bc-r2);background:#fff}.acts2{display:flex;flex-wrap:wrap;gap:10px}`;

const shown = (page: PageContext, path: string, body: Html): string => {
  const words = helperWords(page.lang);
  return framed(page, {
    title: words.title,
    heading: words.title,
    elderLink: withWish(path, `elder=${page.elder ? '0' : '1'}`),
    langLink: withWish(path, `lang=${page.lang === 'zh' ? 'en' : 'zh'}`),
    styles: guideStyles + reportStyles + styles,
    script: pageScript,
    body: html`<main id="main" class="rp">${body}</main>`,
  });
};

/** `who`: the helper's own name, by which they know that they are meant. */
export function doorPage(page: PageContext, path: string, who: string): string {
  const words = helperWords(page.lang);
  return shown(
    page,
    path,
    html`<div class="hero">
        <h1 data-say>${words.asked}</h1>
        <p class="lead" data-say>${words.lead}</p>
      </div>
      <form method="post" action="${path}">
        <button class="btn btn-1 wide">${icon('users', 22)}${words.enter(who)}</button>
      </form>
      <p class="subnote" data-say>${words.notMe}</p>`,
  );
}

/** The same link on the person's own device: nobody helps themselves, so it is shown to be handed on. */
export function sharePage(page: PageContext, link: string, who: string): string {
  const words = helperWords(page.lang);
  return shown(
    page,
    new URL(link).pathname,
    html`<div class="hero">
        <h1 data-say>${words.shareTitle(who)}</h1>
        <p class="lead" data-say>${words.shareLead}</p>
      </div>
      <section class="card scan">${qrCode(link, 236, words.shareTitle(who))}</section>
      <p class="acts2">
        <button class="btn btn-2" type="button" hidden data-copy="${link}" data-copied="${words.copied}">
          ${words.copy}
        </button>
        <a class="btn btn-q" href="/">${icon('chat', 20)}${words.back}</a>
      </p>`,
  );
}

export function closedDoorPage(page: PageContext): string {
  const words = helperWords(page.lang);
  return shown(
    page,
    '/',
    html`<div class="hero"><h1 data-say>${words.gone}</h1></div>
      ${alertBox(words.goneLead)}
      <p class="acts2"><a class="btn btn-2" href="/">${icon('chat', 20)}${words.own}</a></p>`,
  );
}
