/** A member of staff changes the own password and binds a new phone; the present password proves that it is really them. */
import { changePassword, newCodeOnTrial, takeNewCode, tryNewCode } from '../../models/access/account.ts';
import { codeAddress, newCodeSecret, stepOfCode } from '../../models/access/one-time-code.ts';
import { hashPassword, passwordFits } from '../../models/access/password.ts';
import type { ChangePassword } from '../../models/access/requests.ts';
import type { Officer, Session, Staff } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { endSessions } from './end-sessions.ts';
import { goodPassword, notTaken } from './good-password.ts';
import { openSession } from './open-session.ts';
import { standingOf } from './standing.ts';

const TRIES = 5;
const WINDOW_SECONDS = 15 * 60;

/** Every other session ends; this one goes on under a new id. */
export async function changeOwnPassword(
  deps: Deps,
  by: Officer,
  { current, next }: ChangePassword,
): Promise<Outcome<Session>> {
  const found = await proved(deps, by, current);
  if (!found.ok) return found;
  const staff = found.value;
  if (current.normalize('NFKC') === next.normalize('NFKC')) return notTaken('same', ['same']);
  const good = await goodPassword(next, staff);
  if (!good.ok) return good;
  const device = (await standingOf(deps, by.session, by.id))?.session.device ?? '';
  const saved = await deps.staff.save(changePassword(staff, await hashPassword(next), deps.now()));
  if (!saved.ok) return saved;
  await endSessions(deps, saved.value);
  return done(await openSession(deps, saved.value, device));
}

/** The old phone goes on working until a code of the new one was typed. */
export async function tryNewPhone(
  deps: Deps,
  by: Officer,
  current: string,
): Promise<Outcome<{ secret: string; address: string }>> {
  const found = await proved(deps, by, current);
  if (!found.ok) return found;
  const secret = newCodeSecret();
  const saved = await deps.staff.save(tryNewCode(found.value, secret, deps.now()));
  return saved.ok ? done({ secret, address: codeAddress(secret, by.id) }) : saved;
}

export async function takeNewPhone(deps: Deps, by: Officer, code: string): Promise<Outcome<void>> {
  if (await tooMany(deps, by)) return refused('too-many', 'too many wrong tries at the own account');
  const found = await deps.staff.find(by.id);
  if (!found.ok) return found;
  const secret = newCodeOnTrial(found.value, deps.now());
  if (!secret.ok) return secret;
  const step = stepOfCode(secret.value, code, msOf(deps.now()));
  if (step === undefined) return refused('bad-input', 'wrong code from the new phone');
  const saved = await deps.staff.save(takeNewCode(found.value, secret.value, step, deps.now()));
  return saved.ok ? done(undefined) : saved;
}

async function proved(deps: Deps, by: Officer, current: string): Promise<Outcome<Staff>> {
  if (await tooMany(deps, by)) return refused('too-many', 'too many wrong tries at the own account');
  const found = await deps.staff.find(by.id);
  if (!found.ok) return found;
  return (await passwordFits(current, found.value.passwordHash))
    ? found
    : refused('bad-input', 'the present password is wrong');
}

/** An unwatched console must not become a place to guess the password. */
const tooMany = async (deps: Deps, by: Officer): Promise<boolean> =>
  (await deps.limits.use(`own-account#${by.id}`, WINDOW_SECONDS, msOf(deps.now()))) > TRIES * 3;
