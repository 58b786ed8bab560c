/** The way to one's own release. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { html } from '../guide-pages/html.ts';
import { findForm, type FindPage } from '../report-pages/find-form.ts';
import { leadRow, wayOut } from '../report-pages/report-frame.ts';
import { releaseFramed } from './release-frame.ts';

export function findPage(shown: FindPage): string {
  const { page } = shown;
  const words = trackReleaseWords(page.lang);
  const body = html`${findForm(shown, '/release/track', words)}
  ${wayOut(page, [leadRow('/release', 'edit', words.apply), leadRow('/track', 'search', words.other)])}`;
  return releaseFramed(page, {
    title: words.findTitle,
    path: '/release/track',
    back: '/release',
    heading: words.heading,
    body,
  });
}
