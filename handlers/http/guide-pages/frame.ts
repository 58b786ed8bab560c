/** The frame of a guide page: head, top bar with type size, language and reading aloud. */
import { type Html, html, trusted } from './html.ts';
import { type PageContext, word } from './context.ts';
import { icon } from './icon.ts';
import { guideScript } from './script.ts';

export type Frame = {
  title: string;
  /** Where the arrow leads; none on the first page. */
  back?: string;
  /** This page with the other size of type, in the other language. */
  elderLink: string;
  langLink: string;
  styles: string;
  body: Html;
  bodyClass?: string;
  topBar?: boolean;
  /** What the top bar says; “Guides” unless told. */
  heading?: string;
  /** Script of other pages than the guides, beside theirs. */
  script?: string;
};

function topBar(page: PageContext, frame: Frame): Html {
  const { back, elderLink, langLink } = frame;
  const other = page.lang === 'zh' ? 'en' : 'zh-CN';
  return html`<header class="top">
    ${back === undefined ? html`<span class="ib">${icon('logo', 24)}</span>` : html`<a class="ib" href="${back}" aria-label="${word(page, 'back')}">${icon('left', 24)}</a>`}
    <b>${frame.heading ?? word(page, 'guides')}</b><span class="grow"></span>
    <a class="btn btn-3" href="${langLink}" lang="${other}" hreflang="${other}"
      >${icon('globe')}${word(page, 'otherLang')}</a
    >
    <a class="btn btn-3" href="${elderLink}">${icon('size')}${word(page, page.elder ? 'standard' : 'bigger')}</a>
    <button class="btn btn-3" type="button" data-aloud hidden aria-label="${word(page, 'aloud')}">
      ${icon('vol')}<span class="word">${word(page, 'aloud')}</span>
    </button>
  </header>`;
}

export function framed(page: PageContext, frame: Frame): string {
  const { title, styles, body, bodyClass = '' } = frame;
  return `<!doctype html>\n${
    html`<html
      lang="${page.lang === 'zh' ? 'zh-CN' : 'en'}"
      data-seat="citizen"
      ${page.elder ? trusted(' data-elder') : ''}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title}</title>
        <style nonce="${page.nonce}">
          ${trusted(styles)}
        </style>
      </head>
      <body class="${bodyClass}">
        <a class="skip" href="#main">${word(page, 'skip')}</a>
        ${frame.topBar === false ? '' : topBar(page, frame)} ${body}
        <script nonce="${page.nonce}">
          ${trusted(guideScript + (frame.script ?? ''))};
        </script>
      </body>
    </html>`.text
  }\n`;
}
