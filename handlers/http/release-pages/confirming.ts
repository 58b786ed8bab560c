/** From the last page of the form to the receipt: the code, the last look, the filing. Every step can be left, reloaded and pressed twice. */
import { sendPhoneCode } from '../../../functions/access/send-phone-code.ts';
import {
  confirmApplicationPhone,
  handInApplication,
  sameRelease,
  standingOf,
  type Standing,
} from '../../../functions/release/hand-in-application.ts';
import { SixDigits } from '../../../models/access/phone-code.ts';
import type { ReleaseId } from '../../../models/ids.ts';
import { applyReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { refusalSentence } from '../../../models/phrasebook/refusals.ts';
import type { ApplicationDraft } from '../../../models/release/application-draft.ts';
import { releaseReceipt } from '../../../models/release/showing.ts';
import type { Reply, Visit } from '../form-window.ts';
import { unsentSentence, unsentWord } from '../report-pages/unsent.ts';
import { checkPage, phonePage } from './check-pages.ts';
import { receiptPage } from './receipt-page.ts';
import { giveOwn, giveSlip, onSlip, takeSlip } from './slips.ts';

export async function sendTo({ deps, address, page }: Visit, phone: string): Promise<Reply> {
  const sent = await sendPhoneCode(deps, { phone, use: 'release', language: page.lang, address });
  if (sent.ok) return { go: '/release/apply/phone' };
  return { go: `/release/apply/phone?unsent=${unsentWord(sent.refusal.detail)}` };
}

type Hand = { draft: ApplicationDraft; standing: Standing };

/** The draft that this browser is writing, if the form on screen is that draft's; otherwise where to go instead. */
async function atHand(visit: Visit, posted: boolean): Promise<Hand | { instead: Reply }> {
  const { deps, field } = visit;
  const id = onSlip(visit, 'apply');
  const receipt = onSlip(visit, 'receipt');
  if (posted && receipt !== undefined && field('draft') === receipt) return { instead: { go: '/release/receipt' } };
  const draft = id === undefined ? undefined : await deps.applicationDrafts.find(id, deps.now());
  if (id !== undefined && draft === undefined && (await deps.releases.find(id)).ok)
    return { instead: filedReply(visit, id) };
  if (draft === undefined || (posted && field('draft') !== id)) return { instead: { go: '/release/apply' } };
  return { draft, standing: await standingOf(deps, draft) };
}

/** Where a draft has to go before it may be where it was wanted. */
function placeOf(standing: Standing): string {
  switch (standing.at) {
    case 'who':
      return '/release/apply?check=1';
    case 'car':
      return '/release/apply/car?check=1';
    case 'counter':
      return `/release/counter?why=${standing.why}`;
    case 'phone':
      return '/release/apply/phone';
    case 'check':
      return '/release/apply/check';
  }
}

export async function showPhone(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, false);
  if ('instead' in hand) return hand.instead;
  const { draft, standing } = hand;
  if (standing.at !== 'phone') return { go: placeOf(standing) };
  const { page, query } = visit;
  const trouble = unsentSentence(page, query['unsent']);
  return {
    show: phonePage({ page, draft: draft.id, phone: standing.phone, ...(trouble === undefined ? {} : { trouble }) }),
  };
}

export async function confirmPhone(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  const { draft, standing } = hand;
  if (standing.at !== 'phone') return { go: placeOf(standing) };
  const { page, field, deps } = visit;
  const wrong = (fault: string): Reply => ({
    show: phonePage({ page, draft: draft.id, phone: standing.phone, fault }),
    status: 422,
  });
  const code = SixDigits.safeParse(field('code') ?? '');
  if (!code.success) return wrong(applyReleaseWords(page.lang).codeWrong);
  const confirmed = await confirmApplicationPhone(deps, draft.id, code.data);
  return confirmed.ok ? { go: '/release/apply/check' } : wrong(refusalSentence(confirmed.refusal, page.lang));
}

export async function sendAgain(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  return hand.standing.at === 'phone' ? sendTo(visit, hand.standing.phone) : { go: placeOf(hand.standing) };
}

async function checkShown(visit: Visit, { draft, standing }: Hand, trouble?: string): Promise<Reply> {
  if (standing.at !== 'check') return { go: placeOf(standing) };
  const same = await sameRelease(visit.deps, draft);
  const { lenderName } = standing;
  return {
    show: checkPage({ page: visit.page, draft, lenderName, trouble, same: same?.number }),
    ...(trouble === undefined ? {} : { status: 409 }),
  };
}

export async function showCheck(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, false);
  return 'instead' in hand ? hand.instead : checkShown(visit, hand);
}

export async function handIn(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  const { deps, page } = visit;
  if ((await sameRelease(deps, hand.draft)) !== undefined) return checkShown(visit, hand);
  const filed = await handInApplication(deps, hand.draft.id, page.lang);
  if (!filed.ok) return checkShown(visit, hand, refusalSentence(filed.refusal, page.lang));
  return filed.value.at === 'filed' ? filedReply(visit, hand.draft.id) : { go: placeOf(filed.value) };
}

const filedReply = (visit: Visit, id: ReleaseId): Reply => ({
  go: '/release/receipt',
  cookies: [giveSlip(visit, 'receipt', id), giveOwn(visit, { release: id, as: 'owner' }), takeSlip('apply')],
});

/** The confirmed phone is the owner's of that release: it may be opened without its code. */
export async function openSame(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  const same = await sameRelease(visit.deps, hand.draft);
  if (same === undefined) return { go: placeOf(hand.standing) };
  return { go: '/release/track/case', cookies: [giveOwn(visit, { release: same.id, as: 'owner' })] };
}

export async function showReceipt(visit: Visit): Promise<Reply> {
  const id = onSlip(visit, 'receipt');
  const release = id === undefined ? undefined : await visit.deps.releases.find(id);
  if (release?.ok !== true) return { go: '/release/track' };
  const receipt = releaseReceipt(release.value);
  const address = `${process.env['PAGES_ORIGIN'] ?? ''}/release/track?number=${receipt.number}`;
  return { show: receiptPage(visit.page, receipt, address) };
}
