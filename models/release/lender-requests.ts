/** What may be asked about lenders and their agents by the office, and by an agent about the own lender. */
import * as z from 'zod';
import { Mandate } from '../access/mandate.ts';
import { StartUpload } from '../conversation/requests.ts';
import { AttachmentId, LenderId, StaffId } from '../ids.ts';
import { LenderDetails, ReturnReason } from './lender.ts';
import { lenderStates } from './lender-kinds.ts';

export const ListLenders = z.strictObject({
  state: z.enum(lenderStates).default('applied'),
  cursor: z.string().max(600).optional(),
});
export type ListLenders = z.infer<typeof ListLenders>;
export const OneLender = z.strictObject({ id: LenderId });
export type OneLender = z.infer<typeof OneLender>;
/** Photos follow once the record is there. */
export const RegisterLender = LenderDetails.omit({ licence: true, seal: true });
export type RegisterLender = z.infer<typeof RegisterLender>;
/** `version` is the one that was on screen; a contact that is left out stays as it is: the page shows it masked. */
export const ChangeLender = LenderDetails.extend({
  id: LenderId,
  version: z.int().positive(),
  contact: LenderDetails.shape.contact.optional(),
});
export type ChangeLender = z.infer<typeof ChangeLender>;
export const TakeOverApplication = z.strictObject({ id: LenderId, version: z.int().positive(), application: LenderId });
export type TakeOverApplication = z.infer<typeof TakeOverApplication>;
const note = z.string().trim().max(500);
export const DecideLender = z.strictObject({
  id: LenderId,
  version: z.int().positive(),
  what: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('approve') }),
    z.strictObject({
      act: z.literal('return'),
      reasons: z.array(ReturnReason).max(ReturnReason.options.length),
      note: note.default(''),
    }),
    z.strictObject({ act: z.literal('suspend'), note: note.min(4) }),
    z.strictObject({ act: z.literal('resume') }),
  ]),
});
export type DecideLender = z.infer<typeof DecideLender>;
export const AddLenderPhoto = StartUpload.extend({ id: LenderId });
export type AddLenderPhoto = z.infer<typeof AddLenderPhoto>;
export const OneLenderPhoto = z.strictObject({ id: LenderId, photo: AttachmentId });
export type OneLenderPhoto = z.infer<typeof OneLenderPhoto>;
/** `agent`: whose number; without it the contact's. */
export const RevealOnLender = z.strictObject({
  id: LenderId,
  agent: StaffId.optional(),
  reason: z.string().trim().min(4).max(200),
});
export type RevealOnLender = z.infer<typeof RevealOnLender>;

export const WantedMandate = Mandate.omit({ revokedAt: true });
export type WantedMandate = z.infer<typeof WantedMandate>;
export const AddAgent = z.strictObject({
  id: LenderId,
  agent: StaffId,
  name: z.string().trim().min(2).max(20),
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  mandate: WantedMandate,
});
export type AddAgent = z.infer<typeof AddAgent>;
export const ActOnAgent = z.strictObject({
  id: LenderId,
  agent: StaffId,
  version: z.int().positive(),
  what: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('renew'), mandate: WantedMandate }),
    z.strictObject({ act: z.literal('revoke') }),
    /** For a lost phone, a forgotten password or an enrolment that ran out. */
    z.strictObject({ act: z.literal('reset') }),
  ]),
});
export type ActOnAgent = z.infer<typeof ActOnAgent>;
