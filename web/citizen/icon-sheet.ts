/** All icons, put into the page once: a separate file would be asked for again when there is no network. */
import sheet from '../look/icons.svg?raw';

export function layOutIcons(body: HTMLElement): void {
  body.insertAdjacentHTML('afterbegin', sheet);
  const icons = body.firstElementChild;
  icons?.setAttribute('class', 'icon-sheet');
  icons?.setAttribute('aria-hidden', 'true');
}
