/** One tap from a release to the “办不成事” window: the report is written already, the person looks at it and hands it in. */
import type { ReportDraft } from '../../../models/complaint/report-draft.ts';
import { ComplaintId } from '../../../models/ids.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { refusalGrounds } from '../../../models/release/release.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import type { Reply, Visit } from '../form-window.ts';
import { giveSlip as giveReportSlip, onSlip as onReportSlip } from '../report-pages/slips.ts';
import { stateOf } from './case-head.ts';
import { withOwn } from './tracking.ts';

/** The phone is left for the person to type: a code will be asked of it anyway, and a found receipt must not show it. */
function written(page: PageContext, own: OwnRelease): ReportDraft['typed'] {
  const words = trackReleaseWords(page.lang);
  const { decision } = own;
  const ground = refusalGrounds.find((one) => one === decision?.reason) ?? 'documents-invalid';
  const said = decision?.words ?? '';
  const what =
    decision?.what === 'refused'
      ? words.windowWhat(own.number, words.grounds[ground], said)
      : decision?.what === 'moved-to-counter'
        ? words.windowCounter(own.number, said)
        : words.windowSlow(own.number, words.states[stateOf(own)] ?? own.state);
  return {
    office: own.office,
    what,
    problem: decision?.what === 'refused' ? 'not-accepted' : 'other',
    ...(said === '' ? {} : { said: said.slice(0, 1000) }),
    where: words.calendarSummary,
    wanted: words.windowWanted,
    service: 'mortgage-release-video',
    who: 'self',
    contact: 'phone',
  };
}

/** A report that was begun before keeps its words, behind these. */
export const toWindow = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (_id, own) => {
    const { deps, page } = visit;
    const known = onReportSlip(visit, 'report');
    const before = known === undefined ? undefined : await deps.drafts.find(known, deps.now());
    const id = known ?? ComplaintId.parse(deps.newId());
    const typed = written(page, own);
    const earlier = before?.typed.what;
    const what =
      earlier === undefined || earlier.includes(own.number)
        ? (earlier ?? typed.what)
        : `${typed.what ?? ''}\n\n${earlier}`;
    await deps.drafts.save({
      id,
      typed: { ...before?.typed, ...typed, ...(what === undefined ? {} : { what }) },
      photos: before?.photos ?? [],
      ...(before?.confirmed === undefined ? {} : { confirmed: before.confirmed }),
      at: deps.now(),
    });
    return { go: '/report', cookies: [giveReportSlip(visit, 'report', id)] };
  });
