/** The head of a release's page: whose it is, the one state that matters now, the working day, the open door, and what happened. */
import { officeOf } from '../../../models/office/offices.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon, type IconName } from '../guide-pages/icon.ts';
import { momentSaid, spokenWhen } from '../report-pages/spoken-when.ts';

/** A decision says more than “decided”. */
export const stateOf = ({ state, decision }: OwnRelease): string =>
  state === 'decided' || (state === 'closed' && decision !== undefined && decision.what !== 'approved')
    ? (decision?.what ?? state)
    : state;

const isRunning = ({ clock }: OwnRelease): boolean => clock !== undefined && clock.stoppedAt === undefined;

function stateTag(page: PageContext, own: OwnRelease): Html {
  const words = trackReleaseWords(page.lang);
  const tag = (look: string, text: string, sign: IconName): Html =>
    html`<span class="state ${look}">${icon(sign, 18)}${text}</span>`;
  const { clock } = own;
  const name = stateOf(own);
  const running = isRunning(own);
  if (running && clock?.state === 'late') return tag('late', words.overdue, 'alert');
  if (running && clock !== undefined)
    return tag(clock.state === 'warn' ? 'warn' : '', words.due(spokenWhen(page, clock.dueAt)), 'clock');
  if (name === 'papers-missing') return tag('pause', words.states[name] ?? name, 'hist');
  const good = ['registry-done', 'certificate-returned', 'closed', 'approved'].includes(name);
  if (clock?.state === 'kept' && good) return tag('ok', words.kept, 'checkc');
  if (clock?.state === 'missed' && good) return tag('warn', words.missed, 'alert');
  return tag(good ? 'ok' : '', words.states[name] ?? name, good ? 'checkc' : 'clock');
}

export function caseHead(page: PageContext, own: OwnRelease): Html {
  const words = trackReleaseWords(page.lang);
  const office = officeOf(own.office);
  return html`<header class="th">
    <p class="k"><span>${own.number}</span><span>${own.plate}</span>${stateTag(page, own)}</p>
    <h1 data-say>${words.title}</h1>
    ${when(isRunning(own), () => html`<p data-say>${words.states[stateOf(own)] ?? own.state}</p>`)}
    <p>${words.by(page.lang === 'zh' ? office.nameZh : office.nameEn, own.officer)}</p>
    ${own.lender === '' ? undefined : html`<p>${words.with(own.lender, own.agent)}</p>`}
  </header>`;
}

/** Looked at again by itself: nobody should miss that the door is open. */
export function doorBlock(page: PageContext, own: OwnRelease): Html | undefined {
  if (!own.roomOpen) return undefined;
  const words = trackReleaseWords(page.lang);
  return html`<section class="card blk ask">
    <h2 data-say>${icon('video', 22)}${words.doorOpenHead}</h2>
    <p data-say>${words.doorOpenLead}</p>
    <a class="btn btn-1 wide" href="/release/door">${words.enter}</a>
  </section>`;
}

const OVER = ['cancelled', 'expired', 'refused', 'moved-to-counter'];

export function clockBlock(page: PageContext, own: OwnRelease): Html | undefined {
  const words = trackReleaseWords(page.lang);
  if (OVER.includes(stateOf(own))) return undefined;
  const { clock } = own;
  const said =
    clock === undefined
      ? words.clockNotYet
      : words.clockFrom(momentSaid(page, clock.startedAt), spokenWhen(page, clock.dueAt));
  return html`<section class="card blk">
    <h2>${icon('clock', 22)}${words.clockHead}</h2>
    <p data-say>${said}</p>
    ${when(clock?.stoppedAt !== undefined, () => html`<p>${clock?.state === 'kept' ? words.kept : words.missed}</p>`)}
  </section>`;
}

export function story(page: PageContext, own: OwnRelease): Html {
  const words = trackReleaseWords(page.lang);
  const said = ({ what, reason }: OwnRelease['history'][number]): string | undefined =>
    words.history[`${what}:${reason ?? ''}`] ?? words.history[what];
  const steps = own.history.filter((one) => said(one) !== undefined);
  return html`<section>
    <h2>${words.story}</h2>
    <ol class="tl">
      ${steps
        .toReversed()
        .map(
          (one) =>
            html`<li class="${one.what === 'papers-faulty' ? 'ps' : ''}">
              <b>${said(one)}</b><time datetime="${one.at}">${momentSaid(page, one.at)}</time>
            </li>`,
        )}
    </ol>
  </section>`;
}
