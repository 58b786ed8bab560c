/** The way to one's own matter. */
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import { html } from '../guide-pages/html.ts';
import { findForm, type FindPage } from './find-form.ts';
import { leadRow, reportFramed, wayOut } from './report-frame.ts';

export function findPage(shown: FindPage): string {
  const { page, number } = shown;
  const words = reportWords(page.lang);
  const body = html`${findForm(shown, '/track', words)}
  ${wayOut(page, [
    leadRow(
      number === '' ? '/track/lost' : `/track/lost?number=${encodeURIComponent(number)}`,
      'lock',
      words.lostTitle,
    ),
    leadRow('/report', 'edit', words.newReport),
  ])}`;
  return reportFramed(page, { title: words.track, path: '/track', back: '/', of: 'track', body });
}
