/** The row of a person's page that says how they are told, and the form behind it; the same for matters and releases. */
import { NoticeChoice, type ShownNoticeChoice } from '../../../models/aftermath/notice-choice.ts';
import { noticeChoiceWords } from '../../../models/phrasebook/notice-choice-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { clockText } from '../guide-pages/dates.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import type { Visit } from '../form-window.ts';
import { choiceField, textField } from './form-fields.ts';

/** `form` puts the fields into the page's own kind of deed. */
export function noticeChoiceRow(
  { lang }: Pick<PageContext, 'lang'>,
  chosen: ShownNoticeChoice,
  form: (inside: Html) => Html,
): Html {
  const words = noticeChoiceWords(lang);
  const { places, channel, onlyDue, quiet } = chosen;
  const time = (minute: number | undefined): string => (minute === undefined ? '' : clockText(minute));
  return html`<details id="notices">
    <summary>${icon('mail', 22)}<span class="grow">${words.head}</span>${icon('down', 18)}</summary>
    ${form(html`
      ${when(places.length > 1, () =>
        choiceField(
          { name: 'channel', label: words.where, value: channel },
          places.map((value) => ({ value, text: words.places[value] })),
          'pick',
        ),
      )}
      ${when(places.length === 1, () => html`<input type="hidden" name="channel" value="${channel}" />`)}
      ${choiceField(
        { name: 'due', label: words.what, value: onlyDue ? 'only' : 'all', hint: words.dueNote },
        [
          { value: 'all', text: words.all },
          { value: 'only', text: words.onlyDue },
        ],
        'pick',
      )}
      <fieldset>
        <legend>${words.quiet}</legend>
        <span class="h">${words.quietNote}</span>
        <div class="times2">
          ${textField({ name: 'quiet-from', label: words.quietFrom, value: time(quiet?.from) }, { kind: 'time' })}
          ${textField({ name: 'quiet-to', label: words.quietTo, value: time(quiet?.to) }, { kind: 'time' })}
        </div>
      </fieldset>
      <button class="btn btn-1">${words.save}</button>
    `)}
  </details>`;
}

const minuteOf = (text: string | undefined): number | undefined => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/u.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};

/** Undefined when it does not fit: half a span, or one that leaves no time to be told anything. */
export function noticeChoiceIn({ field }: Pick<Visit, 'field'>): NoticeChoice | undefined {
  const from = minuteOf(field('quiet-from'));
  const to = minuteOf(field('quiet-to'));
  if ((from === undefined) !== (to === undefined)) return undefined;
  return NoticeChoice.safeParse({
    channel: field('channel'),
    onlyDue: field('due') === 'only',
    ...(from === undefined ? {} : { quiet: { from, to } }),
  }).data;
}
