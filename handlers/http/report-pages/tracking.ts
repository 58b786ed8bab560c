/** Following one's own matter: found by number and code, shown, acted on. */
import { actOnOwn } from '../../../functions/complaint/act-on-own.ts';
import { findOwn, readOwn } from '../../../functions/complaint/find-own.ts';
import { joinLink } from '../../../functions/wechat/join-links.ts';
import { viewMatterPhoto } from '../../../functions/complaint/matter-photos.ts';
import { ComplaintNumber } from '../../../models/complaint/complaint.ts';
import { CitizenAct, FindComplaint } from '../../../models/complaint/requests.ts';
import { noticeChoiceWords } from '../../../models/phrasebook/notice-choice-words.ts';
import { AttachmentId, DeliveryId, type ComplaintId } from '../../../models/ids.ts';
import { isStaffDevice } from '../cookies.ts';
import { weChatIsOffered } from '../wechat-offered.ts';
import type { Reply, Visit } from '../form-window.ts';
import { findPage } from './find-page.ts';
import { noticeChoiceIn } from './notice-choice.ts';
import { announceFor, floods, photosIn } from './reporting.ts';
import { giveSlip, onSlip, takeSlip } from './slips.ts';
import { trackPage, type TrackPage } from './track-page.ts';
import { plain, plainNumber } from './typed.ts';

export async function showFind(visit: Visit): Promise<Reply> {
  const { page, query, deps } = visit;
  const open = onSlip(visit, 'track');
  if (open !== undefined && query['other'] === undefined) {
    const found = query['number'] === undefined ? undefined : await deps.complaints.find(open);
    if (found === undefined || (found.ok && found.value.number === plain(query['number']).toUpperCase()))
      return { go: '/track/matter' };
  }
  return { show: findPage({ page, number: plain(query['number']).slice(0, 20) }) };
}

export async function findMatter(visit: Visit): Promise<Reply> {
  const { deps, page, words, field, address } = visit;
  const number = plainNumber(field('number'));
  const code = plain(field('code')).replaceAll('-', '');
  const asked = FindComplaint.safeParse({ number, code });
  const again = (faults: NonNullable<Parameters<typeof findPage>[0]['faults']>): Reply => ({
    show: findPage({ page, number: number.slice(0, 20), faults }),
    status: 422,
  });
  if (!asked.success)
    return again({
      ...(ComplaintNumber.safeParse(number).success ? {} : { number: words.numberWrong }),
      ...(FindComplaint.shape.code.safeParse(code).success ? {} : { code: words.queryCodeWrong }),
    });
  const found = await findOwn(deps, asked.data, address);
  if (found.ok) return { go: '/track/matter', cookies: [giveSlip(visit, 'track', found.value)] };
  if (found.refusal.kind === 'too-many')
    return { show: findPage({ page, number, trouble: words.tooManyTries }), status: 429 };
  return again({ code: words.noFit(Number(/(\d+) tries left/u.exec(found.refusal.detail)?.[1] ?? 0)) });
}

const dones = [
  'add',
  'news',
  'call',
  'higher',
  'confirm',
  'reopen',
  'rate',
  'wish-call',
  'check-back',
  'withdraw',
  'notices',
] as const;
type Done = (typeof dones)[number];
const isDone = (word: string | undefined): word is Done => (dones as readonly (string | undefined)[]).includes(word);

export async function showMatter(visit: Visit): Promise<Reply> {
  const { query, deps } = visit;
  const id = onSlip(visit, 'track');
  if (id === undefined) return seenOut(visit);
  // Whoever came from the form goes on with the earlier matter: what was typed there is ready to be added here.
  const draftId = query['from'] === 'report' ? onSlip(visit, 'report') : undefined;
  const draft = draftId === undefined ? undefined : await deps.drafts.find(draftId, deps.now());
  const add = draft?.typed.what;
  return matterPage(visit, id, 200, {
    ...(add === undefined ? {} : { typed: { add } }),
    ...(isDone(query['done']) ? { said: saidOf(query['done'], visit) } : {}),
  });
}

const saidOf = (what: Done, { page, words }: Visit): string =>
  what === 'notices' ? noticeChoiceWords(page.lang).done : words.done[what];

const seenOut = ({ page, words }: Visit): Reply => ({
  show: findPage({ page, number: '', trouble: words.seenOut }),
  status: 401,
});

async function matterPage(
  visit: Visit,
  id: ComplaintId,
  status: number,
  more: Partial<Pick<TrackPage, 'typed' | 'trouble' | 'fault' | 'said'>>,
): Promise<Reply> {
  const own = await readOwn(visit.deps, id);
  if (!own.ok) return seenOut(visit);
  const delivery = (): string => visit.deps.newId();
  const weChat = weChatIsOffered() ? joinLink(visit.deps, { matter: id }) : undefined;
  return { show: trackPage({ page: visit.page, own: own.value, delivery, weChat, ...more }), status };
}

