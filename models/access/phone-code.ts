/** The six digits that a person is sent to show that a phone is theirs: good for five minutes, five tries and one use. */
import * as z from 'zod';
import { DeliveryId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant, MINUTE, plus } from '../time.ts';

/** What a code was asked for; one asked for here does not open another door. */
export const CodeUse = z.enum(['report', 'chat', 'open311', 'recover', 'release', 'release-call']);
export type CodeUse = z.infer<typeof CodeUse>;

/** People copy the digits with spaces, in full width, with a full stop. */
export const SixDigits = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(/[\s.。,，-]/gu, ''))
  .pipe(z.string().regex(/^\d{6}$/));

/** As it is filed: neither the phone nor the code can be read from it. */
export const PhoneCode = z.strictObject({
  version: z.int().nonnegative(),
  /** Keyed digest of the code together with the phone. */
  digest: z.string(),
  sentAt: Instant,
  until: Instant,
  triesLeft: z.int().nonnegative(),
  usedAt: Instant.optional(),
  /** The message that brought it, where messages may arrive twice. */
  usedBy: DeliveryId.optional(),
});
export type PhoneCode = z.infer<typeof PhoneCode>;

/** A phone that was shown to be somebody's, and when. */
export const ConfirmedPhone = z.strictObject({ phone: z.string(), at: Instant });
export type ConfirmedPhone = z.infer<typeof ConfirmedPhone>;

export const phoneCodeRules = { tries: 5, validMs: 5 * MINUTE, apartMs: MINUTE, perDay: 6, perAddressAndHour: 30 };

/** A new code takes the place of the one before; one that is still on its way gets a minute to arrive. */
export function newPhoneCode(before: PhoneCode | undefined, digest: string, now: Instant): Outcome<PhoneCode> {
  if (before?.usedAt === undefined && before !== undefined && now < plus(before.sentAt, phoneCodeRules.apartMs))
    return refused('too-many', 'phone codes come a minute apart');
  return done({
    version: before?.version ?? 0,
    digest,
    sentAt: now,
    until: plus(now, phoneCodeRules.validMs),
    triesLeft: phoneCodeRules.tries,
  });
}

/** One try, right or wrong, is used up either way: the changed slip is filed before the answer is given. */
export function tryPhoneCode(
  slip: PhoneCode,
  digest: string,
  now: Instant,
  by?: DeliveryId,
): Outcome<{ slip: PhoneCode; fits: boolean }> {
  // The same message again: nothing is used up, the slip stays as it is.
  if (by !== undefined && slip.usedBy === by && slip.digest === digest) return done({ slip, fits: true });
  if (slip.usedAt !== undefined || now >= slip.until || slip.triesLeft === 0)
    return refused('wrong-state', 'phone code no longer works');
  const fits = slip.digest === digest;
  return done({
    slip: {
      ...slip,
      triesLeft: slip.triesLeft - 1,
      ...(fits ? { usedAt: now, ...(by === undefined ? {} : { usedBy: by }) } : {}),
    },
    fits,
  });
}
