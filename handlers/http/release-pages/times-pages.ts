/** Choosing a time: the nearest three, then by day; kept while it is looked at once more. */
import type { Booking } from '../../../models/appointment/booking.ts';
import type { Slot } from '../../../models/appointment/slots.ts';
import { openingAt } from '../../../models/office/opening.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import { dayOf, minuteOfDay, type Instant } from '../../../models/time.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { clockText, dayText, openingText } from '../guide-pages/dates.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { hidden } from '../report-pages/form-fields.ts';
import { alertBox, leadRow, wayOut } from '../report-pages/report-frame.ts';
import { spokenWhen } from '../report-pages/spoken-when.ts';
import { deedForm } from './deed-form.ts';
import { offlineNote, releaseFramed } from './release-frame.ts';

export type TimesPage = {
  page: PageContext;
  own: OwnRelease;
  slots: readonly Slot[];
  three: readonly Slot[];
  together: boolean;
  mayTogether: boolean;
  /** The appointment that is to be moved. */
  moving: Booking | undefined;
  delivery: () => string;
  trouble?: string | undefined;
};

export function timesPage(shown: TimesPage): string {
  const { page, own, slots, three, together, mayTogether, moving, trouble } = shown;
  const words = trackReleaseWords(page.lang);
  const joint = own.basis === 'joint';
  const title = moving === undefined ? words.timesTitle : words.moveTitle;
  const move = moving === undefined ? '' : '&move=1';
  const body = html`<div class="hero">
      <h1 data-say>${title}</h1>
      <p class="lead" data-say>${joint && !together ? words.timesAloneLead : words.timesLead}</p>
      ${moving === undefined ? undefined : html`<p class="k">${words.booked(spokenWhen(page, moving.start), moving.minutes)}</p>`}
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    ${
      slots.length === 0
        ? html`<p class="lead2" data-say>${together ? words.noSlots : words.noSlotsAlone}</p>`
        : html`<section>
              <h2>${words.nearest}</h2>
              <div class="nearest">
                ${three.map((slot) => slotForm(shown, slot, spokenWhen(page, slot.start), 'btn-2 wide'))}
              </div>
            </section>
            <section>
              <h2>${words.byDay}</h2>
              ${byDay(slots).map(
                ([day, of], i) =>
                  html`<details class="day" ${i === 0 ? html`open` : undefined}>
                    <summary>
                      <span class="grow">${dayText(day)[page.lang]}</span>${words.places(of.length)}${icon('down', 18)}
                    </summary>
                    <div class="clocks">
                      ${of.map((slot) => slotForm(shown, slot, clockText(minuteOfDay(slot.start)), 'btn-q'))}
                    </div>
                  </details>`,
              )}
            </section>`
    }
    ${when(
      joint && moving === undefined && (together || mayTogether),
      () => html`<p class="subnote">${words.aloneWhy}</p>`,
    )}
    ${wayOut(page, [
      ...(joint && moving === undefined && together
        ? [leadRow(`/release/track/times?alone=1${move}`, 'user', words.alone)]
        : []),
      ...(joint && moving === undefined && !together && mayTogether
        ? [leadRow(`/release/track/times${move}`, 'users', words.together)]
        : []),
      ...(moving === undefined ? [leadRow('/release/track/now', 'clock', words.waitNow)] : []),
    ])}`;
  return releaseFramed(page, {
    title,
    path: `/release/track/times?alone=${together || !joint ? '0' : '1'}${move}`,
    back: '/release/track/case',
    heading: words.heading,
    body,
  });
}

const slotForm = ({ moving, together, delivery }: TimesPage, { start }: Slot, text: string, look: string): Html =>
  deedForm(delivery, moving === undefined ? 'hold' : 'move', html`<button class="btn ${look}">${text}</button>`, {
    action: '/release/track/times',
    start,
    together: together ? '1' : '0',
    ...(moving === undefined ? {} : { booking: moving.id }),
  });

function byDay(slots: readonly Slot[]): [ReturnType<typeof dayOf>, Slot[]][] {
  const days = new Map<ReturnType<typeof dayOf>, Slot[]>();
  for (const slot of slots) days.set(dayOf(slot.start), [...(days.get(dayOf(slot.start)) ?? []), slot]);
  return [...days];
}

