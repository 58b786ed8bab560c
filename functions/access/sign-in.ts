/** A member of staff signs in with name, password and a one-time code; five wrong tries lock the account for a quarter of an hour. */
import { stepOfCode } from '../../models/access/one-time-code.ts';
import { nobodysHash, passwordFits } from '../../models/access/password.ts';
import type { Session, SignIn, Staff } from '../../models/access/staff.ts';
import { StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { MINUTE, msOf, plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { stopOf } from './agent-standing.ts';
import { openSession } from './open-session.ts';

const TRIES = 5;
const LOCK_MS = 15 * MINUTE;

export type From = { address: string; device: string };

export async function signIn(deps: Deps, { name, password, code }: SignIn, from: From): Promise<Outcome<Session>> {
  const now = deps.now();
  if ((await deps.limits.use(`sign-in#${from.address}`, 60, msOf(now))) > 20)
    return refused('too-many', 'too many tries from this address');
  const id = StaffId.safeParse(name.toLowerCase());
  const found = id.success ? await deps.staff.find(id.data) : undefined;
  const staff = found?.ok === true && found.value.active ? found.value : undefined;
  const locked = staff?.lockedUntil !== undefined && staff.lockedUntil > now;
  const fits = await passwordFits(password, staff?.passwordHash ?? nobodysHash);
  if (staff === undefined) return refused('not-allowed', 'wrong name, password or code');
  if (locked) return refused('too-many', `locked until ${staff.lockedUntil ?? ''}`);
  const step = stepOfCode(staff.totpSecret, code, msOf(now));
  if (!fits || step === undefined || step <= staff.lastStep) return countFailure(deps, staff);

  // Told only to the one who has shown to be this person.
  const stopped = await stopOf(deps, staff);
  if (stopped !== undefined) return { ok: false, refusal: stopped };

  const { lockedUntil: _l, ...free } = staff;
  // Of two sign-ins with the same code one is stale: a code works once.
  const saved = await deps.staff.save({ ...free, failures: 0, lastStep: step });
  if (!saved.ok) return refused('not-allowed', 'this code was used a moment ago');
  return done(await openSession(deps, saved.value, from.device));
}

async function countFailure(deps: Deps, staff: Staff): Promise<Outcome<never>> {
  const failures = staff.failures + 1;
  const lock = failures >= TRIES;
  // A lost race here means another wrong try was counted at the same moment.
  await deps.staff.save({
    ...staff,
    failures: lock ? 0 : failures,
    ...(lock ? { lockedUntil: plus(deps.now(), LOCK_MS) } : {}),
  });
  return lock
    ? refused('too-many', 'locked after five wrong tries')
    : refused('not-allowed', `wrong name, password or code, ${TRIES - failures} tries left`);
}
