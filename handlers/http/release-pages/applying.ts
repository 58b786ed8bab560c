/** The application's own requests: each page shown, kept, handed on; photos announced. */
import { viewPhoto } from '../../../functions/conversation/photos.ts';
import { standingOf } from '../../../functions/release/hand-in-application.ts';
import { enrolledLenders } from '../../../functions/release/mandate-stands.ts';
import {
  carFields,
  counterReason,
  faultsOfCar,
  faultsOfWho,
  papersAsked,
  shapeTyped,
  typedOn,
  whoFields,
  type ApplicationFault,
  type ApplicationField,
} from '../../../models/release/application-form.ts';
import type { ApplicationDraft } from '../../../models/release/application-draft.ts';
import type { PaperKind } from '../../../models/release/papers.ts';
import { AttachmentId, OfficeId, ReleaseId } from '../../../models/ids.ts';
import { officeById } from '../../../models/office/offices.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { visitorOf } from '../cookies.ts';
import type { Reply, Visit } from '../form-window.ts';
import { announceFor, floods } from '../report-pages/reporting.ts';
import { carPage, papersPage, whoPage, type FormPage } from './apply-pages.ts';
import { counterPage, counterReasons, type CounterReason } from './counter-page.ts';
import { introPage } from './intro-page.ts';
import { sendTo } from './confirming.ts';
import { giveSlip, onSlip } from './slips.ts';

type Step = 'who' | 'car' | 'papers';
const addressOf = { who: '/release/apply', car: '/release/apply/car', papers: '/release/apply/papers' } as const;

/** The draft that this browser is writing; one that was never saved is empty. */
async function draftOf(visit: Visit): Promise<ApplicationDraft> {
  const { deps, event, signer, nowMs } = visit;
  const known = onSlip(visit, 'apply');
  const id = known ?? ReleaseId.parse(deps.newId());
  const draft = known === undefined ? undefined : await deps.applicationDrafts.find(id, deps.now());
  if (draft !== undefined) return draft;
  const office = officeById(visit.query['office'] ?? '')?.id ?? visitorOf(signer, event.cookies, nowMs)?.office;
  return { id, typed: office === undefined ? {} : { office }, photos: {}, at: deps.now() };
}

export async function showIntro(visit: Visit): Promise<Reply> {
  const id = onSlip(visit, 'apply');
  const draft = id === undefined ? undefined : await visit.deps.applicationDrafts.find(id, visit.deps.now());
  return { show: introPage(visit.page, draft !== undefined) };
}

type More = { faults?: readonly ApplicationFault[]; trouble?: string; status?: number };

async function stepShown(visit: Visit, step: Step, draft: ApplicationDraft, more: More = {}): Promise<Reply> {
  const { page, deps } = visit;
  const { typed, photos, id } = draft;
  const shown: FormPage = { page, draft: id, typed, faults: more.faults ?? [], trouble: more.trouble };
  const cookies = [giveSlip(visit, 'apply', id)];
  const status = more.status ?? 200;
  if (step === 'who') return { show: whoPage(shown), status, cookies };
  const shape = shapeTyped(typed);
  if (shape === undefined) return { go: '/release/apply?check=1', cookies };
  if (step === 'papers') return { show: papersPage({ ...shown, kinds: papersAsked(shape), photos }), status, cookies };
  const lenders = await enrolledLenders(deps, OfficeId.parse(typed.office));
  return { show: carPage({ ...shown, lenders }), status, cookies };
}

/** After a press with something missing, the page says so itself; looked at for the first time it accuses nobody. */
const showStep =
  (step: Step) =>
  async (visit: Visit): Promise<Reply> => {
    const draft = await draftOf(visit);
    const faults = visit.query['check'] === '1' ? await faultsOn(visit, step, draft) : [];
    return stepShown(visit, step, draft, { faults });
  };

async function faultsOn({ deps }: Visit, step: Step, { typed }: ApplicationDraft): Promise<ApplicationFault[]> {
  if (step === 'who') return faultsOfWho(typed);
  if (step === 'papers') return [];
  const lenders = await enrolledLenders(deps, OfficeId.parse(typed.office));
  return faultsOfCar(
    typed,
    lenders.map(({ id }) => id),
  );
}

export const showWho = showStep('who');
export const showCar = showStep('car');
export const showPapers = showStep('papers');

