/** One matter as the person sees it: what was answered, how far it is, what comes next, and everything they may do about it. */
import { maskNumbers } from '../../../functions/guidance/mask-numbers.ts';
import type { OwnMatter } from '../../../models/complaint/views.ts';
import { weChatPageWords } from '../../../models/phrasebook/wechat-page-words.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { openingAt } from '../../../models/office/opening.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { openingText } from '../guide-pages/dates.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { answerBlock, confirmBlock, rateBlock, wishBlock, checkBackBlock } from './answer-blocks.ts';
import { moreActs } from './more-acts.ts';
import { alertBox, leadRow, reportFramed, saidBox, wayOut } from './report-frame.ts';
import { letters, story } from './story.ts';
import { spokenWhen } from './spoken-when.ts';

export type TrackPage = {
  page: PageContext;
  own: OwnMatter;
  /** A fresh name for the next deed, so that a form sent twice is done once. */
  delivery: () => string;
  /** Leads into WeChat, where an account is connected. */
  weChat?: string | undefined;
  /** What was typed and not taken. */
  typed?: { add?: string; words?: string; photos?: string[] };
  trouble?: string;
  fault?: 'add' | 'grade';
  said?: string;
};

export function trackPage(shown: TrackPage): string {
  const { page, own, trouble, said, weChat } = shown;
  const words = reportWords(page.lang);
  const { may } = own;
  const asks = [
    may.confirm ? confirmBlock(shown) : undefined,
    may.wishCall ? wishBlock(shown) : undefined,
    may.checkBack ? checkBackBlock(shown) : undefined,
    may.rate && !may.confirm ? html`<section class="card blk rate-alone">${rateBlock(shown)}</section>` : undefined,
    own.rated === undefined ? undefined : html`<p class="subnote">${words.ratedAs(words.grades[own.rated])}</p>`,
  ].filter((block) => block !== undefined);
  // Two columns only where something is asked.
  const two = asks.length > 0;
  const body = html`<div class="${two ? 'cols' : ''}">
    ${trouble === undefined ? undefined : alertBox(trouble)}${said === undefined ? undefined : saidBox(said)}
    ${head(page, own)}
    <div class="${two ? 'cols2' : ''}">
      <div class="left">
        ${own.mergedInto === undefined ? undefined : html`<section class="card blk"><p data-say>${words.mergedInto(own.mergedInto)}</p></section>`}
        ${own.waitingFor === undefined ? undefined : waitingBlock(shown)} ${answerBlock(page, own)}
      </div>
      ${two ? html`<div class="right">${asks}</div>` : undefined}
      <div class="left">
        ${story(page, own)} ${letters(page, own)} ${moreActs(shown)}
        ${wayOut(page, [
          ...(weChat === undefined ? [] : [leadRow(weChat, 'chat', weChatPageWords(page.lang).follow)]),
          leadRow('/track?other=1', 'search', words.findAnother),
        ])}
        <form class="acts2" method="post" action="/track/leave">
          <button class="btn btn-q">${icon('lock', 20)}${words.leave}</button>
          <button class="btn btn-2" type="button" data-print hidden>${icon('print', 20)}${words.printThis}</button>
        </form>
      </div>
    </div>
  </div>`;
  return reportFramed(page, { title: own.number, path: '/track/matter', back: '/', of: 'track', body });
}

/** The one state that matters now, in words and colour. */
function stateTag(page: PageContext, own: OwnMatter): Html {
  const words = reportWords(page.lang);
  const tag = (look: string, text: string, sign: 'checkc' | 'clock' | 'alert' | 'hist'): Html =>
    html`<span class="state ${look}">${icon(sign, 18)}${text}</span>`;
  if (own.state === 'waiting-for-citizen') return tag('pause', words.stopped, 'hist');
  if (own.answeredAt !== undefined && own.answer !== undefined)
    return own.answeredAt <= own.answerDueAt ? tag('ok', words.inTime, 'checkc') : tag('warn', words.late, 'alert');
  const open = ['filed', 'accepted', 'assigned', 'working'].includes(own.state);
  if (!open) return tag('', words.states[own.state], 'checkc');
  return own.answerDueAt < page.now
    ? tag('late', words.overdue, 'alert')
    : tag('', words.left(spokenWhen(page, own.answerDueAt)), 'clock');
}

function head(page: PageContext, own: OwnMatter): Html {
  const words = reportWords(page.lang);
  const office = officeOf(own.office);
  const name = page.lang === 'zh' ? office.nameZh : office.nameEn;
  const comma = page.lang === 'zh' ? '，' : ', ';
  const who = own.phoneTail === undefined ? words.byNobody : words.byTail(own.phoneTail, own.name);
  const helper = own.helper === undefined ? '' : `${comma}${words.helpedByName(own.helper)}`;
  return html`<header class="th">
    <p class="k">
      <span>${words.number} ${own.number}</span
      >${own.plate === undefined ? undefined : html`<span>${own.plate}</span>`}${stateTag(page, own)}
    </p>
    <h1 data-say>${maskNumbers(own.title)}</h1>
    <p>${words.ofOffice(name, own.handler)}${comma}${who}${helper}</p>
    ${when(
      own.answeredAt === undefined,
      () => html`<p>${name}${comma}${openingText(openingAt(office, page.now), page.now)[page.lang]}</p>`,
    )}
    ${when(own.provisional && own.answeredAt === undefined, () => html`<p>${words.provisional}</p>`)}
  </header>`;
}

function waitingBlock({ page, own }: TrackPage): Html | undefined {
  if (own.waitingFor === undefined) return undefined;
  const words = reportWords(page.lang);
  const asked = own.entries.findLast((entry) => entry.kind === 'question');
  return html`<section class="card blk ask">
    <h2 data-say>${words.waitingFor[own.waitingFor]}</h2>
    ${asked === undefined ? undefined : html`<p data-say>${asked.text}</p>`}
    <p data-say>${words.waitingNote}</p>
    <a class="btn btn-1 wide" href="#add">${words.add}</a>
  </section>`;
}
