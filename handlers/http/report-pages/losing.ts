/** Getting a lost query code again by number and phone; nothing that is answered before the phone is confirmed tells whether such a matter exists. */
import { checkPhoneCode } from '../../../functions/access/check-phone-code.ts';
import { sendPhoneCode } from '../../../functions/access/send-phone-code.ts';
import { receiptAgain } from '../../../functions/complaint/receipt-again.ts';
import { SixDigits } from '../../../models/access/phone-code.ts';
import { ComplaintNumber, Phone } from '../../../models/complaint/complaint.ts';
import { plainPhone } from '../../../models/complaint/report-form.ts';
import { DeliveryId } from '../../../models/ids.ts';
import { refusalSentence } from '../../../models/phrasebook/refusals.ts';
import type { Reply, Visit } from '../form-window.ts';
import { lostCodePage, lostPage, type LostPage } from './lost-pages.ts';
import { floods } from './reporting.ts';
import { giveSlip } from './slips.ts';
import { plainNumber } from './typed.ts';

export const showLost = ({ page, query }: Visit): Promise<Reply> =>
  Promise.resolve({ show: lostPage({ page, number: plainNumber(query['number']).slice(0, 20) }) });

/** The form once more, with what was typed and what is wrong. */
function again({ page, field }: Visit, status: number, why: Pick<LostPage, 'faults' | 'trouble'>): Reply {
  const number = plainNumber(field('number')).slice(0, 20);
  return { show: lostPage({ page, number, phone: (field('phone') ?? '').slice(0, 20), ...why }), status };
}

type Asked = { number: string; phone: string };

async function asked(visit: Visit): Promise<Asked | { instead: Reply }> {
  const { words, field } = visit;
  if (await floods(visit, 'track-lost')) return { instead: again(visit, 429, { trouble: words.lostTooOften }) };
  const number = ComplaintNumber.safeParse(plainNumber(field('number')));
  const phone = Phone.safeParse(plainPhone(field('phone') ?? ''));
  if (number.success && phone.success) return { number: number.data, phone: phone.data };
  const faults = {
    ...(number.success ? {} : { number: words.lostNumberWrong }),
    ...(phone.success ? {} : { phone: words.lostPhoneWrong }),
  };
  return { instead: again(visit, 422, { faults }) };
}

/** The code goes to the phone that was typed, whether or not the number is filed under it. */
export async function sendLostCode(visit: Visit): Promise<Reply> {
  const given = await asked(visit);
  if ('instead' in given) return given.instead;
  const { deps, page, address } = visit;
  const sent = await sendPhoneCode(deps, { phone: given.phone, use: 'recover', language: page.lang, address });
  if (sent.ok) return { show: codePage(visit, given, {}) };
  const trouble = refusalSentence(sent.refusal, page.lang);
  // The code before is still on its way or good: it can be typed in.
  return sent.refusal.detail === 'phone codes come a minute apart'
    ? { show: codePage(visit, given, { trouble }), status: 429 }
    : again(visit, sent.refusal.kind === 'too-many' ? 429 : 502, { trouble });
}

const codePage = ({ page, deps }: Visit, { number, phone }: Asked, why: { fault?: string; trouble?: string }): string =>
  lostCodePage({ page, number, phone, delivery: deps.newId(), ...why });

export async function checkLostCode(visit: Visit): Promise<Reply> {
  const given = await asked(visit);
  if ('instead' in given) return given.instead;
  const { deps, page, words, field } = visit;
  const wrong = (fault: string): Reply => ({ show: codePage(visit, given, { fault }), status: 422 });
  const code = SixDigits.safeParse(field('code') ?? '');
  if (!code.success) return wrong(words.codeWrong);
  const by = DeliveryId.safeParse(field('delivery')).data;
  const checked = await checkPhoneCode(deps, {
    phone: given.phone,
    use: 'recover',
    code: code.data,
    ...(by === undefined ? {} : { by }),
  });
  if (!checked.ok) return wrong(refusalSentence(checked.refusal, page.lang));
  const receipt = await receiptAgain(deps, given.number, given.phone);
  if (!receipt.ok) return again(visit, 422, { trouble: words.lostNoFit });
  const { id } = receipt.value;
  return {
    go: '/report/receipt?again=1',
    cookies: [giveSlip(visit, 'receipt', id), giveSlip(visit, 'track', id)],
  };
}
