/** What the officer decided, never bare: reason, details, article, what to do next, how to object. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { refusalGrounds } from '../../../models/release/release.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { leadRow } from '../report-pages/report-frame.ts';
import { momentSaid } from '../report-pages/spoken-when.ts';
import { deedForm, type CasePage } from './deed-form.ts';

const part = (head: string, inside: Html): Html =>
  html`<h3>${head}</h3>
    ${inside}`;

export function decisionBlock({ page, own, delivery }: CasePage): Html | undefined {
  const words = trackReleaseWords(page.lang);
  const { decision } = own;
  const toWindow = deedForm(
    delivery,
    'report',
    html`<button class="btn btn-q wide">${icon('flag', 20)}${words.toWindow}</button>`,
    { action: '/release/track/report' },
  );
  if (decision?.what === 'refused') {
    const ground = refusalGrounds.find((one) => one === decision.reason) ?? 'documents-invalid';
    return html`<section class="card blk">
      <h2 data-say>${icon('info', 22)}${words.decisionRefusedHead}</h2>
      ${part(words.reason, html`<p data-say>${words.grounds[ground]}</p>`)}
      ${part(words.whatExactly, html`<p data-say>${decision.words}</p>`)}
      ${part(words.nextStep, html`<p data-say>${words.groundNext[ground]}</p>`)}
      ${part(
        words.appealHead,
        html`<ul class="why">
          ${words.appeal.map((one) => html`<li data-say>${one}</li>`)}
        </ul>`,
      )}
      <p class="src">${icon('law', 18)}<span>${words.article[ground]}</span></p>
      <div class="go2">
        ${toWindow}
        <a class="btn btn-2 wide" href="/release/track/paper?of=refused">${icon('print', 20)}${words.paperRefused}</a>
      </div>
    </section>`;
  }
  if (decision?.what !== 'moved-to-counter') return undefined;
  return html`<section class="card blk">
    <h2 data-say>${icon('hall', 22)}${words.counterHead}</h2>
    <p data-say>${words.counterLead}</p>
    ${part(words.reason, html`<p data-say>${words.counterWhy[decision.reason ?? ''] ?? ''}</p>`)}
    ${part(words.whatExactly, html`<p data-say>${decision.words}</p>`)}
    ${decision.reason === 'suspicion' ? html`<p class="src">${icon('law', 18)}<span>${words.counterLaw}</span></p>` : undefined}
    <div class="go2">${toWindow}</div>
    <nav class="rows" aria-label="${words.nextStep}">
      ${leadRow('/release/counter?why=wish', 'hall', words.counterBring)}
    </nav>
  </section>`;
}

export function doneBlock(page: PageContext, own: OwnRelease): Html | undefined {
  const words = trackReleaseWords(page.lang);
  if (own.registeredAt !== undefined)
    return html`<section class="card blk">
      <h2 data-say>${icon('checkc', 22)}${words.doneHead}</h2>
      <p data-say>${words.doneLead(momentSaid(page, own.registeredAt))}</p>
    </section>`;
  if (own.decision?.what !== 'approved') return undefined;
  return html`<section class="card blk">
    <h2 data-say>${icon('checkc', 22)}${words.approvedHead}</h2>
    <p data-say>${words.approvedLead}</p>
  </section>`;
}
