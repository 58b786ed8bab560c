/** An icon of the shared set, inlined so that a page needs nothing else. Always beside a word, so hidden from readers. */
import { type Html, html, trusted } from './html.ts';
import { icons } from './look.generated.ts';

export type IconName = keyof typeof icons;

export const icon = (name: IconName, size = 20): Html =>
  html`<svg class="i" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">
    ${trusted(icons[name])}
  </svg>`;