/** Looked at once more before it stands; meanwhile nobody else can take it. */
export function heldPage(page: PageContext, own: OwnRelease, booking: Booking, until: Instant): string {
  const words = trackReleaseWords(page.lang);
  const both = booking.comes.length === 2;
  const body = html`<div class="hero">
      <h1 data-say>${words.heldTitle}</h1>
      <p class="lead" data-say>${words.heldLead(clockText(minuteOfDay(until)))}</p>
    </div>
    <section class="card blk ask">
      <p class="bigtime" data-say>${words.booked(spokenWhen(page, booking.start), booking.minutes)}</p>
      ${when(own.basis === 'joint', () => html`<p data-say>${both ? words.bookedTogether : words.bookedAlone}</p>`)}
      <p data-say>${words.bookedBeside}</p>
      <form method="post" action="/release/track/times/confirm">
        ${hidden('booking', booking.id)}<button class="btn btn-1 wide">${icon('checkc', 22)}${words.confirm}</button>
      </form>
      <p class="acts2"><a class="btn btn-q" href="/release/track/times">${icon('undo', 20)}${words.another}</a></p>
    </section>
    ${wayOut(page, [])}`;
  return releaseFramed(page, {
    title: words.heldTitle,
    path: `/release/track/times/held?b=${booking.id}`,
    back: '/release/track/times',
    heading: words.heading,
    body,
  });
}

export type QueueShown =
  | { at: 'out' | 'lost' | 'met' }
  | { at: 'waiting'; ahead: number; minutes: number; first: boolean }
  | { at: 'called'; until: Instant };

/** The place in line; the page asks again by itself, and being asked is the sign of life. */
export function queuePage(
  page: PageContext,
  own: OwnRelease,
  queue: QueueShown,
  more: { trouble?: string | undefined; delivery: () => string },
): string {
  const words = trackReleaseWords(page.lang);
  const { office, now } = page;
  const opening = openingAt(office, now);
  const act = (name: string, text: string, look: string): Html =>
    deedForm(more.delivery, name, html`<button class="btn ${look} wide">${text}</button>`, {
      action: '/release/track/now',
    });
  const inside = (): Html => {
    switch (queue.at) {
      case 'called':
        return html`<h2 data-say>${icon('video', 22)}${words.queueCalled}</h2>
          <p data-say>${words.queueCalledLead(clockText(minuteOfDay(queue.until)))}</p>
          <a class="btn btn-1 wide" href="/release/door">${words.enter}</a>`;
      case 'waiting':
        return html`<h2 data-say>${icon('clock', 22)}${words.queueAhead(queue.ahead, queue.minutes)}</h2>
          <p data-say>${words.queueLead}</p>
          ${queue.first ? act('in-order', words.queueInOrder, 'btn-q') : act('first', words.queueFirst, 'btn-2')}
          ${act('leave', words.queueLeave, 'btn-q')}`;
      case 'met':
        return html`<h2 data-say>${icon('checkc', 22)}${words.queueMet}</h2>
          <a class="btn btn-1 wide" href="/release/door">${words.enter}</a>`;
      case 'lost':
        return html`<h2 data-say>${icon('info', 22)}${words.queueLost}</h2>
          ${act('join', words.queueAgain, 'btn-1')}`;
      case 'out':
        return opening.open || opening.roundTheClock
          ? html`<p data-say>${words.waitNowLead}</p>
              ${act('join', words.queueJoin, 'btn-1')}`
          : html`<p data-say>${words.queueClosed(openingText(opening, now)[page.lang])}</p>`;
    }
  };
  const body = html`<div class="hero"><h1 data-say>${words.queueTitle}</h1></div>
    ${offlineNote(page)} ${more.trouble === undefined ? undefined : alertBox(more.trouble)}
    <section class="card blk ask" id="live" data-live="8" role="status">${inside()}</section>
    <p class="acts2">
      <a class="btn btn-3" href="/release/track/now">${icon('undo', 20)}${words.refresh}</a>
    </p>
    ${wayOut(page, [leadRow('/release/track/times', 'cal', words.chooseTime)])}`;
  return releaseFramed(page, {
    title: words.queueTitle,
    path: '/release/track/now',
    back: '/release/track/case',
    heading: own.number,
    body,
  });
}
