/** The query code is lost: number and phone are asked for, then the six digits that went to the phone. */
import { maskPhone } from '../../../models/conversation/masking.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { faultSummary, hidden, textField } from './form-fields.ts';
import { alertBox, leadRow, reportFramed, wayOut } from './report-frame.ts';

export type LostPage = {
  page: PageContext;
  number: string;
  phone?: string;
  faults?: { number?: string; phone?: string };
  trouble?: string;
};

export function lostPage({ page, number, phone = '', faults = {}, trouble }: LostPage): string {
  const words = reportWords(page.lang);
  const body = html`<div class="hero">
      <h1 data-say>${words.lostTitle}</h1>
      <p class="lead" data-say>${words.lostLead}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)} ${faultSummary(words.findFaultsHead, faults)}
    <form class="main" method="post" action="/track/lost" novalidate>
      ${textField(
        { name: 'number', label: words.number, hint: words.lostNumberHint, value: number, fault: faults.number },
        { most: 20, look: 'code' },
      )}
      ${textField(
        { name: 'phone', label: words.lostPhone, value: phone, fault: faults.phone },
        { kind: 'tel', mode: 'tel', fill: 'tel', most: 20 },
      )}
      <button class="btn btn-1 wide">${words.lostSend}</button>
    </form>
    <section class="card blk">
      <h2 data-say>${icon('info', 22)}${words.lostNoPhoneHead}</h2>
      <p data-say>${words.lostNoPhone}</p>
    </section>
    ${wayOut(page, [leadRow('/track', 'search', words.track), leadRow('/report', 'edit', words.newReport)])}`;
  return reportFramed(page, { title: words.lostTitle, path: lostPath(number), back: '/track', of: 'track', body });
}

/** A number is no secret, a phone is: only the number stands in an address. */
const lostPath = (number: string): string =>
  number === '' ? '/track/lost' : `/track/lost?number=${encodeURIComponent(number)}`;

export type LostCodePage = {
  page: PageContext;
  number: string;
  phone: string;
  /** Names this form, so that it is tried once even if it is sent twice. */
  delivery: string;
  fault?: string;
  trouble?: string;
};

export function lostCodePage({ page, number, phone, delivery, fault, trouble }: LostCodePage): string {
  const words = reportWords(page.lang);
  const asked = html`${hidden('number', number)}${hidden('phone', phone)}`;
  const body = html`<div class="hero">
      <h1 data-say>${words.phoneTitle}</h1>
      <p class="lead" data-say>${words.lostCodeLead(maskPhone(phone))}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}
    <form class="main" method="post" action="/track/lost/code" novalidate>
      ${asked}${hidden('delivery', delivery)}
      ${textField(
        { name: 'code', label: words.code, fault },
        { mode: 'numeric', fill: 'one-time-code', most: 12, look: 'code num' },
      )}
      <button class="btn btn-1 wide">${words.lostShow}</button>
    </form>
    <div class="acts2">
      <form method="post" action="/track/lost">${asked}<button class="btn btn-2">${words.again}</button></form>
      <a class="btn btn-q" href="${lostPath(number)}">${icon('edit', 20)}${words.lostChange}</a>
    </div>
    <p class="subnote">${words.againNote}</p>
    ${wayOut(page, [])}`;
  return reportFramed(page, {
    title: words.phoneTitle,
    path: lostPath(number),
    back: lostPath(number),
    of: 'track',
    body,
  });
}
