/** One release as its owner sees it: what comes next on top, then papers, time, decision, certificate, and all they may do about it. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { weChatPageWords } from '../../../models/phrasebook/wechat-page-words.ts';
import { html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { alertBox, leadRow, saidBox, wayOut } from '../report-pages/report-frame.ts';
import { caseHead, clockBlock, doorBlock, story } from './case-head.ts';
import { decisionBlock, doneBlock } from './case-decision.ts';
import { custodyBlock, moreActs, receiptRows } from './case-more.ts';
import { papersBlock, missingBlock } from './case-papers.ts';
import { timeBlock } from './case-time.ts';
import type { CasePage } from './deed-form.ts';
import { offlineNote, releaseFramed } from './release-frame.ts';

export function casePage(shown: CasePage): string {
  const { page, own, trouble, said } = shown;
  const words = trackReleaseWords(page.lang);
  const first = [missingBlock(shown), decisionBlock(shown), doneBlock(page, own)].filter((one) => one !== undefined);
  const beside = [timeBlock(shown), clockBlock(page, own), custodyBlock(page, own)].filter((one) => one !== undefined);
  // Two columns only where something stands beside.
  const two = beside.length > 0;
  const body = html`<div class="${two ? 'cols' : ''}">
    ${offlineNote(page)}
    ${trouble === undefined ? undefined : alertBox(trouble)}${said === undefined ? undefined : saidBox(said)}
    ${caseHead(page, own)}
    <div id="live" data-live="15" role="status">${doorBlock(page, own)}</div>
    <div class="${two ? 'cols2' : ''}">
      ${first.length > 0 ? html`<div class="left">${first}</div>` : undefined}
      ${two ? html`<div class="right">${beside}</div>` : undefined}
      <div class="left">
        ${receiptRows(page, own)} ${papersBlock(page, own)} ${story(page, own)} ${moreActs(shown)}
        ${wayOut(page, [
          ...(shown.weChat === undefined ? [] : [leadRow(shown.weChat, 'chat', weChatPageWords(page.lang).follow)]),
          leadRow('/release/track?other=1', 'search', words.findAnother),
        ])}
        <form class="acts2" method="post" action="/release/track/leave">
          <button class="btn btn-q">${icon('lock', 20)}${words.leave}</button>
          <button class="btn btn-2" type="button" data-print hidden>${icon('print', 20)}${words.printThis}</button>
        </form>
      </div>
    </div>
  </div>`;
  return releaseFramed(page, {
    title: own.number,
    path: '/release/track/case',
    back: '/release',
    heading: words.heading,
    body,
  });
}
