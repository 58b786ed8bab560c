/** The certificate's way, papers to print, a helper, taking the application back. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { textField } from '../report-pages/form-fields.ts';
import { noticeChoiceRow } from '../report-pages/notice-choice.ts';
import { leadRow } from '../report-pages/report-frame.ts';
import { momentSaid } from '../report-pages/spoken-when.ts';
import { stateOf } from './case-head.ts';
import { deedForm, type CasePage } from './deed-form.ts';

const moments = ['collected', 'annotated', 'sent', 'returned'] as const;

export function custodyBlock(page: PageContext, own: OwnRelease): Html | undefined {
  const words = trackReleaseWords(page.lang);
  const { custody } = own;
  if (['cancelled', 'expired'].includes(own.state)) return undefined;
  if (custody === undefined)
    return own.decision === undefined
      ? html`<section class="card blk">
          <h2>${icon('doc', 22)}${words.custodyHead}</h2>
          <p data-say>${words.custodyNotYet}</p>
        </section>`
      : undefined;
  const steps = custody.way === 'mail' ? moments : moments.filter((one) => one !== 'sent');
  return html`<section class="card blk">
    <h2>${icon('doc', 22)}${words.custodyHead}</h2>
    <p data-say>${words.ways[custody.way]}</p>
    <ol class="tl">
      ${steps.map((step) => {
        const at = custody[`${step}At`];
        return html`<li class="${at === undefined ? 'todo' : ''}">
          <b>${words.custody[step]}</b
          >${at === undefined ? undefined : html`<time datetime="${at}">${momentSaid(page, at)}</time>`}
          ${when(step === 'sent' && custody.tracking !== undefined, () => html`<span class="na">${words.parcel(custody.tracking ?? '')}</span>`)}
        </li>`;
      })}
    </ol>
    ${when(custody.tracking !== undefined, () => html`<p class="subnote">${words.parcelNote}</p>`)}
  </section>`;
}

export function receiptRows(page: PageContext, own: OwnRelease): Html | undefined {
  const words = trackReleaseWords(page.lang);
  const rows = [
    ...(own.acceptedAt === undefined ? [] : [['accepted', words.paperAccepted] as const]),
    ...(own.decision?.what === 'approved' ? [['approved', words.paperApproved] as const] : []),
    ...(own.decision?.what === 'moved-to-counter' ? [['counter', words.paperCounter] as const] : []),
    ...(own.registeredAt === undefined ? [] : [['done', words.paperDone] as const]),
  ];
  if (rows.length === 0) return undefined;
  return html`<nav class="rows" aria-label="${words.receiptsHead}">
    ${rows.map(([of, name]) => leadRow(`/release/track/paper?of=${of}`, 'print', name))}
  </nav>`;
}

const BEFORE = ['applied', 'checking-papers', 'papers-missing', 'booked'];

export function moreActs(shown: CasePage): Html {
  const { page, own, delivery } = shown;
  const words = trackReleaseWords(page.lang);
  const before = BEFORE.includes(own.state);
  return html`<section class="rows" aria-label="${words.more}">
    ${when(before || own.state === 'in-session', () => helperRow(shown))}
    ${own.notices === undefined ? undefined : noticeChoiceRow(page, own.notices, (inside) => deedForm(delivery, 'notices', inside))}
    ${deedForm(
      delivery,
      'report',
      html`<button class="asrow">
        ${icon('flag', 22)}<span class="grow">${words.report}</span>${icon('right', 18)}
      </button>`,
      { action: '/release/track/report' },
    )}
    ${when(
      before,
      () =>
        html`<details>
          <summary>${icon('x', 22)}<span class="grow">${words.cancel}</span>${icon('down', 18)}</summary>
          ${deedForm(
            delivery,
            'cancel',
            html`<p class="subnote">${words.cancelLead}</p>
              <button class="btn btn-q">${words.cancelSure}</button>`,
          )}
        </details>`,
    )}
    ${when(['cancelled', 'expired', 'refused'].includes(stateOf(own)), () => leadRow('/release/apply', 'plus', words.applyAgain))}
  </section>`;
}

function helperRow({ page, own, delivery, helperLink }: CasePage): Html {
  const words = trackReleaseWords(page.lang);
  const { helper } = own;
  return html`<details id="helper" ${helper === undefined ? undefined : html`open`}>
    <summary>${icon('users', 22)}<span class="grow">${words.helperHead}</span>${icon('down', 18)}</summary>
    ${
      helper === undefined || helperLink === undefined
        ? deedForm(
            delivery,
            'helper',
            html`<p class="subnote">${words.helperLead}</p>
              ${textField({ name: 'helper-name', label: words.helperName }, { most: 40 })}
              ${textField({ name: 'helper-relation', label: words.helperRelation, hint: words.helperRelationHint }, { most: 20 })}
              <p class="subnote">${words.helperScope}</p>
              <button class="btn btn-1">${words.helperSend}</button>`,
          )
        : html`<div class="helper">
            <p data-say>${words.helperNow(helper.name, helper.relation)}</p>
            <div class="qrw">
              ${qrCode(helperLink, 132, words.helperLink)}
              <p>${words.helperLink}</p>
            </div>
            <p class="link"><a href="${helperLink}">${words.helperLinkName}</a></p>
            ${deedForm(delivery, 'helper-off', html`<button class="btn btn-q">${words.helperRemove}</button>`)}
          </div>`
    }
  </details>`;
}
