/** A lender who may release mortgages by video: who it is, by which papers, and whether a manager has approved it. */
import * as z from 'zod';
import { AttachmentId, LenderId, OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { tidyCreditCode } from './credit-code.ts';
import { lenderHappenings, lenderKinds, returnReasons } from './lender-kinds.ts';

const LenderKind = z.enum(lenderKinds);

export const ReturnReason = z.enum(returnReasons);

/** As somebody may have copied it; whether it holds is a doubt to look at, see credit-code.ts. */
export const CreditCode = z
  .string()
  .max(60)
  .transform(tidyCreditCode)
  .pipe(z.string().regex(/^[0-9A-Z]{4,30}$/));
const Papers = z.array(AttachmentId).max(6);

/** What is known of a lender by its own word and papers. */
export const LenderDetails = z.strictObject({
  name: z.string().trim().min(2).max(60),
  code: CreditCode,
  kind: LenderKind,
  contact: z.strictObject({ name: z.string().trim().min(2).max(20), phone: z.string().regex(/^1[3-9]\d{9}$/) }),
  /** Photos of the business licence, or of a stamped copy (令164 art. 89), and of the seal. */
  licence: Papers,
  seal: Papers,
});
export type LenderDetails = z.infer<typeof LenderDetails>;

export const LenderHappened = z.strictObject({
  at: Instant,
  what: z.enum(lenderHappenings),
  by: StaffId.optional(),
  /** Reasons from the closed list, joined by commas; the field that was revealed; an agent's id. */
  reason: z
    .string()
    .regex(/^[a-z0-9,-]+$/)
    .max(300)
    .optional(),
});
export type LenderHappened = z.infer<typeof LenderHappened>;

export const Lender = LenderDetails.extend({
  id: LenderId,
  version: z.int().nonnegative(),
  /** Each office looks at its lenders itself: the same body has one record with each. */
  office: OfficeId,
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('applied') }),
    z.strictObject({ name: z.literal('approved'), by: StaffId }),
    z.strictObject({ name: z.literal('returned'), by: StaffId, reasons: z.array(ReturnReason).min(1) }),
    z.strictObject({ name: z.literal('suspended'), by: StaffId }),
  ]),
  /** Whoever of the staff wrote any of what is to be approved: none of them approves it. */
  enteredBy: z.array(StaffId).max(20),
  /** Words of the one who sent it back or suspended it. */
  note: z.string().max(500).optional(),
  since: Instant,
  lastAt: Instant,
  demo: z.boolean(),
  history: z.array(LenderHappened).max(60),
});
export type Lender = z.infer<typeof Lender>;

/** Somebody hands in a code that has a lender here already: kept beside it, for a person to look at. */
export const LenderApplication = z.strictObject({ id: LenderId, at: Instant, details: LenderDetails });
export type LenderApplication = z.infer<typeof LenderApplication>;

/** Why somebody looked at a whole number. */
export const RevealReason = z.strictObject({
  id: z.string(),
  at: Instant,
  by: StaffId,
  /** Whose: an agent's id, or the contact. */
  of: z.string().max(40),
  reason: z.string().max(200),
});
export type RevealReason = z.infer<typeof RevealReason>;
