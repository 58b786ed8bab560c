/** What else the person may do at any time: add, ask for news, a call, somebody higher, disagree, withdraw. */
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { actForm } from './act-form.ts';
import { photoField, wordsField } from './form-fields.ts';
import { noticeChoiceRow } from './notice-choice.ts';
import type { TrackPage } from './track-page.ts';

export function moreActs(shown: TrackPage): Html | undefined {
  const { page, own, delivery, typed } = shown;
  const { may } = own;
  const words = reportWords(page.lang);
  const onward = icon('right', 18);
  const press = (what: 'news' | 'call' | 'higher', sign: 'clock' | 'phone' | 'steps', text: string): Html =>
    actForm(
      delivery,
      'press',
      html`<button class="asrow">${icon(sign, 22)}<span class="grow">${text}</span>${onward}</button>`,
      {
        for: what,
      },
    );
  const { notices } = own;
  if (!may.add && !may.press && !may.withdraw && !may.reopen && notices === undefined) return undefined;
  const wantsAdding = own.state === 'waiting-for-citizen' || shown.fault === 'add' || typed?.add !== undefined;
  return html`<section class="rows" aria-label="${words.more}">
    ${when(may.reopen && !may.confirm, () =>
      actForm(
        delivery,
        'reopen',
        html`<h2>${words.objection}</h2>
          <p class="subnote">${words.objectionLead}</p>
          ${wordsField({ name: 'text', label: words.reopenWords, value: typed?.words }, 'few')}
          <p class="acts2"><button class="btn btn-1">${icon('undo', 22)}${words.objection}</button></p>`,
      ),
    )}
    ${when(may.add, () => adding(shown, wantsAdding))}
    ${when(may.press, () => html`${press('news', 'clock', words.pressNews)}`)}
    ${when(may.press && own.phoneTail !== undefined, () => press('call', 'phone', words.pressCall))}
    ${when(may.press && own.level < 2, () => press('higher', 'steps', words.pressHigher))}
    ${notices === undefined ? undefined : noticeChoiceRow(page, notices, (inside) => actForm(delivery, 'notices', inside))}
    ${when(
      may.withdraw,
      () =>
        html`<details>
          <summary>${icon('x', 22)}<span class="grow">${words.withdraw}</span>${icon('down', 18)}</summary>
          ${actForm(
            delivery,
            'withdraw',
            html`<p class="subnote">${words.withdrawLead}</p>
              ${wordsField({ name: 'withdraw-text', label: words.withdrawWords }, 'few')}
              <button class="btn btn-q">${words.withdrawSure}</button>`,
          )}
        </details>`,
    )}
  </section>`;
}

function adding({ page, delivery, typed, fault }: TrackPage, open: boolean): Html {
  const words = reportWords(page.lang);
  return html`<details id="add" ${open ? html`open` : undefined}>
    <summary>${icon('plus', 22)}<span class="grow">${words.add}</span>${icon('down', 18)}</summary>
    ${actForm(
      delivery,
      'add',
      html`${wordsField({
          name: 'add-text',
          label: words.addLabel,
          hint: words.addHint,
          value: typed?.add,
          fault: fault === 'add' ? words.addMissing : undefined,
        })}
        ${photoField(words, '/track/photos', typed?.photos ?? [], words.photosAdded(typed?.photos?.length ?? 0))}
        <button class="btn btn-1">${words.addSend}</button>`,
    )}
  </details>`;
}
