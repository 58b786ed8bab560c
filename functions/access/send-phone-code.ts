/** Sends six digits to a phone, so that whoever types them in shows that it is theirs. */
import { randomInt } from 'node:crypto';
import { newPhoneCode, phoneCodeRules, type CodeUse } from '../../models/access/phone-code.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf, plus, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

export type SendPhoneCode = {
  phone: string;
  use: CodeUse;
  language: 'zh' | 'en';
  /** Where the asking comes from: an internet address or a talk. */
  address: string;
};

/**
 * Answers the phone's last four digits and until when the code works. The answer is the same whether or not anything is filed under
 * this phone. Refuses `too-many`: a minute apart, six a day and phone, thirty an hour and address; `wrong-state` when the message was not taken.
 */
export async function sendPhoneCode(
  deps: Deps,
  { phone, use, language, address }: SendPhoneCode,
): Promise<Outcome<{ tail: string; until: Instant }>> {
  const now = deps.now();
  const before = await deps.codes.find(use, phone);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const slip = newPhoneCode(before, deps.codes.digestOf(phone, code), now);
  if (!slip.ok) return slip;
  const here = await deps.limits.use(`phone-code#${address}`, 3600, msOf(now));
  if (here > phoneCodeRules.perAddressAndHour) return refused('too-many', 'too many phone codes from one place');
  // Counted over all uses: the phone rings for each of them.
  const today = await deps.limits.use(`phone-code#${deps.codes.signOf('any', phone)}`, 86_400, msOf(now));
  if (today > phoneCodeRules.perDay) return refused('too-many', 'no more phone codes today');
  // Of two requests at once one sends: the phone gets one code, and it is the one that is filed.
  if (!(await deps.codes.save(use, phone, slip.value))) return refused('too-many', 'phone codes come a minute apart');
  const minutes = String(phoneCodeRules.validMs / 60_000);
  const sent = await deps.sms.send({ to: phone, template: 'phone-code', values: { code, minutes }, language });
  if (sent === 'sent') return done({ tail: phone.slice(-4), until: slip.value.until });
  // Nothing arrived, so nobody has to wait a minute for the next try.
  await deps.codes.save(use, phone, {
    ...slip.value,
    version: slip.value.version + 1,
    sentAt: plus(now, -phoneCodeRules.apartMs),
  });
  return refused('wrong-state', 'phone code was not sent');
}
