/** The staff door: sign in, sign out, who am I, where am I signed in. */
import { z } from 'zod';
import { listSessions, revokeSession } from '../../functions/access/sessions.ts';
import { signIn } from '../../functions/access/sign-in.ts';
import { OneSession, SignIn, type Officer, type Session } from '../../models/access/staff.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import { socketAddress, staffTicket } from '../socket/ticket.ts';
import { noStaffCookie, staffCookie } from './cookies.ts';
import { json } from './problem.ts';
import { openWindow, publicRoute, staffRoute } from './window.ts';

const Nothing = z.strictObject({});

const me = ({ id, name, office, role }: Pick<Officer, 'id' | 'name' | 'office' | 'role'>) => {
  const { nameZh } = officeOf(office);
  return { id, name, office, officeName: nameZh, role, capacity: 5, offices: [{ id: office, name: nameZh }] };
};

const officerIn = ({ staff, name, office, role }: Session) => ({ id: staff, name, office, role });

export const handler = openWindow({
  'POST /api/staff/sign-in': publicRoute(SignIn, async (deps, input, { event, address, signer }) => {
    const session = await signIn(deps, input, { address, device: deviceOf(event.headers['user-agent'] ?? '') });
    if (!session.ok) return session;
    const cookie = staffCookie(signer, session.value.id, msOf(session.value.expiresAt), msOf(deps.now()));
    return { ...json(200, me(officerIn(session.value))), cookies: [cookie] };
  }),
  'POST /api/staff/sign-out': staffRoute('read-own-account', Nothing, async (deps, by) => {
    await deps.sessions.revoke(by.session);
    return { statusCode: 204, cookies: [noStaffCookie()] };
  }),
  'GET /api/staff/me': staffRoute('read-own-account', Nothing, (_deps, by) => Promise.resolve(done(me(by)))),
  'GET /api/staff/sessions': staffRoute('read-own-account', Nothing, listSessions),
  'DELETE /api/staff/sessions/{id}': staffRoute('read-own-account', OneSession, (deps, by, { id }) =>
    revokeSession(deps, by, id),
  ),
  'POST /api/staff/socket': staffRoute('read-desk', Nothing, (deps, by, _input, { signer }) =>
    Promise.resolve(done({ url: socketAddress(), ticket: staffTicket(signer, by, msOf(deps.now())) })),
  ),
});

/** Browser and system in two words; the raw header is not kept. */
function deviceOf(agent: string): string {
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/u.exec(agent)?.[0] ?? 'Browser';
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/u.exec(agent)?.[0] ?? '';
  return system === '' ? browser : `${browser}, ${system}`;
}
