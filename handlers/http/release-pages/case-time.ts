/** The time of the call on a release's page: chosen, to be chosen, moved, given back, missed. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { leadRow } from '../report-pages/report-frame.ts';
import { spokenWhen } from '../report-pages/spoken-when.ts';
import { deedForm, type CasePage } from './deed-form.ts';

const MEETS = ['applied', 'checking-papers', 'papers-missing', 'booked', 'in-session'];

/** The last word on the time was the agent's first choice. */
const byLender = ({ history }: CasePage['own']): boolean => {
  const last = history.findLast(({ what }) => what === 'booked' || what === 'rebooked');
  return last?.what === 'booked' && last.reason === 'lender';
};

export function timeBlock({ page, own, bookings, delivery }: CasePage): Html | undefined {
  if (!MEETS.includes(own.state)) return undefined;
  const words = trackReleaseWords(page.lang);
  const stands = bookings.find(({ state }) => state.name === 'confirmed');
  if (stands === undefined) {
    const last = bookings[0];
    return html`<section class="card blk ask">
      <h2 data-say>${icon('cal', 22)}${words.timeHead}</h2>
      ${last?.state.name === 'no-show' ? html`<p data-say>${words.missedTime(spokenWhen(page, last.start))}</p>` : undefined}
      <p data-say>${words.noTime}</p>
      <div class="go2">
        <a class="btn btn-1 wide" href="/release/track/times">${words.chooseTime}</a>
        <a class="btn btn-2 wide" href="/release/track/now">${words.waitNow}</a>
      </div>
      <p class="subnote">${words.waitNowLead}</p>
    </section>`;
  }
  const both = stands.comes.length === 2;
  return html`<section class="card blk ask">
    <h2 data-say>${icon('cal', 22)}${words.timeHead}</h2>
    <p class="bigtime" data-say>${words.booked(spokenWhen(page, stands.start), stands.minutes)}</p>
    ${when(byLender(own), () => html`<p data-say>${words.bookedByLender}</p>`)}
    ${when(own.basis === 'joint', () => html`<p data-say>${both ? words.bookedTogether : words.bookedAlone}</p>`)}
    <p data-say>${words.bookedBeside}</p>
    <div class="go2">
      <a class="btn btn-1 wide" href="/release/door">${icon('video', 20)}${words.tryDevice}</a>
      <a class="btn btn-2 wide" href="/release/track/calendar?b=${stands.id}">${icon('cal', 20)}${words.calendar}</a>
    </div>
    <div class="rows">
      ${leadRow('/release/track/times?move=1', 'edit', words.move)}
      <details>
        <summary>${icon('x', 22)}<span class="grow">${words.giveBack}</span>${icon('down', 18)}</summary>
        ${deedForm(
          delivery,
          'give-back',
          html`<p class="subnote">${words.giveBackLead}</p>
            <button class="btn btn-q">${words.giveBackSure}</button>`,
          { action: '/release/track/times/back', booking: stands.id },
        )}
      </details>
    </div>
  </section>`;
}
