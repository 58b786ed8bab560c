/** An operator opens, changes, closes and resets the accounts of the own office; nobody administers the own account. */
import {
  changeAccount,
  deactivate,
  openAccount,
  reactivate,
  resetAccount,
  shownAccount,
  type ShownAccount,
} from '../../models/access/account.ts';
import { maySee } from '../../models/access/permissions.ts';
import type { ChangeAccount, OpenAccount } from '../../models/access/requests.ts';
import type { Officer, Staff } from '../../models/access/staff.ts';
import type { StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { endSessions } from './end-sessions.ts';
import { newEnrolmentCode, newKeys } from './enrolment-code.ts';

/** `code` is shown this once; afterwards only its digest is known. */
export type Enrolled = { account: ShownAccount; code: string };
type Act = { at: Staff['history'][number]['at']; by: StaffId };

const actOf = (deps: Deps, by: Officer): Act => ({ at: deps.now(), by: by.id });

export async function listAccounts(deps: Deps, by: Officer): Promise<Outcome<{ accounts: ShownAccount[] }>> {
  const staff = await deps.staff.ofOffice(by.office);
  return done({
    accounts: staff
      .map((one) => shownAccount(one, deps.now()))
      .sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'zh-CN')),
  });
}

export async function createAccount(deps: Deps, by: Officer, wanted: OpenAccount): Promise<Outcome<Enrolled>> {
  const code = newEnrolmentCode(deps);
  const staff = openAccount(wanted, by.office, newKeys(deps, code), actOf(deps, by));
  const saved = await deps.staff.saveAs(by.id, staff);
  if (saved.ok) return done({ account: shownAccount(saved.value, deps.now()), code });
  return saved.refusal.kind === 'stale' ? refused('bad-input', 'this sign-in name is taken') : saved;
}

export const editAccount = (deps: Deps, by: Officer, { id, version, ...change }: ChangeAccount) =>
  changeColleague(deps, by, id, (staff) =>
    staff.version === version
      ? changeAccount(staff, change, actOf(deps, by))
      : refused('stale', 'somebody else changed this member of staff first'),
  );

export const deactivateAccount = (deps: Deps, by: Officer, id: StaffId) =>
  changeColleague(deps, by, id, (staff) => deactivate(staff, actOf(deps, by)));

export const reactivateAccount = (deps: Deps, by: Officer, id: StaffId) =>
  changeColleague(deps, by, id, (staff) => reactivate(staff, actOf(deps, by)));

/** For a lost phone, a forgotten password, or an enrolment that ran out. */
export async function resetColleague(deps: Deps, by: Officer, id: StaffId): Promise<Outcome<Enrolled>> {
  const code = newEnrolmentCode(deps);
  const changed = await changeColleague(deps, by, id, (staff) =>
    resetAccount(staff, newKeys(deps, code), actOf(deps, by)),
  );
  return changed.ok ? done({ ...changed.value, code }) : changed;
}

/**
 * The acting operator must still be one when the change is written. So of two operators who shut each other out at the same moment
 * only one does, and because nobody can touch the own account, an office never loses its last operator this way.
 */
async function changeColleague(
  deps: Deps,
  by: Officer,
  id: StaffId,
  change: (staff: Staff) => Outcome<Staff>,
): Promise<Outcome<{ account: ShownAccount }>> {
  if (id === by.id) return refused('not-allowed', 'nobody administers the own account');
  const found = await deps.staff.find(id);
  // A lender's agents are the managers' business: they come and go with their mandates.
  if (!found.ok || !maySee(by, found.value.office) || found.value.role === 'agent')
    return refused('not-found', 'no such member of staff');
  const changed = change(found.value);
  if (!changed.ok) return changed;
  const saved = await deps.staff.saveAs(by.id, changed.value);
  if (!saved.ok) return saved;
  if (saved.value.generation !== found.value.generation) await endSessions(deps, saved.value);
  return done({ account: shownAccount(saved.value, deps.now()) });
}
