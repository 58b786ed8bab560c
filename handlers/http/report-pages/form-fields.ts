/** The parts of a form: a field with its label, its hint and what is wrong with it, tied together for every reader. */
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';

export type Field = {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: Html | string | undefined;
  /** What is wrong with it. */
  fault?: string | undefined;
  /** Beside the label: 可不填. */
  aside?: Html | undefined;
};

export const fieldId = (name: string): string => `f-${name}`;

const describedBy = ({ name, hint, fault }: Field): string =>
  [hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`]
    .filter((s) => s !== '')
    .join(' ');

export const faultLine = (name: string, fault: string | undefined): Html | undefined =>
  fault === undefined
    ? undefined
    : html`<p class="ferr" id="${name}-fault">${icon('alert', 20)}<span>${fault}</span></p>`;

const around = (field: Field, input: Html, more: string): Html =>
  html`<div class="f f-${field.name} ${more} ${field.fault === undefined ? '' : 'bad'}">
    <label for="${fieldId(field.name)}">${field.label}${field.aside}</label>
    ${field.hint === undefined ? undefined : html`<span class="h" id="${field.name}-hint">${field.hint}</span>`}
    ${faultLine(field.name, field.fault)}${input}
  </div>`;

const state = (field: Field): Html => html`
  ${when(describedBy(field) !== '', () => html`aria-describedby="${describedBy(field)}"`)}
  ${when(field.fault !== undefined, () => html`aria-invalid="true"`)}
`;

/** `placeholder` is a space: the stylesheet asks whether anything was typed. */
export const textField = (
  field: Field,
  {
    kind = 'text',
    mode,
    fill,
    most = 120,
    look = '',
  }: {
    kind?: string;
    mode?: string;
    fill?: string;
    most?: number;
    look?: string;
  } = {},
): Html =>
  around(
    field,
    html`<input
      class="inp ${look}"
      id="${fieldId(field.name)}"
      name="${field.name}"
      type="${kind}"
      value="${field.value}"
      placeholder=" "
      maxlength="${most}"
      autocomplete="${fill ?? 'off'}"
      ${when(mode !== undefined, () => html`inputmode="${mode}"`)}
      ${state(field)}
    />`,
    '',
  );

export const wordsField = (field: Field, look = ''): Html =>
  around(
    field,
    html`<textarea class="${look}" id="${fieldId(field.name)}" name="${field.name}" placeholder=" " ${state(field)}>
${field.value}</textarea>`,
    '',
  );

export type Choice = { value: string; text: string };

/** One of a few; nothing is chosen unless the person chose it. */
export const choiceField = (field: Field, choices: readonly Choice[], look: 'seg' | 'kinds' | 'pick'): Html =>
  html`<fieldset
    class="f-${field.name} ${field.fault === undefined ? '' : 'bad'}"
    id="${fieldId(field.name)}"
    ${state(field)}
  >
    <legend>${field.label}${field.aside}</legend>
    ${field.hint === undefined ? undefined : html`<span class="h" id="${field.name}-hint">${field.hint}</span>`}
    ${faultLine(field.name, field.fault)}
    <div class="${look}">
      ${choices.map(
        ({ value, text }) =>
          html`<label
            ><input
              type="radio"
              id="${field.name}-${value === '' ? 'none' : value}"
              name="${field.name}"
              value="${value}"
              ${when((field.value ?? '') === value && field.value !== undefined, () => html`checked`)}
            />${look === 'seg' ? icon('check', 16) : undefined}<span>${text}</span></label
          >`,
      )}
    </div>
  </fieldset>`;

/** What is to be looked at, each line a way to its field; the reader is brought here. Nothing where nothing is wrong. */
export function faultSummary(
  head: (n: number) => string,
  faults: Record<string, string | undefined>,
): Html | undefined {
  const shown = Object.entries(faults).filter(([, text]) => text !== undefined);
  return when(
    shown.length > 0,
    () =>
      html`<div class="faults" role="alert" tabindex="-1" autofocus>
        <p data-say>${head(shown.length)}</p>
        <ul>
          ${shown.map(([name, text]) => html`<li><a href="#${fieldId(name)}">${text}</a></li>`)}
        </ul>
      </div>`,
  );
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** Photos with script; a sentence without. `url` takes the announcement of a photo. */
export type PhotoWords = Record<
  | 'photos'
  | 'photosLead'
  | 'photosNoScript'
  | 'addPhoto'
  | 'photoBusy'
  | 'photoDone'
  | 'photoRemove'
  | 'photoFailed'
  | 'photoType',
  string
>;
/** `view`: where the photos that were given before can be seen. */
export const photoField = (
  words: PhotoWords,
  url: string,
  given: readonly string[],
  count: string,
  { name = 'photos', view, most = 12 }: { name?: string; view?: string; most?: number } = {},
): Html =>
  html`<div class="photos">
    <h2 class="h">${words.photos}</h2>
    <p class="subnote" data-noscript-photos>${words.photosNoScript}</p>
    <div
      data-photos
      data-url="${url}"
      data-most="${most}"
      ${when(view !== undefined, () => html`data-view="${view}"`)}
      data-busy="${words.photoBusy}"
      data-done="${words.photoDone}"
      data-remove="${words.photoRemove}"
      data-failed="${words.photoFailed}"
      data-wrong="${words.photoType}"
      hidden
    >
      ${when(words.photosLead !== '', () => html`<p class="subnote">${words.photosLead}</p>`)}
      <input type="hidden" name="${name}" value="${given.join(',')}" />
      ${when(given.length > 0, () => html`<p data-count>${count}</p>`)}
      <ul></ul>
      <label class="btn btn-2"
        >${icon('plus', 20)}<span>${words.addPhoto}</span
        ><input type="file" accept="image/jpeg,image/png,image/webp" multiple
      /></label>
      <p class="subnote" role="status"></p>
    </div>
  </div>`;