const photosOf = ({ field }: Visit, kind: PaperKind): AttachmentId[] =>
  (field(`photos-${kind}`) ?? '')
    .split(',')
    .map((id) => AttachmentId.safeParse(id).data)
    .filter((id) => id !== undefined)
    .slice(0, 8);

/** What this press brings, over what was kept before. */
function written(visit: Visit, step: Step, before: ApplicationDraft): ApplicationDraft {
  const at = visit.deps.now();
  if (step !== 'papers') {
    const page: readonly ApplicationField[] = step === 'who' ? whoFields : carFields;
    const typed = typedOn(page, before.typed, visit.field);
    // Another office has other lenders.
    const { lender: _, ...rest } = typed;
    return { ...before, at, typed: step === 'who' && typed.office !== before.typed.office ? rest : typed };
  }
  const shape = shapeTyped(before.typed);
  const asked = shape === undefined ? [] : papersAsked(shape);
  return { ...before, at, photos: Object.fromEntries(asked.map((kind) => [kind, photosOf(visit, kind)])) };
}

const keepStep =
  (step: Step) =>
  async (visit: Visit): Promise<Reply> => {
    const { deps, field, page } = visit;
    const words = applyReleaseWords(page.lang);
    const slip = onSlip(visit, 'apply');
    const receipt = onSlip(visit, 'receipt');
    // The form of an application that was filed a moment ago, sent once more.
    if (receipt !== undefined && field('draft') === receipt) return { go: '/release/receipt' };
    const before = await draftOf(visit);
    const draft = written(visit, step, before);
    if (slip === undefined) return stepShown(visit, step, draft, { trouble: words.noCookies, status: 400 });
    if ((field('website') ?? '') !== '') return stepShown(visit, step, draft, { trouble: words.robot, status: 422 });
    if (await floods(visit, 'release')) return stepShown(visit, step, draft, { trouble: words.tooOften, status: 429 });
    await deps.applicationDrafts.save(draft);
    return onward(visit, step, draft);
  };
export const keepWho = keepStep('who');
export const keepCar = keepStep('car');
export const keepPapers = keepStep('papers');

async function onward(visit: Visit, step: Step, draft: ApplicationDraft): Promise<Reply> {
  const standing = await standingOf(visit.deps, draft);
  if (standing.at === 'counter') return { go: `/release/counter?why=${standing.why}` };
  if (standing.at === 'who') return { go: '/release/apply?check=1' };
  if (step === 'who') return { go: addressOf.car };
  if (standing.at === 'car') return { go: '/release/apply/car?check=1' };
  if (step === 'car') return { go: addressOf.papers };
  return standing.at === 'phone' ? sendTo(visit, standing.phone) : { go: '/release/apply/check' };
}

/** A form from elsewhere is not taken, what it holds comes back. */
export async function showAgain(visit: Visit): Promise<Reply> {
  const words = applyReleaseWords(visit.page.lang);
  const steps: Partial<Record<string, Step>> = {
    '/release/apply': 'who',
    '/release/apply/car': 'car',
    '/release/apply/papers': 'papers',
  };
  const step = steps[visit.event.rawPath] ?? 'who';
  const draft = written(visit, step, await draftOf(visit));
  return stepShown(visit, step, draft, { trouble: words.foreign, status: 403 });
}

/** Script announces a photo before the form is handed in; it belongs to the draft from then on. */
export const announcePhoto = (visit: Visit): Promise<Reply> => announceFor(visit, onSlip(visit, 'apply'));

export async function showDraftPhoto(visit: Visit): Promise<Reply> {
  const id = onSlip(visit, 'apply');
  const photo = AttachmentId.safeParse(visit.event.pathParameters?.['photo']);
  if (id === undefined || !photo.success) return { go: '/release/apply' };
  const address = await viewPhoto(visit.deps, id, photo.data);
  return { go: address.ok ? address.value : '/release/apply' };
}

export async function showCounter(visit: Visit): Promise<Reply> {
  const why = counterReasons.find((one): one is CounterReason => one === visit.query['why']) ?? 'wish';
  const draft = await draftOf(visit);
  const office = officeById(draft.typed.office ?? '') ?? visit.page.office;
  const back = why === 'wish' ? undefined : why === 'lender' ? addressOf.car : addressOf.who;
  return { show: counterPage({ ...visit.page, office }, why, counterReason(draft.typed) === why ? back : undefined) };
}
