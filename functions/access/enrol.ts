/** A new colleague opens the account with the code that was handed over: sets a password, binds a phone, and is signed in. */
import { enrol, enrolmentOpens } from '../../models/access/account.ts';
import { codeAddress, stepOfCode } from '../../models/access/one-time-code.ts';
import { hashPassword } from '../../models/access/password.ts';
import type { FinishEnrolment, OpenEnrolment } from '../../models/access/requests.ts';
import type { Session, Staff } from '../../models/access/staff.ts';
import { StaffId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { tidyCode } from './enrolment-code.ts';
import { goodPassword } from './good-password.ts';
import { openSession } from './open-session.ts';
import type { From } from './sign-in.ts';

/** What the page shows; `address` goes into the QR code, `secret` is typed where no camera is. */
export type ShownEnrolment = {
  id: StaffId;
  name: string;
  officeName: string;
  role: Staff['role'];
  until: Instant;
  secret: string;
  address: string;
};

export async function openEnrolment(deps: Deps, given: OpenEnrolment, from: From): Promise<Outcome<ShownEnrolment>> {
  const found = await enrolmentOf(deps, given, from);
  if (!found.ok) return found;
  const { id, name, office, role, totpSecret, enrolment } = found.value;
  return done({
    id,
    name,
    officeName: officeOf(office).nameZh,
    role,
    until: enrolment?.until ?? deps.now(),
    secret: totpSecret,
    address: codeAddress(totpSecret, id),
  });
}

/** Of two who use the code at the same moment, one is refused: it works once. */
export async function finishEnrolment(deps: Deps, given: FinishEnrolment, from: From): Promise<Outcome<Session>> {
  const found = await enrolmentOf(deps, given, from);
  if (!found.ok) return found;
  const staff = found.value;
  const good = await goodPassword(given.password, staff);
  if (!good.ok) return good;
  const step = stepOfCode(staff.totpSecret, given.oneTime, msOf(deps.now()));
  if (step === undefined) return refused('bad-input', 'wrong code from the new phone');
  const saved = await deps.staff.save(enrol(staff, await hashPassword(given.password), step, deps.now()));
  if (!saved.ok) return refused('not-found', 'no such enrolment: used a moment ago');
  return done(await openSession(deps, saved.value, from.device));
}

async function enrolmentOf(deps: Deps, { id, code }: OpenEnrolment, { address }: From): Promise<Outcome<Staff>> {
  if ((await deps.limits.use(`enrol#${address}`, 60, msOf(deps.now()))) > 20)
    return refused('too-many', 'too many tries from this address');
  const known = StaffId.safeParse(id);
  const found = known.success ? await deps.staff.find(known.data) : undefined;
  return enrolmentOpens(found?.ok === true ? found.value : undefined, deps.staff.digestOf(tidyCode(code)), deps.now());
}
