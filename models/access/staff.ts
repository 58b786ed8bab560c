/** Who works here: officers, managers, auditors and operators, each of one office, each with one role. */
import { z } from 'zod';
import { OfficeId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';

export const staffRoles = ['officer', 'manager', 'auditor', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];

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
});
export type Staff = z.infer<typeof Staff>;

export const Session = z.strictObject({
  id: z.string().min(20),
  staff: StaffId,
  name: z.string(),
  office: OfficeId,
  role: z.enum(staffRoles),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  /** Browser and system in words, never the raw header. */
  device: z.string().max(60),
});
export type Session = z.infer<typeof Session>;

/** The person behind a request, after the session was checked. */
export type Officer = { id: StaffId; name: string; office: OfficeId; role: StaffRole; session: string };

export const SignIn = z.strictObject({
  name: z.string().trim().min(1).max(40),
  password: z.string().min(1).max(200),
  code: z.string().regex(/^\d{6}$/),
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
});
export type Me = z.infer<typeof Me>;
export const OneSession = z.strictObject({ id: z.string().min(4).max(80) });
