/** The window for those who must answer for the promises: figures with their cases, approvals, samples, reviews, ledger, bulletin, audit lines. */
import * as z from 'zod';
import { listApprovals } from '../../functions/aftermath/list-approvals.ts';
import { listCases } from '../../functions/aftermath/list-cases.ts';
import { listReviews, reviseReview, startReview } from '../../functions/aftermath/keep-reviews.ts';
import { drawSample, noteSample, showSample } from '../../functions/aftermath/sample-closed.ts';
import { showGuidance } from '../../functions/aftermath/show-guidance.ts';
import { showOversight } from '../../functions/aftermath/show-oversight.ts';
import { maySeeFigures } from '../../models/aftermath/figure-scope.ts';
import {
  AskBulletin,
  AskCases,
  AskLedger,
  AskOffice,
  AskOversight,
  AskSample,
  DrawSample,
  LONGEST_DAYS,
  NoteSample,
} from '../../models/aftermath/oversight-requests.ts';
import { ChangeReview, OpenReview } from '../../models/aftermath/review.ts';
import { daysBetween } from '../../models/aftermath/weeks.ts';
import { OfficeId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import { Day } from '../../models/time.ts';
import { openWindow, staffRoute } from './window.ts';
import { writtenPage } from './written-page.ts';

const Period = z.strictObject({ office: OfficeId.optional(), from: Day, to: Day });
const OneDay = z.strictObject({ office: OfficeId.optional(), day: Day });
/** A function answers with 6 MB at most, and base64 makes four bytes of three. */
const AT_ONCE_BYTES = 4_000_000;

export const handler = openWindow({
  'GET /api/oversight': staffRoute('read-figures', AskOversight, showOversight),
  'GET /api/oversight/guidance': staffRoute('read-figures', AskOversight, showGuidance),
  'GET /api/oversight/cases': staffRoute('read-figures', AskCases, listCases),
  'GET /api/oversight/approvals': staffRoute('read-figures', AskOffice, listApprovals),
  'GET /api/oversight/sample': staffRoute('read-figures', AskSample, showSample),
  'POST /api/oversight/sample': staffRoute('supervise-matters', DrawSample, drawSample),
  'POST /api/oversight/sample/{id}': staffRoute('supervise-matters', NoteSample, noteSample),
  'GET /api/oversight/reviews': staffRoute('read-figures', AskOffice, listReviews),
  'POST /api/oversight/reviews': staffRoute('supervise-matters', OpenReview, startReview),
  'PUT /api/oversight/reviews/{id}': staffRoute('supervise-matters', ChangeReview, reviseReview),
  'GET /api/oversight/ledger': staffRoute('read-figures', AskLedger, async (deps, by, asked) => {
    const [{ exportLedger }, { ledgerFiles }] = await Promise.all([
      import('../../functions/aftermath/export-ledger.ts'),
      import('./ledger-file.ts'),
    ]);
    const { format, from, to } = asked;
    const { write, type } = ledgerFiles[format];
    const file = await exportLedger(deps, by, asked, write);
    if (!file.ok) return file;
    const body = file.value;
    const disposition = `attachment; filename="ledger-${from}-${to}.${format}"`;
    if (body.length <= AT_ONCE_BYTES)
      return {
        statusCode: 200,
        headers: { 'content-type': type, 'content-disposition': disposition, 'cache-control': 'no-store' },
        isBase64Encoded: true,
        body: body.toString('base64'),
      };
    const { handOver } = await import('../gateways/file-store.ts');
    const location = await handOver(`ledgers/${by.office}/${deps.newId()}.${format}`, body, type, disposition);
    return { statusCode: 302, headers: { location, 'cache-control': 'no-store' } };
  }),
  'GET /oversight/bulletin': staffRoute('read-figures', AskBulletin, async (deps, by, input, { language }) => {
    const { showBulletin } = await import('../../functions/aftermath/show-bulletin.ts');
    const bulletin = await showBulletin(deps, by, input);
    if (!bulletin.ok) return bulletin;
    const { bulletinPage } = await import('./oversight-pages/bulletin-page.ts');
    return writtenPage((nonce) => bulletinPage(bulletin.value, language, nonce), 'no-store');
  }),
  'GET /api/figures': staffRoute('read-figures', Period, async (deps, by, { office = by.office, from, to }) => {
    if (!maySeeFigures(by, office)) return refused('not-allowed', 'another office');
    if (from > to || daysBetween(from, to) > LONGEST_DAYS)
      return refused('bad-input', `a period ends after it begins and lasts at most ${String(LONGEST_DAYS)} days`);
    return done({ days: await deps.figures.between(office, from, to) });
  }),
  'GET /api/audit': staffRoute('read-audit', OneDay, async (deps, by, { office = by.office, day }) =>
    maySeeFigures(by, office)
      ? done({ lines: await deps.audit.onDay(office, day) })
      : refused('not-allowed', 'another office'),
  ),
});
