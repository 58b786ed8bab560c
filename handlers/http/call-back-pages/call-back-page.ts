/** A call-back's own page: when the office calls, another time, or none. Works without script. */
import type { Booking } from '../../../models/appointment/booking.ts';
import type { Slot } from '../../../models/appointment/slots.ts';
import { callBackPageWords } from '../../../models/phrasebook/call-back-page-words.ts';
import { dayOf, minuteOfDay } from '../../../models/time.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { clockText, dayText } from '../guide-pages/dates.ts';
import { framed } from '../guide-pages/frame.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { guideStyles } from '../guide-pages/stylesheet.ts';
import { releaseStyles } from '../release-pages/release-styles.ts';
import { hidden } from '../report-pages/form-fields.ts';
import { pageScript } from '../report-pages/page-script.ts';
import { alertBox, leadRow, saidBox, wayOut, withWish } from '../report-pages/report-frame.ts';
import { reportStyles } from '../report-pages/report-styles.ts';
import { spokenWhen } from '../report-pages/spoken-when.ts';

export type CallBackPage = {
  page: PageContext;
  /** This page's own address. */
  path: string;
  booking: Booking;
  slots: readonly Slot[];
  three: readonly Slot[];
  delivery: () => string;
  trouble?: string | undefined;
  said?: string | undefined;
};

const shown = (page: PageContext, path: string, body: Html): string => {
  const words = callBackPageWords(page.lang);
  return framed(page, {
    title: words.title,
    back: '/',
    heading: words.title,
    elderLink: withWish(path, `elder=${page.elder ? '0' : '1'}`),
    langLink: withWish(path, `lang=${page.lang === 'zh' ? 'en' : 'zh'}`),
    styles: guideStyles + reportStyles + releaseStyles,
    script: pageScript,
    body: html`<main id="main" class="rp">${body} ${wayOut(page, [leadRow('/', 'chat', words.talk)])}</main>`,
  });
};

export function callBackPage(of: CallBackPage): string {
  const { page, path, booking, trouble, said } = of;
  const { state } = booking;
  const live = state.name === 'confirmed' || state.name === 'held';
  return shown(
    page,
    path,
    html`${trouble === undefined ? undefined : alertBox(trouble)} ${said === undefined ? undefined : saidBox(said)}
    ${live ? standing(of, state.name === 'held') : over(page, state.name)}`,
  );
}

const over = (page: PageContext, state: keyof ReturnType<typeof callBackPageWords>['over']): Html =>
  html`<div class="hero"><h1 data-say>${callBackPageWords(page.lang).over[state]}</h1></div>`;

function standing(of: CallBackPage, held: boolean): Html {
  const { page, booking, slots, three } = of;
  const words = callBackPageWords(page.lang);
  const late = booking.start <= page.now;
  const lead = late ? words.owed : held ? words.heldLead : words.lead;
  return html`<div class="hero">
      <h1 data-say>${words.stands(spokenWhen(page, booking.start))}</h1>
      <p class="lead" data-say>${lead}</p>
    </div>
    <section>
      <h2>${words.moveTitle}</h2>
      ${
        slots.length === 0
          ? html`<p class="lead2" data-say>${words.noTimes}</p>`
          : html`<div class="nearest">
                ${three.map((slot) => slotForm(of, slot, spokenWhen(page, slot.start), 'btn-2 wide'))}
              </div>
              ${byDay(slots).map(
                ([day, ofDay]) =>
                  html`<details class="day">
                    <summary><span class="grow">${dayText(day)[page.lang]}</span>${icon('down', 18)}</summary>
                    <div class="clocks">
                      ${ofDay.map((slot) => slotForm(of, slot, clockText(minuteOfDay(slot.start)), 'btn-q'))}
                    </div>
                  </details>`,
              )}`
      }
    </section>
    <form method="post" action="${of.path}" class="acts2">
      ${hidden('act', 'cancel')}${hidden('delivery', of.delivery())}
      <button class="btn btn-q">${icon('x', 20)}${words.cancel}</button>
    </form>`;
}

const slotForm = ({ path, delivery }: CallBackPage, { start }: Slot, text: string, look: string): Html =>
  html`<form method="post" action="${path}">
    ${hidden('act', 'move')}${hidden('delivery', delivery())}${hidden('start', start)}
    <button class="btn ${look}">${text}</button>
  </form>`;

function byDay(slots: readonly Slot[]): [ReturnType<typeof dayOf>, Slot[]][] {
  return [...Map.groupBy(slots, ({ start }) => dayOf(start))];
}

export function goneLinkPage(page: PageContext): string {
  const words = callBackPageWords(page.lang);
  return shown(
    page,
    '/',
    html`<div class="hero"><h1 data-say>${words.gone}</h1></div>
      ${alertBox(words.goneLead)}`,
  );
}
