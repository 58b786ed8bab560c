/** The way of a report from the form to the file: written, phone confirmed, compared with what the person reported before, filed. */
import { faultsOf, phoneTyped, reportFrom, type Fault } from '../../models/complaint/report-form.ts';
import { isConfirmed } from '../../models/complaint/report-draft.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { DeliveryId, type ComplaintId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { checkPhoneCode } from '../access/check-phone-code.ts';
import type { Deps } from '../deps.ts';
import { fileComplaint } from './file-complaint.ts';
import { findDuplicates, type EarlierMatter } from './find-duplicates.ts';
import { readReceipt } from './find-own.ts';

export type NextStep =
  | { step: 'form'; faults: Fault[] }
  | { step: 'phone'; phone: string }
  | { step: 'same'; matters: EarlierMatter[] }
  | { step: 'receipt'; receipt: Receipt };

/** `anyway`: the person has seen the earlier matters and says that this is another one. Refuses `not-found` without a draft. */
export async function handInReport(
  deps: Deps,
  id: ComplaintId,
  { anyway, language }: { anyway: boolean; language: 'zh' | 'en' },
): Promise<Outcome<NextStep>> {
  // In this order: a matter stands before its draft goes, so whoever comes while it is filed finds one of the two.
  const draft = await deps.drafts.find(id, deps.now());
  const filed = await readReceipt(deps, id);
  if (filed.ok) {
    if (draft !== undefined) await deps.drafts.remove(id);
    return done({ step: 'receipt', receipt: filed.value });
  }
  if (draft === undefined) return refused('not-found', 'no such draft');
  const faults = faultsOf(draft.typed);
  if (faults.length > 0) return done({ step: 'form', faults });
  const phone = phoneTyped(draft.typed);
  if (phone !== undefined) {
    if (!isConfirmed(draft, phone, deps.now())) return done({ step: 'phone', phone });
    const matters = anyway ? [] : await earlierMatters(deps, id);
    if (matters.length > 0) return done({ step: 'same', matters });
  }
  const report = reportFrom(id, draft.typed, draft.photos, language);
  const receipt = await fileComplaint(deps, report, { phoneConfirmed: phone !== undefined });
  if (!receipt.ok) return receipt;
  // What it held is in the matter now; a second copy of somebody's words is kept nowhere.
  await deps.drafts.remove(id);
  return done({ step: 'receipt', receipt: receipt.value });
}

/** Own matters, still open, that this report looks like; none unless its phone is confirmed. */
export async function earlierMatters(deps: Deps, id: ComplaintId): Promise<EarlierMatter[]> {
  const draft = await deps.drafts.find(id, deps.now());
  const phone = draft === undefined ? undefined : phoneTyped(draft.typed);
  if (draft === undefined || phone === undefined || !isConfirmed(draft, phone, deps.now())) return [];
  if (faultsOf(draft.typed).length > 0) return [];
  const { matter, service, office } = reportFrom(id, draft.typed, [], 'zh');
  return findDuplicates(deps, { id, office, phone, likeness: { plate: matter.plate, service, what: matter.what } });
}

/** The code that was sent to the draft's phone. Pressed twice, also at once, it opens the same draft. */
export async function confirmReportPhone(deps: Deps, id: ComplaintId, code: string): Promise<Outcome<void>> {
  const draft = await deps.drafts.find(id, deps.now());
  if (draft === undefined) return filedMeanwhile(deps, id);
  const phone = phoneTyped(draft.typed);
  if (phone === undefined || isConfirmed(draft, phone, deps.now())) return done(undefined);
  const fits = await checkPhoneCode(deps, { phone, use: 'report', code, by: DeliveryId.parse(id) });
  if (!fits.ok) return fits;
  const noted = await deps.drafts.confirm(id, { phone, at: deps.now() });
  return noted ? done(undefined) : filedMeanwhile(deps, id);
}

const filedMeanwhile = async (deps: Deps, id: ComplaintId): Promise<Outcome<void>> =>
  (await deps.complaints.find(id)).ok ? done(undefined) : refused('not-found', 'no such draft');
