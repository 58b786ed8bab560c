/** What may be asked about staff accounts: by the operator, by a new colleague, by everybody about the own one. */
import * as z from 'zod';
import { StaffId } from '../ids.ts';
import { OneTimeCode } from './staff.ts';
import { officeRoles } from './staff-roles.ts';

const name = z.string().trim().min(2).max(20);
const capacity = z.int().min(1).max(20);
const password = z.string().min(1).max(200);

export const OpenAccount = z.strictObject({ id: StaffId, name, role: z.enum(officeRoles), capacity });
export type OpenAccount = z.infer<typeof OpenAccount>;
/** `version` is the one that was on screen: a change never covers another that was not seen. */
export const ChangeAccount = OpenAccount.extend({ version: z.int().positive() });
export type ChangeAccount = z.infer<typeof ChangeAccount>;
export const OneAccount = z.strictObject({ id: StaffId });

/** The sign-in name and the code that was handed over. */
export const OpenEnrolment = z.strictObject({
  id: z.string().trim().toLowerCase().min(1).max(40),
  code: z.string().trim().min(1).max(60),
});
export type OpenEnrolment = z.infer<typeof OpenEnrolment>;
export const FinishEnrolment = OpenEnrolment.extend({ password, oneTime: OneTimeCode });
export type FinishEnrolment = z.infer<typeof FinishEnrolment>;

export const ChangePassword = z.strictObject({ current: password, next: password });
export type ChangePassword = z.infer<typeof ChangePassword>;
export const TryNewPhone = z.strictObject({ current: password });
export const TakeNewPhone = z.strictObject({ code: OneTimeCode });
