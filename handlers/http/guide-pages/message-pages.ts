/** When there is no such guide, or we failed: whose fault, nothing lost, where to go on. */
import { type PageContext, guideLink, linksOf, word } from './context.ts';
import { framed } from './frame.ts';
import { html, when } from './html.ts';
import { icon } from './icon.ts';
import { guideStyles } from './stylesheet.ts';
import type { WordKey } from './words.ts';

function messagePage(page: PageContext, title: WordKey, why: WordKey, reference?: string): string {
  const body = html`<main id="main">
    <div class="msg" role="alert">
      <h1 data-say>${word(page, title)}</h1>
      <p data-say>${word(page, why)}</p>
      ${when(reference !== undefined, () => html`<p>${word(page, 'reference')}<b>${reference ?? ''}</b></p>`)}
      <p class="acts">
        <a class="btn btn-1" href="${guideLink(page, '')}">${icon('list')}${word(page, 'allGuides')}</a>
        <a class="btn btn-q" href="${linksOf(page).person}">${icon('headset')}${word(page, 'person')}</a>
      </p>
    </div>
  </main>`;
  return framed(page, {
    title: `${word(page, title)} · ${word(page, 'guides')}`,
    back: guideLink(page, ''),
    elderLink: guideLink(page, '', { elder: !page.elder }),
    langLink: guideLink(page, '', { lang: page.lang === 'zh' ? 'en' : 'zh' }),
    styles: guideStyles,
    body,
  });
}

export const notFoundPage = (page: PageContext): string => messagePage(page, 'notFound', 'notFoundWhy');

/** `reference` is the short code under which the failure was logged. */
export const errorPage = (page: PageContext & { reference?: string }): string =>
  messagePage(page, 'error', 'errorWhy', page.reference);
