/** A report that somebody is still writing or has yet to confirm: kept for a day, so that nothing typed is lost, then gone. */
import * as z from 'zod';
import { ConfirmedPhone } from '../access/phone-code.ts';
import { AttachmentId, ComplaintId } from '../ids.ts';
import { DAY, HOUR, Instant, plus } from '../time.ts';
import { reportFields } from './report-form.ts';

export const ReportDraft = z.strictObject({
  /** The id under which it will be filed: handing it in twice files it once. */
  id: ComplaintId,
  /** As typed; sealed. */
  typed: z.partialRecord(z.enum(reportFields), z.string()),
  photos: z.array(AttachmentId).max(12),
  /** The phone that was confirmed while this was written; sealed. */
  confirmed: ConfirmedPhone.optional(),
  at: Instant,
});
export type ReportDraft = z.infer<typeof ReportDraft>;

export const DRAFT_MS = DAY;
const CONFIRMED_MS = 2 * HOUR;

/** A phone stays confirmed for two hours of one report, not for another number. */
export const isConfirmed = ({ confirmed }: ReportDraft, phone: string, now: Instant): boolean =>
  confirmed?.phone === phone && now < plus(confirmed.at, CONFIRMED_MS);

export interface ReportDrafts {
  /** Undefined when there is none or its day is over. */
  find(id: ComplaintId, now: Instant): Promise<ReportDraft | undefined>;
  save(draft: ReportDraft): Promise<void>;
  /** Notes the phone and touches nothing else; false when the draft is gone: it was filed meanwhile, or its day is over. */
  confirm(id: ComplaintId, confirmed: ConfirmedPhone): Promise<boolean>;
  remove(id: ComplaintId): Promise<void>;
}
