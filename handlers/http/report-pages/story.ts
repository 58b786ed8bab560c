/** The way of a matter, newest first, with what comes next on top; and what person and office wrote to each other. */
import { maskNumbers } from '../../../functions/guidance/mask-numbers.ts';
import type { OwnMatter } from '../../../models/complaint/views.ts';
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { photoLinks } from './photo-links.ts';
import { momentSaid, spokenWhen } from './spoken-when.ts';

export function story(page: PageContext, own: OwnMatter): Html {
  const words = reportWords(page.lang);
  const next = nextStep(page, own);
  const comma = page.lang === 'zh' ? '，' : ', ';
  return html`<section>
    <h2>${words.story}</h2>
    <ol class="tl">
      ${next === undefined ? undefined : html`<li class="now"><b data-say>${next}</b></li>`}
      ${own.steps.toReversed().map(({ at, what, reason }) => {
        const late = reason === 'late' ? `${comma}${words.stepLate}` : '';
        const missed = reason === 'not-reached' ? `${comma}${words.stepNotReached}` : '';
        return html`<li class="${what === 'asked-citizen' ? 'ps' : ''}">
          <b>${words.steps[what] ?? what}${late}${missed}</b><time datetime="${at}">${momentSaid(page, at)}</time>
        </li>`;
      })}
    </ol>
  </section>`;
}

/** What is awaited now and by when. Before the first contact, that is what is due first. */
function nextStep(page: PageContext, own: OwnMatter): string | undefined {
  const words = reportWords(page.lang);
  const says: Partial<Record<OwnMatter['state'], (when: string) => string>> = words.nowSteps;
  const say = says[own.state];
  if (say === undefined) return undefined;
  const contactDue = own.contactedAt === undefined ? own.contactDueAt : undefined;
  const due = own.state === 'filed' && contactDue !== undefined ? contactDue : own.answerDueAt;
  if (due < page.now) return words.overdue;
  if (own.state === 'filed' && contactDue === undefined) return words.nowSteps.accepted(spokenWhen(page, due));
  return say(spokenWhen(page, due));
}

/** The answer that stands stands above; what was written before it stays here. */
export function letters(page: PageContext, own: OwnMatter): Html | undefined {
  const words = reportWords(page.lang);
  const written = own.entries.filter((e) => (e.text !== '' || e.attachments.length > 0) && e.text !== own.answer?.text);
  if (written.length === 0) return undefined;
  return html`<section>
    <h2>${words.letters}</h2>
    <ul class="letters">
      ${written.map(
        (entry) =>
          html`<li>
            <b>${words.entryKinds[entry.kind]}${entry.byName === undefined ? '' : ` ${entry.byName}`}</b
            ><time datetime="${entry.at}">${momentSaid(page, entry.at)}</time>
            <p>${entry.from === 'officer' ? entry.text : maskNumbers(entry.text)}</p>
            ${photoLinks(page, own, entry)}
          </li>`,
      )}
    </ul>
  </section>`;
}
