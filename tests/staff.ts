/** Invented staff for tests, signed in through the real door. */
import { join } from '../handlers/wiring.ts';
import { keeperFromEnvironment } from '../handlers/gateways/key-keeper.ts';
import { codeAt, newCodeSecret } from '../models/access/one-time-code.ts';
import { hashPassword, NO_SECRET } from '../models/access/password.ts';
import type { StaffRole } from '../models/access/staff.ts';
import { StaffId, type OfficeId } from '../models/ids.ts';
import { call, type Caller } from './world.ts';

export const PASSWORD = 'a long enough password 7';
/** At the real cost each sign-in would take half a second. */
export const hashed = hashPassword(PASSWORD, NO_SECRET);
export const secrets = new Map<string, string>();

export async function hire(
  id: string,
  name: string,
  role: StaffRole = 'officer',
  office: OfficeId = 'yinchuan',
): Promise<void> {
  const { deps } = await join({ keeper: keeperFromEnvironment() }, 'bancheng');
  const totpSecret = newCodeSecret();
  secrets.set(id, totpSecret);
  await deps.staff.save({
    id: StaffId.parse(id),
    version: 0,
    name,
    office,
    role,
    passwordHash: await hashed,
    totpSecret,
    lastStep: 0,
    failures: 0,
    active: true,
    capacity: 5,
    demo: false,
    generation: 0,
    history: [],
  });
}

export const codeOf = (id: string, atMs = Date.now() + Number(process.env['CLOCK_AHEAD_MS'])): string =>
  codeAt(secrets.get(id) ?? '', atMs);

export async function signedIn(id: string): Promise<Caller> {
  const caller: Caller = { cookies: [] };
  const answer = await call('POST /api/staff/sign-in', caller, { name: id, password: PASSWORD, code: codeOf(id) });
  if (answer.status !== 200) throw new Error(`${id} could not sign in: ${JSON.stringify(answer.body)}`);
  return caller;
}

export async function employ(
  id: string,
  name: string,
  role: StaffRole = 'officer',
  office: OfficeId = 'yinchuan',
): Promise<Caller> {
  await hire(id, name, role, office);
  return signedIn(id);
}
