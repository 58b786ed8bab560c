/** The staff door: sign in and out, who am I, the own account, enrolment, and the operator's window for accounts. */
import * as z from 'zod';
import {
  createAccount,
  deactivateAccount,
  editAccount,
  listAccounts,
  reactivateAccount,
  resetColleague,
} from '../../functions/access/administer-accounts.ts';
import { finishEnrolment, openEnrolment } from '../../functions/access/enrol.ts';
import { endSessions } from '../../functions/access/end-sessions.ts';
import { changeOwnPassword, takeNewPhone, tryNewPhone } from '../../functions/access/own-account.ts';
import { listSessions, revokeSession } from '../../functions/access/sessions.ts';
import { signIn } from '../../functions/access/sign-in.ts';
import type { Deps } from '../../functions/deps.ts';
import {
  ChangeAccount,
  ChangePassword,
  FinishEnrolment,
  OneAccount,
  OpenAccount,
  OpenEnrolment,
  TakeNewPhone,
  TryNewPhone,
} from '../../models/access/requests.ts';
import { daysLeft, mandateWarnings } from '../../models/access/mandate.ts';
import { OneSession, SignIn, type Me, type Session, type Standing } from '../../models/access/staff.ts';
import type { StaffId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import { socketAddress, staffTicket } from '../socket/ticket.ts';
import { noStaffCookie, staffCookie } from './cookies.ts';
import { qrPicture } from './qr-picture.ts';
import { json } from './problem.ts';
import { openWindow, publicRoute, staffRoute, type Answer, type Request } from './window.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';
import { wireWith } from '../wiring.ts';

// Whose session is ended loses their seat in a room, and the others there are told.
wireWith({ wire: wireOnFirstUse });

const Nothing = z.strictObject({});

export const handler = openWindow({
  'POST /api/staff/sign-in': publicRoute(SignIn, async (deps, input, request) =>
    entered(deps, await signIn(deps, input, from(request)), request),
  ),
  'POST /api/staff/sign-out': staffRoute('read-own-account', Nothing, async (deps, by) => {
    await endSessions(deps, by, (id) => id === by.session);
    return { statusCode: 204, cookies: [noStaffCookie()] };
  }),
  'GET /api/staff/me': staffRoute('read-own-account', Nothing, async (deps, by) => done(await me(deps, by.id))),
  'GET /api/staff/sessions': staffRoute('read-own-account', Nothing, listSessions),
  'DELETE /api/staff/sessions/{id}': staffRoute('read-own-account', OneSession, (deps, by, { id }) =>
    revokeSession(deps, by, id),
  ),
  'POST /api/staff/socket': staffRoute('read-desk', Nothing, (deps, by, _input, { signer }) =>
    Promise.resolve(done({ url: socketAddress(), ticket: staffTicket(signer, by, msOf(deps.now())) })),
  ),

  'PUT /api/staff/password': staffRoute('change-own-account', ChangePassword, async (deps, by, input, request) =>
    entered(deps, await changeOwnPassword(deps, by, input), request),
  ),
  'POST /api/staff/phone': staffRoute('change-own-account', TryNewPhone, async (deps, by, { current }) =>
    withPicture(await tryNewPhone(deps, by, current)),
  ),
  'POST /api/staff/phone/confirm': staffRoute('change-own-account', TakeNewPhone, (deps, by, { code }) =>
    takeNewPhone(deps, by, code),
  ),

  'POST /api/staff/enrolment': publicRoute(OpenEnrolment, async (deps, input, request) =>
    withPicture(await openEnrolment(deps, input, from(request))),
  ),
  'POST /api/staff/enrolment/finish': publicRoute(FinishEnrolment, async (deps, input, request) =>
    entered(deps, await finishEnrolment(deps, input, from(request)), request),
  ),

  'GET /api/staff/accounts': staffRoute('administer-staff', Nothing, listAccounts),
  'POST /api/staff/accounts': staffRoute('administer-staff', OpenAccount, createAccount),
  'PUT /api/staff/accounts/{id}': staffRoute('administer-staff', ChangeAccount, editAccount),
  'POST /api/staff/accounts/{id}/deactivate': staffRoute('administer-staff', OneAccount, (deps, by, { id }) =>
    deactivateAccount(deps, by, id),
  ),
  'POST /api/staff/accounts/{id}/reactivate': staffRoute('administer-staff', OneAccount, (deps, by, { id }) =>
    reactivateAccount(deps, by, id),
  ),
  'POST /api/staff/accounts/{id}/reset': staffRoute('administer-staff', OneAccount, (deps, by, { id }) =>
    resetColleague(deps, by, id),
  ),
});

async function me(deps: Deps, id: StaffId): Promise<Me | undefined> {
  const standing = await deps.staff.standing(id);
  if (standing === undefined) return undefined;
  const { name, office, role, capacity } = standing;
  const { nameZh } = officeOf(office);
  return {
    id,
    name,
    office,
    officeName: nameZh,
    role,
    capacity,
    offices: [{ id: office, name: nameZh }],
    ...(await ownLenderOf(deps, standing)),
  };
}

async function ownLenderOf(deps: Deps, { lender, mandate }: Standing): Promise<Pick<Me, 'lender'>> {
  const found = lender === undefined ? undefined : await deps.lenders.find(lender);
  if (found?.ok !== true || mandate === undefined) return {};
  const left = daysLeft(mandate, deps.now());
  const { id, name } = found.value;
  return { lender: { id, name, daysLeft: left, urgent: left <= mandateWarnings.late } };
}

const from = ({ event, address }: Request): { address: string; device: string } => ({
  address,
  device: deviceOf(event.headers['user-agent'] ?? ''),
});

/** Answers who it is and hands over the cookie; a refusal goes on as it is, with all that it brings. */
async function entered(deps: Deps, session: Outcome<Session>, { signer }: Request): Promise<Answer> {
  if (!session.ok) return session;
  const { id, staff, expiresAt } = session.value;
  const cookie = staffCookie(signer, { id, staff }, msOf(expiresAt), msOf(deps.now()));
  return { ...json(200, await me(deps, staff)), cookies: [cookie] };
}

const withPicture = <T extends { address: string }>(shown: Outcome<T>): Outcome<T & { qr: string }> =>
  shown.ok ? done({ ...shown.value, qr: qrPicture(shown.value.address) }) : shown;

/** Browser and system in two words; the raw header is not kept. */
function deviceOf(agent: string): string {
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/u.exec(agent)?.[0] ?? 'Browser';
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/u.exec(agent)?.[0] ?? '';
  return system === '' ? browser : `${browser}, ${system}`;
}
