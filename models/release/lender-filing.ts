/** A lender that has a court document and the assistance notice applies alone (令164 art. 33 ¶2): what its agent fills in, read and checked. */
import * as z from 'zod';
import { AttachmentId, OfficeId, ReleaseId } from '../ids.ts';
import { plainPlate, vinTail } from './application-form.ts';
import { requiredPapers } from './papers.ts';
import { ReleaseRow } from './release-row.ts';
import type { Shape } from './steps.ts';

const AloneFields = ReleaseRow.pick({ plate: true, vinTail: true, certificate: true, contract: true, ownerName: true });
export const aloneFields = ['plate', 'vinTail', 'certificate', 'contract', 'ownerName'] as const;
export type AloneField = (typeof aloneFields)[number];
export type AloneFault = { field: AloneField; fault: 'missing' | 'wrong' };

/** Nobody of the owner's side comes; the certificate is at the lender's hand. */
export const aloneShape: Shape = {
  basis: 'court-document',
  sides: ['lender'],
  certificateWith: 'lender',
  ownerByProxy: false,
};
const papersOf = requiredPapers(aloneShape).filter(({ from }) => from === 'handed-in');
/** What the agent photographs; the rest is on file since the lender was enrolled. */
export const alonePapers = papersOf.map(({ kind }) => kind);

/** `id` is chosen with the draft: handing it in twice files it once. */
export const FileAlone = AloneFields.extend({
  id: ReleaseId,
  office: OfficeId.optional(),
  papers: z
    .array(z.strictObject({ kind: z.enum(alonePapers), photos: z.array(AttachmentId).min(1).max(8) }))
    .refine((papers) => alonePapers.every((kind) => papers.filter((one) => one.kind === kind).length === 1)),
});
export type FileAlone = z.infer<typeof FileAlone>;

/** As typed, without what hands put in between; all faults at once. */
export function readAlone(
  typed: Readonly<Record<AloneField, string>>,
): { ok: true; value: z.infer<typeof AloneFields> } | { ok: false; faults: AloneFault[] } {
  const plain: Record<AloneField, string> = {
    plate: plainPlate(typed.plate),
    vinTail: vinTail(typed.vinTail),
    certificate: plainPlate(typed.certificate),
    contract: typed.contract.normalize('NFKC').trim(),
    ownerName: typed.ownerName.normalize('NFKC').trim(),
  };
  const read = AloneFields.safeParse(plain);
  if (read.success) return { ok: true, value: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  const faults = aloneFields
    .filter((field) => wrong.has(field))
    .map((field): AloneFault => ({ field, fault: plain[field] === '' ? 'missing' : 'wrong' }));
  return { ok: false, faults };
}
