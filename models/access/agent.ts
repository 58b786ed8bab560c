/** A lender's agent: an account that opens only while the mandate stands and the lender is approved. */
import type { LenderId, OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { noted, openAccount, ended, shownAccount, type NewKeys, type ShownAccount } from './account.ts';
import { maskPhone } from '../conversation/masking.ts';
import { daysLeft, mandateFault, mandateWarnings, type Mandate, type MandateFault } from './mandate.ts';
import type { Staff } from './staff.ts';

type Act = { at: Instant; by: StaffId };

export type NewAgent = { id: StaffId; name: string; phone: string; mandate: Mandate };

export const openAgent = (
  { id, name, phone, mandate }: NewAgent,
  { id: lender, office }: { id: LenderId; office: OfficeId },
  keys: NewKeys,
  act: Act,
): Staff => ({ ...openAccount({ id, name, role: 'agent', capacity: 1 }, office, keys, act), lender, mandate, phone });

/** A new paper takes the place of the old one, also of one that was revoked or ran out. */
export const renewMandate = (staff: Staff, mandate: Mandate, act: Act): Outcome<Staff> =>
  staff.active
    ? done(noted({ ...staff, mandate }, 'mandate-renewed', act))
    : refused('wrong-state', 'a closed account has to be opened again first');

/** Ends every session at once. */
export function revokeMandate(staff: Staff, act: Act): Outcome<Staff> {
  const { mandate } = staff;
  if (mandate === undefined || mandate.revokedAt !== undefined)
    return refused('wrong-state', 'this mandate was revoked already');
  return done(noted({ ...ended(staff), mandate: { ...mandate, revokedAt: act.at } }, 'mandate-revoked', act));
}

export const phoneRevealed = (staff: Staff, act: Act): Staff => noted(staff, 'staff-phone-revealed', act);

/** How the mandate stands, for people: `ends-soon` within thirty days. */
export type MandateStanding = 'good' | 'ends-soon' | MandateFault;
export const mandateStanding = (mandate: Mandate, now: Instant): MandateStanding =>
  mandateFault(mandate, now) ?? (daysLeft(mandate, now) <= mandateWarnings.early ? 'ends-soon' : 'good');

/** An agent as managers see them. */
export type ShownAgent = ShownAccount & {
  lender: LenderId;
  mandate: Mandate;
  standing: MandateStanding;
  daysLeft: number;
  /** Masked. */
  phone: string;
};

export function shownAgent(staff: Staff, now: Instant): ShownAgent | undefined {
  const { lender, mandate, phone = '' } = staff;
  if (lender === undefined || mandate === undefined) return undefined;
  return {
    ...shownAccount(staff, now),
    lender,
    mandate,
    standing: mandateStanding(mandate, now),
    daysLeft: daysLeft(mandate, now),
    phone: maskPhone(phone),
  };
}
