/** The photos that go with what was written. */
import { photoNumber } from '../../../models/complaint/own-photos.ts';
import type { OwnMatter, ShownEntry } from '../../../models/complaint/views.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';

export function photoLinks(
  page: PageContext,
  own: Pick<OwnMatter, 'entries'>,
  { attachments }: Pick<ShownEntry, 'attachments'>,
): Html | undefined {
  if (attachments.length === 0) return undefined;
  const words = reportWords(page.lang);
  return html`<p class="pics">
    ${attachments.map((id) => html`<a href="/track/photos/${id}">${words.photo(photoNumber(own, id))}</a>`)}
  </p>`;
}
