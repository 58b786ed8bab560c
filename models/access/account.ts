/** What may be done to a staff account: opened, changed, closed, opened again, and its password and phone set anew. */
import type { OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { DAY, MINUTE, plus, type Instant } from '../time.ts';
import { nobodysHash } from './password.ts';
import type { Staff, StaffHappened, StaffRole } from './staff.ts';

/** A day is enough to walk over and hand it on. */
const ENROLMENT_MS = DAY;
const NEW_PHONE_MS = 15 * MINUTE;
const HISTORY = 60;

/** An account as operators see it: no hash, no secret, no digest. */
export type ShownAccount = Pick<Staff, 'id' | 'version' | 'name' | 'role' | 'capacity' | 'active'> & {
  enrolment: 'done' | 'open' | 'expired';
  enrolmentUntil?: Instant;
  locked: boolean;
  history: StaffHappened[];
};

export const shownAccount = (staff: Staff, now: Instant): ShownAccount => ({
  id: staff.id,
  version: staff.version,
  name: staff.name,
  role: staff.role,
  capacity: staff.capacity,
  active: staff.active,
  enrolment: staff.enrolment === undefined ? 'done' : staff.enrolment.until > now ? 'open' : 'expired',
  ...(staff.enrolment === undefined ? {} : { enrolmentUntil: staff.enrolment.until }),
  locked: staff.lockedUntil !== undefined && staff.lockedUntil > now,
  history: staff.history,
});

/** Every session that was opened so far is void. */
export const ended = (staff: Staff): Staff => ({ ...staff, generation: staff.generation + 1 });

type Act = { at: Instant; by?: StaffId };
/** A one-time code's digest and the secret that the new phone is to hold. */
export type NewKeys = { digest: string; secret: string };

export const noted = (
  staff: Staff,
  what: StaffHappened['what'],
  act: Act,
  reason?: StaffHappened['reason'],
): Staff => ({
  ...staff,
  history: [...staff.history.slice(1 - HISTORY), { ...act, what, ...(reason === undefined ? {} : { reason }) }],
});

export function openAccount(
  wanted: Pick<Staff, 'id' | 'name' | 'role' | 'capacity'>,
  office: OfficeId,
  keys: NewKeys,
  act: Act,
): Staff {
  const staff: Staff = {
    ...wanted,
    version: 0,
    office,
    // Nothing fits this hash: the account opens with the enrolment only.
    passwordHash: nobodysHash,
    totpSecret: keys.secret,
    lastStep: 0,
    failures: 0,
    active: true,
    demo: false,
    generation: 0,
    enrolment: { digest: keys.digest, until: plus(act.at, ENROLMENT_MS) },
    history: [],
  };
  return noted(staff, 'staff-created', act, act.by === undefined ? 'by-command' : wanted.role);
}

/** A new role ends every session: whoever got it signs in to what it opens. */
export function changeAccount(
  staff: Staff,
  { name: newName, role, capacity: takes }: { name: string; role: StaffRole; capacity: number },
  act: Act,
): Outcome<Staff> {
  const next = { ...staff, name: newName, capacity: takes };
  if (role !== staff.role) return done(noted({ ...ended(next), role }, 'staff-role-changed', act, role));
  return done(noted(next, 'staff-changed', act));
}

export function deactivate(staff: Staff, act: Act): Outcome<Staff> {
  if (!staff.active) return refused('wrong-state', 'this account is closed already');
  const { enrolment: _e, nextCode: _n, ...rest } = staff;
  // An unfinished enrolment must not come back to life with the account: then it is reset instead.
  const kept = staff.enrolment === undefined ? rest : { ...rest, enrolment: { ...staff.enrolment, until: act.at } };
  return done(noted({ ...ended(kept), active: false }, 'staff-deactivated', act));
}

export function reactivate(staff: Staff, act: Act): Outcome<Staff> {
  if (staff.active) return refused('wrong-state', 'this account is open already');
  const { lockedUntil: _l, ...rest } = staff;
  return done(noted({ ...rest, active: true, failures: 0 }, 'staff-reactivated', act));
}

/** Old password, old phone and open sessions end at once; only the new enrolment leads back in. */
export function resetAccount(staff: Staff, keys: NewKeys, act: Act): Outcome<Staff> {
  if (!staff.active) return refused('wrong-state', 'a closed account has to be opened again first');
  const { lockedUntil: _l, nextCode: _n, ...rest } = staff;
  return done(
    noted(
      {
        ...ended(rest),
        passwordHash: nobodysHash,
        totpSecret: keys.secret,
        lastStep: 0,
        failures: 0,
        enrolment: { digest: keys.digest, until: plus(act.at, ENROLMENT_MS) },
      },
      'staff-reset',
      act,
    ),
  );
}

/** Refuses alike for a wrong code and one that was used, so that names cannot be guessed. */
export function enrolmentOpens(staff: Staff | undefined, digest: string, now: Instant): Outcome<Staff> {
  if (staff?.active !== true || staff.enrolment?.digest !== digest)
    return refused('not-found', 'no such enrolment: wrong code, or used already');
  if (staff.enrolment.until <= now) return refused('wrong-state', 'enrolment expired');
  return done(staff);
}

export function enrol(staff: Staff, passwordHash: string, step: number, at: Instant): Staff {
  const { enrolment: _e, lockedUntil: _l, ...rest } = staff;
  return noted({ ...rest, passwordHash, lastStep: step, failures: 0 }, 'staff-enrolled', { at, by: staff.id });
}

/** Whoever else is signed in under the old password is out. */
export const changePassword = (staff: Staff, passwordHash: string, at: Instant): Staff =>
  noted({ ...ended(staff), passwordHash }, 'staff-password-changed', { at, by: staff.id });

export const tryNewCode = (staff: Staff, secret: string, now: Instant): Staff => ({
  ...staff,
  nextCode: { secret, until: plus(now, NEW_PHONE_MS) },
});

export function newCodeOnTrial({ nextCode }: Staff, now: Instant): Outcome<string> {
  return nextCode === undefined || nextCode.until <= now
    ? refused('wrong-state', 'no new phone is being set up')
    : done(nextCode.secret);
}

export function takeNewCode(staff: Staff, secret: string, step: number, at: Instant): Staff {
  const { nextCode: _n, ...rest } = staff;
  return noted({ ...rest, totpSecret: secret, lastStep: step }, 'staff-code-changed', { at, by: staff.id });
}
