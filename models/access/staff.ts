/** Who signs in here: officers, managers, auditors and operators of one office, and the agents of its lenders, each with one role. */
import * as z from 'zod';
import { NoticeWishes } from '../aftermath/notice-wishes.ts';
import { LenderId, OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Mandate } from './mandate.ts';
import { staffRoles, type StaffRole } from './staff-roles.ts';

export { staffRoles, type StaffRole };

/** What was done to an account and by whom: ids only, because audit lines are drawn from it. */
export const staffHappenings = [
  'staff-created',
  'staff-changed',
  'staff-role-changed',
  'staff-deactivated',
  'staff-reactivated',
  'staff-reset',
  'staff-enrolled',
  'staff-password-changed',
  'staff-code-changed',
  'mandate-renewed',
  'mandate-revoked',
  'staff-phone-revealed',
] as const;
export const StaffHappened = z.strictObject({
  at: Instant,
  what: z.enum(staffHappenings),
  by: StaffId.optional(),
  /** A role, or that it was done by command; never free words. */
  reason: z.enum([...staffRoles, 'by-command']).optional(),
});
export type StaffHappened = z.infer<typeof StaffHappened>;

export const Staff = z.strictObject({
  id: StaffId,
  version: z.int().nonnegative(),
  name: z.string().min(1).max(40),
  office: OfficeId,
  role: z.enum(staffRoles),
  /** scrypt, `N.r.p.salt.hash`. */
  passwordHash: z.string(),
  /** Base32 secret of RFC 6238. */
  totpSecret: z.string(),
  /** The last time step a code was used for: a code works once. */
  lastStep: z.int().nonnegative(),
  failures: z.int().nonnegative(),
  lockedUntil: Instant.optional(),
  active: z.boolean(),
  /** Conversations an officer takes at once. */
  capacity: z.int().positive(),
  demo: z.boolean(),
  /** Of an agent: whose, on what mandate, and where they can be called. */
  lender: LenderId.optional(),
  mandate: Mandate.optional(),
  phone: z.string().max(20).optional(),
  wishes: NoticeWishes.optional(),
  /** Handed over once, so that the person sets password and code: a keyed digest of it, and until when it opens. */
  enrolment: z.strictObject({ digest: z.string(), until: Instant }).optional(),
  /** A new phone on trial: its secret counts once one of its codes was typed. */
  nextCode: z.strictObject({ secret: z.string(), until: Instant }).optional(),
  /** Sessions of an earlier generation are void, whether or not they were found and removed. */
  generation: z.int().nonnegative().default(0),
  history: z.array(StaffHappened).max(60).default([]),
});
export type Staff = z.infer<typeof Staff>;

export const Session = z.strictObject({
  id: z.string().min(20),
  staff: StaffId,
  name: z.string(),
  office: OfficeId,
  role: z.enum(staffRoles),
  generation: z.int().nonnegative().default(0),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  /** Browser and system in words, never the raw header. */
  device: z.string().max(60),
});
export type Session = z.infer<typeof Session>;

/** What of an account is asked at every request; no secret has to be opened for it. */
export const Standing = Staff.pick({
  id: true,
  name: true,
  office: true,
  role: true,
  active: true,
  capacity: true,
  generation: true,
  lender: true,
  mandate: true,
  wishes: true,
});
export type Standing = z.infer<typeof Standing>;

/** The person behind a request, after the session was checked. */
export type Officer = {
  id: StaffId;
  name: string;
  office: OfficeId;
  role: StaffRole;
  session: string;
  /** Whose agent; without it the role opens nothing. */
  lender?: LenderId;
};

/** Six digits from the phone. */
export const OneTimeCode = z.string().regex(/^\d{6}$/);
export const SignIn = z.strictObject({
  name: z.string().trim().min(1).max(40),
  password: z.string().min(1).max(200),
  code: OneTimeCode,
});
export type SignIn = z.infer<typeof SignIn>;
export const Me = z.strictObject({
  id: StaffId,
  name: z.string(),
  office: OfficeId,
  officeName: z.string(),
  role: z.enum(staffRoles),
  capacity: z.int(),
  offices: z.array(z.strictObject({ id: OfficeId, name: z.string() })),
  /** Of an agent. */
  lender: z
    .strictObject({
      id: LenderId,
      name: z.string(),
      /** Of the mandate; `urgent` within the last week. */
      daysLeft: z.int(),
      urgent: z.boolean(),
    })
    .optional(),
});
export type Me = z.infer<typeof Me>;
export const OneSession = z.strictObject({ id: z.string().min(4).max(80) });
