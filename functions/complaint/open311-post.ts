/** A program of another body hands in a report: filed at once where no phone is needed, else when the person has confirmed theirs. */
import { createHash } from 'node:crypto';
import type { ApiKey } from '../../models/access/api-key.ts';
import { faultsOf, phoneTyped, reportFrom, type Fault, type Typed } from '../../models/complaint/report-form.ts';
import type { ReportDraft } from '../../models/complaint/report-draft.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { ComplaintId, DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { at, dayOf, msOf, type Instant } from '../../models/time.ts';
import { checkPhoneCode } from '../access/check-phone-code.ts';
import { sendPhoneCode } from '../access/send-phone-code.ts';
import type { Deps } from '../deps.ts';
import { fileComplaint } from './file-complaint.ts';
import { readReceipt } from './find-own.ts';

export type Posted =
  | { step: 'faults'; faults: Fault[] }
  | { step: 'filed'; receipt: Receipt }
  | { step: 'token'; token: ComplaintId; tail: string };

/**
 * The standard gives a posting no name of its own, so the same words from the same program on the same day are the same report: posted
 * again after a lost answer it is found, not filed twice. With a phone a code is sent there, again at the earliest a minute later.
 */
export async function postOpen311(
  deps: Deps,
  key: ApiKey,
  typed: Typed,
  language: 'zh' | 'en',
): Promise<Outcome<Posted>> {
  const faults = faultsOf(typed);
  if (faults.length > 0) return done({ step: 'faults', faults });
  const now = deps.now();
  const id = idOf(key, typed, now);
  const known = await readReceipt(deps, id);
  if (known.ok) return done({ step: 'filed', receipt: known.value });
  const phone = phoneTyped(typed);
  const draft: ReportDraft = { id, typed, photos: [], at: now };
  if (phone === undefined) return filed(deps, draft, language);
  const before = await deps.drafts.find(id, now);
  if (before === undefined) await deps.drafts.save(draft);
  const sent = await sendPhoneCode(deps, { phone, use: 'open311', language, address: `api-key#${key.id}` });
  // The code that was sent for the first posting is on its way.
  if (!sent.ok && !(before !== undefined && sent.refusal.kind === 'too-many')) return sent;
  return done({ step: 'token', token: id, tail: phone.slice(-4) });
}

/** The person has read the code to the program. Refuses `bad-input` and `wrong-state` as codes do, `not-found` for a token that is none. */
export async function confirmOpen311(
  deps: Deps,
  key: ApiKey,
  token: ComplaintId,
  code: string,
  language: 'zh' | 'en',
): Promise<Outcome<Posted>> {
  const draft = await deps.drafts.find(token, deps.now());
  const phone = draft === undefined ? undefined : phoneTyped(draft.typed);
  // Number and code are told to whoever holds the code, never for a token alone.
  if (draft?.typed.office !== key.office || phone === undefined) return refused('not-found', 'no such token');
  const by = DeliveryId.parse(token);
  const fits = await checkPhoneCode(deps, { phone, use: 'open311', code, by });
  return fits.ok ? filed(deps, draft, language) : fits;
}

/** Undefined id: the phone is not confirmed yet. */
export async function open311Token(deps: Deps, token: ComplaintId): Promise<Outcome<{ id?: ComplaintId }>> {
  const found = await deps.complaints.find(token);
  if (found.ok) return found.value.channel === 'open311' ? done({ id: token }) : refused('not-found', 'no such token');
  const draft = await deps.drafts.find(token, deps.now());
  return draft?.typed.office === undefined ? refused('not-found', 'no such token') : done({});
}

/** The draft stays until its day is over, so that a confirmation whose answer was lost can be asked for again. */
async function filed(deps: Deps, { id, typed }: ReportDraft, language: 'zh' | 'en'): Promise<Outcome<Posted>> {
  const report = reportFrom(id, typed, [], language);
  const receipt = await fileComplaint(
    deps,
    { ...report, channel: 'open311' },
    { phoneConfirmed: report.person.phone !== undefined },
  );
  return receipt.ok ? done({ step: 'filed', receipt: receipt.value }) : receipt;
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = (value: bigint, length: number): string =>
  Array.from({ length }, (_, i) => SIGNS[Number((value >> BigInt(5 * (length - 1 - i))) & 31n)] ?? '').join('');

/** Sorts by its day like every other id; the rest is a digest that nobody can make without the key and the words. */
function idOf(key: ApiKey, typed: Typed, now: Instant): ComplaintId {
  const day = dayOf(now);
  const hash = createHash('sha256').update(JSON.stringify([key.id, key.digest, day, Object.entries(typed).sort()]));
  const bits = BigInt(`0x${hash.digest('hex').slice(0, 20)}`);
  return ComplaintId.parse(`${signs(BigInt(msOf(at(day, 0))), 10)}${signs(bits, 16)}`);
}
