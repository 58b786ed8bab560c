/** The form's own requests: shown, kept, handed in; a photo announced. */
import { handInReport } from '../../../functions/complaint/hand-in-report.ts';
import { startUpload } from '../../../functions/conversation/photos.ts';
import { faultsOf, typedFrom, type Typed } from '../../../models/complaint/report-form.ts';
import type { Attachment } from '../../../models/conversation/attachment.ts';
import { StartUpload } from '../../../models/conversation/requests.ts';
import { AttachmentId, ComplaintId } from '../../../models/ids.ts';
import { officeById } from '../../../models/office/offices.ts';
import { refusalSentence } from '../../../models/phrasebook/refusals.ts';
import { visitorOf } from '../cookies.ts';
import { bodyOf, type Reply, type Visit } from '../form-window.ts';
import { json, problem } from '../problem.ts';
import { formPage, prefilled, type FormPage } from './form-page.ts';
import { giveSlip, onSlip } from './slips.ts';
import { onward } from './steps.ts';

const POSTS_IN_TEN_MINUTES = 60;
const PHOTOS_AN_HOUR = 60;

/** Asked of every form: whoever floods from one place waits, with everything typed kept. */
export async function floods({ deps, address, nowMs }: Visit, what: string): Promise<boolean> {
  const most = POSTS_IN_TEN_MINUTES * Number(process.env['RATE_FACTOR'] ?? '1');
  return (await deps.limits.use(`${what}#${address}`, 600, nowMs)) > most;
}

const readTyped = ({ field }: Visit): Typed => typedFrom(new Proxy({}, { get: (_none, name) => field(String(name)) }));

export const photosIn = ({ field }: Visit): AttachmentId[] =>
  (field('photos') ?? '')
    .split(',')
    .map((id) => AttachmentId.safeParse(id).data)
    .filter((id) => id !== undefined)
    .slice(0, 12);

/** The promise on top is the chosen office's own. */
const formFor = (visit: Visit, more: Omit<FormPage, 'page' | 'faults'> & { faults?: FormPage['faults'] }): string => {
  const office = officeById(more.typed.office ?? '') ?? visit.page.office;
  return formPage({ faults: [], ...more, page: { ...visit.page, office } });
};

export async function showForm(visit: Visit): Promise<Reply> {
  const { deps, query, event, signer, nowMs } = visit;
  const id = onSlip(visit, 'report') ?? ComplaintId.parse(deps.newId());
  const draft = await deps.drafts.find(id, deps.now());
  const known = visitorOf(signer, event.cookies, nowMs);
  const typed = draft?.typed ?? { ...(known === undefined ? {} : { office: known.office }), ...prefilled(query) };
  const faults = query['check'] === '1' ? faultsOf(typed) : [];
  return {
    show: formFor(visit, { draft: id, typed, photos: draft?.photos ?? [], faults }),
    cookies: [giveSlip(visit, 'report', id)],
  };
}

/** The form with everything typed and one sentence; nothing is kept yet. */
export function showAgain(visit: Visit, trouble: string, status: number): Reply {
  const id = onSlip(visit, 'report') ?? ComplaintId.parse(visit.deps.newId());
  const show = formFor(visit, { draft: id, typed: readTyped(visit), photos: photosIn(visit), trouble });
  return { show, status, cookies: [giveSlip(visit, 'report', id)] };
}

export async function keepReport(visit: Visit): Promise<Reply> {
  const { deps, words, field, page } = visit;
  const id = onSlip(visit, 'report');
  // The form of a matter that was filed a moment ago, sent once more.
  const filed = onSlip(visit, 'receipt');
  if (filed !== undefined && field('draft') === filed) return { go: '/report/receipt' };
  if (id === undefined) return showAgain(visit, words.noCookies, 400);
  if ((field('website') ?? '') !== '') return showAgain(visit, words.robot, 422);
  if (await floods(visit, 'report')) return showAgain(visit, words.tooOften, 429);
  const before = await deps.drafts.find(id, deps.now());
  await deps.drafts.save({
    id,
    typed: readTyped(visit),
    photos: photosIn(visit),
    ...(before?.confirmed === undefined ? {} : { confirmed: before.confirmed }),
    at: deps.now(),
  });
  const next = await handInReport(deps, id, { anyway: false, language: page.lang });
  return next.ok ? onward(visit, id, next.value) : showAgain(visit, refusalSentence(next.refusal, page.lang), 409);
}

/** Script announces a photo before the form is handed in; it belongs to the draft from then on. */
export async function announcePhoto(visit: Visit): Promise<Reply> {
  return announceFor(visit, onSlip(visit, 'report'));
}

export async function announceFor(visit: Visit, parent: Attachment['parent'] | undefined): Promise<Reply> {
  const { deps, address, nowMs, page, event } = visit;
  if (parent === undefined)
    return { send: problem({ kind: 'not-found', detail: 'no report is being written' }, page.lang) };
  const most = PHOTOS_AN_HOUR * Number(process.env['RATE_FACTOR'] ?? '1');
  if ((await deps.limits.use(`report-photos#${address}`, 3600, nowMs)) > most)
    return { send: problem({ kind: 'too-many', detail: 'too many photos' }, page.lang) };
  const input = StartUpload.safeParse(parsed(bodyOf(event)));
  if (!input.success) return { send: problem({ kind: 'bad-input', detail: 'not a photo' }, page.lang) };
  const started = await startUpload(deps, parent, input.data);
  return { send: started.ok ? json(200, started.value) : problem(started.refusal, page.lang) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
