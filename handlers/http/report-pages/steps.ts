/** From the form to the receipt: the code, the earlier matter, the filing. Every step can be left, reloaded and pressed twice. */
import { sendPhoneCode } from '../../../functions/access/send-phone-code.ts';
import { readReceipt } from '../../../functions/complaint/find-own.ts';
import {
  confirmReportPhone,
  earlierMatters,
  handInReport,
  type NextStep,
} from '../../../functions/complaint/hand-in-report.ts';
import { SixDigits } from '../../../models/access/phone-code.ts';
import { phoneTyped } from '../../../models/complaint/report-form.ts';
import type { ReportDraft } from '../../../models/complaint/report-draft.ts';
import type { ComplaintId } from '../../../models/ids.ts';
import { refusalSentence } from '../../../models/phrasebook/refusals.ts';
import type { Reply, Visit } from '../form-window.ts';
import { receiptPage } from './receipt-page.ts';
import { giveSlip, onSlip, takeSlip } from './slips.ts';
import { phonePage, samePage } from './step-pages.ts';
import { unsentSentence, unsentWord } from './unsent.ts';

/** Where the person goes next; a code is sent on the way to its page. */
export async function onward(visit: Visit, id: ComplaintId, next: NextStep): Promise<Reply> {
  switch (next.step) {
    case 'form':
      return { go: '/report?check=1' };
    case 'phone':
      return sendTo(visit, next.phone);
    case 'same':
      return { go: '/report/same' };
    case 'receipt':
      return {
        go: '/report/receipt',
        cookies: [giveSlip(visit, 'receipt', id), giveSlip(visit, 'track', id), takeSlip('report')],
      };
  }
}

async function sendTo({ deps, address, page }: Visit, phone: string): Promise<Reply> {
  const sent = await sendPhoneCode(deps, { phone, use: 'report', language: page.lang, address });
  if (sent.ok) return { go: '/report/phone' };
  return { go: `/report/phone?unsent=${unsentWord(sent.refusal.detail)}` };
}

/** The draft that this browser is writing, if the form on screen is that draft's; otherwise where to go instead. */
async function atHand(
  visit: Visit,
  posted: boolean,
): Promise<{ draft: ReportDraft | undefined; id: ComplaintId } | { instead: Reply }> {
  const { deps, field } = visit;
  const id = onSlip(visit, 'report');
  const receipt = onSlip(visit, 'receipt');
  if (posted && receipt !== undefined && field('draft') === receipt) return { instead: { go: '/report/receipt' } };
  if (id === undefined) return { instead: { go: receipt === undefined ? '/report' : '/report/receipt' } };
  if (posted && field('draft') !== id) return { instead: { go: '/report' } };
  return { draft: await deps.drafts.find(id, deps.now()), id };
}

export async function showPhone(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, false);
  if ('instead' in hand) return hand.instead;
  const phone = hand.draft === undefined ? undefined : phoneTyped(hand.draft.typed);
  if (phone === undefined) return { go: '/report' };
  const { page, query } = visit;
  const trouble = unsentSentence(page, query['unsent']);
  return { show: phonePage({ page, draft: hand.id, phone, ...(trouble === undefined ? {} : { trouble }) }) };
}

export async function confirmPhone(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  const { deps, page, words, field } = visit;
  const wrong = (fault: string): Reply => {
    const phone = hand.draft === undefined ? undefined : phoneTyped(hand.draft.typed);
    return phone === undefined
      ? { go: '/report' }
      : { show: phonePage({ page, draft: hand.id, phone, fault }), status: 422 };
  };
  const code = SixDigits.safeParse(field('code') ?? '');
  if (!code.success) return wrong(words.codeWrong);
  const confirmed = await confirmReportPhone(deps, hand.id, code.data);
  return confirmed.ok ? handIn(visit, hand.id, false) : wrong(refusalSentence(confirmed.refusal, page.lang));
}

async function handIn(visit: Visit, id: ComplaintId, anyway: boolean): Promise<Reply> {
  const next = await handInReport(visit.deps, id, { anyway, language: visit.page.lang });
  return next.ok ? onward(visit, id, next.value) : { go: '/report?check=1' };
}

export async function sendAgain(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  const phone = hand.draft === undefined ? undefined : phoneTyped(hand.draft.typed);
  return phone === undefined ? { go: '/report' } : sendTo(visit, phone);
}

export async function showSame(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, false);
  if ('instead' in hand) return hand.instead;
  // Only looks: filing is for the button.
  const matters = await earlierMatters(visit.deps, hand.id);
  return matters.length === 0 ? { go: '/report' } : { show: samePage(visit.page, hand.id, matters) };
}

export async function choose(visit: Visit): Promise<Reply> {
  const hand = await atHand(visit, true);
  if ('instead' in hand) return hand.instead;
  const chosen = visit.field('choose');
  if (chosen === 'new') return handIn(visit, hand.id, true);
  // Only what this confirmed phone was offered can be opened so.
  const matter = (await earlierMatters(visit.deps, hand.id)).find((one) => one.id === chosen);
  return matter === undefined
    ? { go: '/report/same' }
    : { go: '/track/matter?from=report', cookies: [giveSlip(visit, 'track', matter.id)] };
}

export async function showReceipt(visit: Visit): Promise<Reply> {
  const id = onSlip(visit, 'receipt');
  const receipt = id === undefined ? undefined : await readReceipt(visit.deps, id);
  if (receipt?.ok !== true) return { go: '/track' };
  const address = `${process.env['PAGES_ORIGIN'] ?? ''}/track?number=${receipt.value.number}`;
  return { show: receiptPage(visit.page, receipt.value, address, { again: visit.query['again'] === '1' }) };
}
