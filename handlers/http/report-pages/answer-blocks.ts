/** What was answered, and what the person says of it: done or not, how it was, when to be called. */
import { grades } from '../../../models/conversation/rating.ts';
import { ratingReasons } from '../../../models/complaint/rating.ts';
import type { OwnMatter } from '../../../models/complaint/views.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon, type IconName } from '../guide-pages/icon.ts';
import { actForm } from './act-form.ts';
import { faultLine, wordsField } from './form-fields.ts';
import { photoLinks } from './photo-links.ts';
import { dayWhen, spokenWhen } from './spoken-when.ts';
import type { TrackPage } from './track-page.ts';

const source = (rules: readonly string[]): Html =>
  html`<p class="src">${icon('law', 18)}<span>${rules.join('；')}</span></p>`;

const part = (head: string, inside: Html): Html =>
  html`<h3>${head}</h3>
    ${inside}`;
const why = (reasons: readonly string[]): Html =>
  html`<ul class="why">
    ${reasons.map((reason) => html`<li data-say>${reason}</li>`)}
  </ul>`;

export function answerBlock(page: PageContext, own: OwnMatter): Html | undefined {
  const words = reportWords(page.lang);
  const { answer, decline } = own;
  if (answer !== undefined) {
    const letter = own.entries.findLast(({ kind, text }) => kind === 'answer' && text === answer.text);
    return html`<section class="card blk">
      <h2 data-say>
        ${icon(answer.outcome === 'not-possible' ? 'info' : 'checkc', 22)}${words.answers[answer.outcome]}
      </h2>
      <p data-say>${answer.text}</p>
      ${letter === undefined ? undefined : photoLinks(page, own, letter)}
      ${answer.reasons === undefined ? undefined : part(words.reasons, why(answer.reasons))}
      ${answer.goTo === undefined ? undefined : part(words.goTo, html`<p data-say>${answer.goTo}</p>`)}
      ${answer.basis.length === 0 ? undefined : source(answer.basis)}
    </section>`;
  }
  if (decline === undefined) return undefined;
  return html`<section class="card blk">
    <h2 data-say>${icon('info', 22)}${decline.kind === 'redirect' ? words.redirectHead : words.declineHead}</h2>
    ${part(words.reasons, why(decline.reasons))} ${part(words.goTo, html`<p data-say>${decline.goTo}</p>`)}
    ${source([decline.rule])}
  </section>`;
}

export function confirmBlock(shown: TrackPage): Html {
  const { page, own, delivery } = shown;
  const words = reportWords(page.lang);
  return html`<section class="card blk ask">
    <h2 data-say>${words.confirmHead}</h2>
    ${own.silentUntil === undefined ? undefined : html`<p data-say>${words.silence(dayWhen(page, own.silentUntil))}</p>`}
    <div class="yn">
      ${actForm(delivery, 'confirm', html`<button class="btn btn-1 wide">${icon('checkc', 22)}${words.confirmYes}</button>`)}
      ${actForm(
        delivery,
        'reopen',
        html`<button class="btn btn-q wide">${icon('undo', 22)}${words.confirmNo}</button>
          <p class="subnote">${words.reopenLead}</p>`,
      )}
    </div>
    ${own.may.rate ? html`<div class="rate">${rateBlock(shown)}</div>` : undefined}
  </section>`;
}

const faces: readonly IconName[] = ['f1', 'f2', 'f3', 'f4', 'f5'];

/** Five grades of one size, none chosen; why and words only if wanted. */
export function rateBlock({ page, delivery, typed, fault }: TrackPage): Html {
  const words = reportWords(page.lang);
  return html`<div class="rate-in" id="rate">
    ${actForm(
      delivery,
      'rate',
      html`<fieldset>
          <legend>${words.rateHead}</legend>
          <p class="subnote">${words.rateLead}</p>
          ${faultLine('grade', fault === 'grade' ? words.pickGrade : undefined)}
          <div class="five">
            ${grades.map(
              (grade, i) =>
                html`<label
                  ><input type="radio" name="grade" value="${grade}" />${icon(faces[i] ?? 'f3', 28)}<span
                    >${words.grades[grade]}</span
                  ></label
                >`,
            )}
          </div>
        </fieldset>
        <div class="after">
          <fieldset>
            <legend>${words.reasonsHead}</legend>
            <div class="tags">
              ${ratingReasons.map(
                (reason) =>
                  html`<label
                    ><input type="checkbox" name="reasons" value="${reason}" /><span
                      >${words.ratingReasons[reason]}</span
                    ></label
                  >`,
              )}
            </div>
          </fieldset>
          ${wordsField({ name: 'words', label: words.rateWords, value: typed?.words }, 'few')}
        </div>
        <button class="btn btn-2 wide">${words.rate}</button>
        <p class="fair subnote">${icon('shield', 18)}<span>${words.fair}</span></p>`,
    )}
  </div>`;
}

export function wishBlock({ page, own, delivery }: TrackPage): Html {
  const callBy = own.callBackDueAt === undefined ? undefined : spokenWhen(page, own.callBackDueAt);
  const words = reportWords(page.lang);
  return html`<section class="card blk ask">
    <h2 data-say>${words.wishHead}</h2>
    <p data-say>${own.wish === undefined ? words.wishLead(callBy) : words.wished(words.wishes[own.wish])}</p>
    <div class="yn two">
      ${(['morning', 'afternoon', 'any', 'none'] as const).map((wish) =>
        actForm(delivery, 'wish-call', html`<button class="btn btn-q wide">${words.wishes[wish]}</button>`, { wish }),
      )}
    </div>
  </section>`;
}

export function checkBackBlock({ page, delivery }: TrackPage): Html {
  const words = reportWords(page.lang);
  return html`<section class="card blk ask">
    <h2 data-say>${words.checkBackHead}</h2>
    <div class="yn">
      ${actForm(delivery, 'check-back', html`<button class="btn btn-1 wide">${words.checkBackYes}</button>`, { holds: 'yes' })}
      ${actForm(delivery, 'check-back', html`<button class="btn btn-q wide">${words.checkBackNo}</button>`, { holds: 'no' })}
    </div>
  </section>`;
}