/** What the form says, as the schema wants it; undefined when it does not fit. */
function actOf(visit: Visit): CitizenAct | undefined {
  const { field, fields, words } = visit;
  const text = (name: string): { text?: string } => {
    const said = field(name)?.trim() ?? '';
    return said === '' ? {} : { text: said };
  };
  const act = field('act');
  const photos = photosIn(visit);
  const asked: Record<string, object> = {
    add: {
      // Photos alone say enough.
      ...(photos.length > 0 ? { text: words.photosAdded(photos.length) } : {}),
      ...text('add-text'),
      attachments: photos,
    },
    press: { for: field('for') },
    confirm: {},
    reopen: text('text'),
    rate: {
      grade: field('grade'),
      reasons: fields('reasons'),
      ...((field('words')?.trim() ?? '') === '' ? {} : { words: field('words') }),
    },
    'wish-call': { wish: field('wish') },
    'check-back': { holds: field('holds') === 'yes' },
    withdraw: text('withdraw-text'),
    notices: { choice: noticeChoiceIn(visit) },
  };
  return CitizenAct.safeParse({ act, ...asked[act ?? ''] }).data;
}

export async function act(visit: Visit): Promise<Reply> {
  const { deps, words, field, page } = visit;
  const id = onSlip(visit, 'track');
  if (id === undefined) return seenOut(visit);
  const kept = typedIn(visit);
  if (await floods(visit, 'track-act')) return matterPage(visit, id, 429, { trouble: words.tooOften, ...kept });
  const what = actOf(visit);
  if (what === undefined) {
    const fault = field('act') === 'add' ? 'add' : field('act') === 'rate' ? 'grade' : undefined;
    const other = field('act') === 'notices' ? noticeChoiceWords(page.lang).quietWrong : words.refusedGeneral;
    const trouble = { add: words.addMissing, grade: words.pickGrade, other }[fault ?? 'other'];
    return matterPage(visit, id, 422, { trouble, ...kept, ...(fault === undefined ? {} : { fault }) });
  }
  const delivery = DeliveryId.safeParse(field('delivery')).data ?? (deps.newId() as DeliveryId);
  const sameDevice = isStaffDevice(visit.signer, visit.event.cookies, visit.nowMs);
  const acted = await actOnOwn(deps, id, { delivery, what }, { sameDevice });
  if (!acted.ok)
    return matterPage(visit, id, 409, {
      trouble: acted.refusal.kind === 'wrong-state' ? words.moved : words.refusedGeneral,
      ...kept,
    });
  const cookies = what.act === 'add' ? await draftMovedHere(visit, what.text) : [];
  return { go: `/track/matter?done=${what.act === 'press' ? what.for : what.act}`, cookies };
}

/** What was not taken goes back into the field that it was typed in. */
function typedIn(visit: Visit): Pick<TrackPage, 'typed'> {
  const add = visit.field('add-text');
  const words = visit.field('words') ?? visit.field('text');
  const photos = photosIn(visit);
  return {
    typed: {
      ...(add === undefined ? {} : { add }),
      ...(words === undefined ? {} : { words }),
      ...(photos.length === 0 ? {} : { photos }),
    },
  };
}

/** A report whose words were added to the earlier matter is no draft any more. */
async function draftMovedHere(visit: Visit, text: string): Promise<string[]> {
  const { deps } = visit;
  const id = onSlip(visit, 'report');
  const draft = id === undefined ? undefined : await deps.drafts.find(id, deps.now());
  if (id === undefined || draft?.typed.what !== text) return [];
  await deps.drafts.remove(id);
  return [takeSlip('report')];
}

export const leave = (): Promise<Reply> =>
  Promise.resolve({ go: '/track', cookies: [takeSlip('track'), takeSlip('receipt')] });

export const announcePhoto = (visit: Visit): Promise<Reply> => announceFor(visit, onSlip(visit, 'track'));

export async function showPhoto(visit: Visit): Promise<Reply> {
  const { deps, event } = visit;
  const id = onSlip(visit, 'track');
  const photo = AttachmentId.safeParse(event.pathParameters?.['photo']);
  if (id === undefined || !photo.success) return seenOut(visit);
  const found = await deps.complaints.find(id);
  const address = found.ok ? await viewMatterPhoto(deps, found.value, photo.data) : found;
  return { go: address.ok ? address.value : '/track/matter' };
}
