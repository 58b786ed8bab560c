/** An application that somebody is still writing: kept for a day, so that nothing typed or photographed is lost, then gone. */
import * as z from 'zod';
import { ConfirmedPhone } from '../access/phone-code.ts';
import { AttachmentId, ReleaseId } from '../ids.ts';
import { DAY, HOUR, Instant, plus } from '../time.ts';
import { applicationFields } from './application-form.ts';
import { PaperKind } from './papers.ts';

export const ApplicationDraft = z.strictObject({
  /** The id under which it will be filed: handing it in twice files it once. */
  id: ReleaseId,
  /** As typed; sealed. */
  typed: z.partialRecord(z.enum(applicationFields), z.string()),
  photos: z.partialRecord(PaperKind, z.array(AttachmentId).max(8)),
  /** The phone that was confirmed while this was written; sealed. */
  confirmed: ConfirmedPhone.optional(),
  at: Instant,
  /** Kept longer than a day: a time is booked for it. */
  until: Instant.optional(),
});
export type ApplicationDraft = z.infer<typeof ApplicationDraft>;

const APPLICATION_DRAFT_MS = DAY;
/** When it is gone. */
export const draftEnds = ({ at, until }: Pick<ApplicationDraft, 'at' | 'until'>): Instant =>
  until ?? plus(at, APPLICATION_DRAFT_MS);
const CONFIRMED_MS = 2 * HOUR;

/** A phone stays confirmed for two hours of one application, not for another number. */
export const phoneIsConfirmed = ({ confirmed }: ApplicationDraft, phone: string, now: Instant): boolean =>
  confirmed?.phone === phone && now < plus(confirmed.at, CONFIRMED_MS);

export interface ApplicationDrafts {
  /** Undefined when there is none or its day is over. */
  find(id: ReleaseId, now: Instant): Promise<ApplicationDraft | undefined>;
  save(draft: ApplicationDraft): Promise<void>;
  /** Notes the phone and touches nothing else; false when the draft is gone: it was filed meanwhile, or its day is over. */
  confirm(id: ReleaseId, confirmed: ConfirmedPhone): Promise<boolean>;
  remove(id: ReleaseId): Promise<void>;
}
