/** The papers of a release: what is missing, all at once with the way to hand it in again; how each stands. */
import { releasePaperWords } from '../../../models/phrasebook/release-papers.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import type { OwnRelease, ShownPaper } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { paperBox } from './apply-pages.ts';
import { deedForm, type CasePage } from './deed-form.ts';

const OPEN = ['applied', 'checking-papers', 'papers-missing', 'booked'];
const isBad = ({ verdict }: ShownPaper): boolean => verdict?.good === false;
const isWanted = (paper: ShownPaper): boolean =>
  paper.from === 'handed-in' && (isBad(paper) || paper.photos.length === 0);

/** Bad ones with every defect in words, and those that were never handed in, in one form. */
export function missingBlock({ page, own, delivery }: CasePage): Html | undefined {
  const wanted = own.papers.filter(isWanted);
  if (!OPEN.includes(own.state) || wanted.length === 0) return undefined;
  const words = trackReleaseWords(page.lang);
  const bad = wanted.some(isBad);
  return html`<section class="card blk ask" id="missing">
    <h2 data-say>${icon(bad ? 'alert' : 'doc', 22)}${bad ? words.missingHead(wanted.length) : words.noPhotosYet}</h2>
    ${bad ? html`<p data-say>${words.missingLead}</p>` : undefined}
    ${deedForm(
      delivery,
      'photos',
      html`${wanted.map((paper) => paperBox(page, paper.kind, [], '/release/track/photos', isBad(paper) ? { state: defectsOf(page, paper) } : {}))}
        <p class="acts2"><button class="btn btn-1 wide">${words.againSend}</button></p>`,
    )}
  </section>`;
}

function defectsOf(page: PageContext, { verdict }: ShownPaper): Html {
  const papers = releasePaperWords(page.lang);
  const comma = page.lang === 'zh' ? '、' : ', ';
  const said = (verdict?.defects ?? []).map((defect) => papers.defects[defect]).join(comma);
  return html`<p class="st bad" data-say>${icon('alert', 18)}${said}</p>
    ${verdict?.words === undefined || verdict.words === '' ? undefined : html`<p class="why" data-say>${verdict.words}</p>`}`;
}

export function papersBlock(page: PageContext, own: OwnRelease): Html | undefined {
  const words = trackReleaseWords(page.lang);
  const papers = releasePaperWords(page.lang);
  const handedIn = own.papers.filter(({ from }) => from === 'handed-in');
  const stands = ({ verdict, photos }: ShownPaper): string => {
    if (own.decision !== undefined) return words.paperGiven(photos.length);
    if (verdict?.good === true) return words.paperGood;
    if (verdict?.good === false) return words.paperBad;
    return photos.length === 0 ? words.paperNone : words.paperWaiting(photos.length);
  };
  return html`<section>
    <h2>${words.papersHead}</h2>
    <ul class="plain">
      ${handedIn.map(
        (paper) =>
          html`<li>
            ${icon(paper.verdict?.good === true ? 'check' : isBad(paper) ? 'alert' : 'doc', 18)}
            <b>${papers.names[paper.kind]}</b> ${stands(paper)}
            ${
              paper.photos.length === 0
                ? undefined
                : html`<span class="pics"
                    >${paper.photos.map((photo, i) => html`<a href="/release/track/photos/${photo}">${words.photo(i + 1)}</a>`)}</span
                  >`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
