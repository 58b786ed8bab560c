/** The page by which a lender applies: plain forms, and the same answer whether or not its code is known here. */
import { applyAsLender } from '../../functions/release/apply-as-lender.ts';
import { AttachmentId, LenderId, OfficeId } from '../../models/ids.ts';
import { applyWords, type ApplyField } from '../../models/phrasebook/lender-apply-words.ts';
import { creditCodeDoubt } from '../../models/release/credit-code.ts';
import { LenderDetails } from '../../models/release/lender.ts';
import { DAY } from '../../models/time.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { slipCookie, slipOf } from './cookies.ts';
import { openPages, type Reply, type Visit } from './form-window.ts';
import { applyPage, donePage, type ApplyPage, type Typed } from './lender-pages/apply-page.ts';
import { announceFor, floods } from './report-pages/reporting.ts';

wireWith({ photos: photosFromEnvironment });

const SLIP = 'bc_lender';
const fields: readonly ApplyField[] = ['office', 'name', 'code', 'kind', 'contact', 'phone'];

type Slip = { id: LenderId; handedIn: boolean };
function slip({ signer, event, nowMs }: Visit): Slip | undefined {
  const says = slipOf(signer, event.cookies, SLIP, nowMs);
  const id = LenderId.safeParse(says?.['m']);
  return id.success ? { id: id.data, handedIn: says?.['done'] === true } : undefined;
}
const giveSlip = ({ signer, nowMs }: Visit, { id, handedIn }: Slip): string =>
  slipCookie(signer, SLIP, { m: id, done: handedIn }, DAY, nowMs);
const newSlip = ({ deps }: Visit): Slip => ({ id: LenderId.parse(deps.newId()), handedIn: false });

const typedBy = ({ field }: Visit): Typed =>
  Object.fromEntries(fields.map((name) => [name, (field(name) ?? '').slice(0, 120)]));
/** The form has two boxes of photos: first the licence, then the seal. */
const photosOf = ({ fields: all }: Visit, nth: 0 | 1): AttachmentId[] =>
  (all('photos')[nth] ?? '')
    .split(',')
    .map((id) => AttachmentId.safeParse(id).data)
    .filter((id) => id !== undefined)
    .slice(0, 6);

function again(visit: Visit, more: Partial<ApplyPage>, status: number): Reply {
  const own = slip(visit) ?? newSlip(visit);
  const show = applyPage({
    page: visit.page,
    draft: own.id,
    typed: typedBy(visit),
    licence: photosOf(visit, 0),
    seal: photosOf(visit, 1),
    faults: [],
    ...more,
  });
  return { show, status, cookies: [giveSlip(visit, own)] };
}

function showForm(visit: Visit): Promise<Reply> {
  const known = slip(visit);
  const own = known === undefined || known.handedIn ? newSlip(visit) : known;
  const typed: Typed = { office: visit.page.office.id };
  const show = applyPage({ page: visit.page, draft: own.id, typed, licence: [], seal: [], faults: [] });
  return Promise.resolve({ show, cookies: [giveSlip(visit, own)] });
}

async function handIn(visit: Visit): Promise<Reply> {
  const words = applyWords(visit.page.lang);
  const own = slip(visit);
  if (own === undefined) return again(visit, { trouble: words.noCookies }, 400);
  if (own.handedIn) return { go: '/lenders/apply/done' };
  if ((visit.field('website') ?? '') !== '') return again(visit, { trouble: words.robot }, 422);
  if (await floods(visit, 'lender-apply')) return again(visit, { trouble: words.tooOften }, 429);
  const read = readForm(visit);
  if ('faults' in read) return again(visit, { faults: read.faults }, 422);
  const doubt = creditCodeDoubt(read.details.code);
  // A doubt is told once; whoever hands in the same code again has looked.
  if (doubt !== undefined && visit.field('sure') !== visit.field('code')) return again(visit, { doubt }, 422);
  const taken = await applyAsLender(visit.deps, { ...read.details, id: own.id, office: read.office });
  if (!taken.ok) return again(visit, { trouble: words.notTaken }, 409);
  return { go: '/lenders/apply/done', cookies: [giveSlip(visit, { ...own, handedIn: true })] };
}

function readForm(visit: Visit): { faults: ApplyField[] } | { details: LenderDetails; office: OfficeId } {
  const { office = '', contact, phone, ...typed } = typedBy(visit);
  const place = OfficeId.safeParse(office);
  const given = LenderDetails.safeParse({
    ...typed,
    contact: { name: contact, phone: (phone ?? '').normalize('NFKC').replaceAll(/[\s-]/gu, '') },
    licence: photosOf(visit, 0),
    seal: photosOf(visit, 1),
  });
  if (place.success && given.success) return { details: given.data, office: place.data };
  const wrong = new Set(
    given.error?.issues.map(({ path: [first, second] }) =>
      first !== 'contact' ? first : second === 'phone' ? 'phone' : 'contact',
    ),
  );
  return { faults: fields.filter((name) => wrong.has(name) || (name === 'office' && !place.success)) };
}

export const handler = openPages(
  {
    'GET /lenders/apply': showForm,
    'POST /lenders/apply': handIn,
    'POST /lenders/apply/photos': (visit) => announceFor(visit, slip(visit)?.id),
    'GET /lenders/apply/done': ({ page }) => Promise.resolve({ show: donePage(page) }),
  },
  (visit) => again(visit, { trouble: applyWords(visit.page.lang).foreign }, 403),
);
