/** Small hands for a page without a framework. */
type Child = Node | string | undefined;
type Attributes = Record<string, string | boolean | undefined | ((event: Event) => void)>;

/** `on…` takes a listener, `true` an attribute without a value; what is undefined or false is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== undefined) element.append(child);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Of the page's icon sheet. */
export function icon(name: string, size = 24): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#${name}`);
  svg.append(use);
  return svg;
}

/** Writes only what differs: a screen reader speaks every change. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}
export function playing(video: HTMLVideoElement, stream: MediaStream | undefined): void {
  const next = stream ?? null;
  if (video.srcObject === next) return;
  video.srcObject = next;
  if (next !== null) video.play().catch(() => undefined);
}
export const videoTag = (muted: boolean): HTMLVideoElement => {
  const video = h('video', { playsinline: true, autoplay: true });
  video.muted = muted;
  return video;
};
