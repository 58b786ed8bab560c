/** Opens the door for somebody who has just proved who they are. */
import type { Session, Staff } from '../../models/access/staff.ts';
import { HOUR, plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** A working day with its overtime; signing in again in the morning is part of the day. */
const SESSION_MS = 12 * HOUR;

/** `staff` as it was saved when the proof was taken; `device`: browser and system in words. */
export async function openSession(deps: Deps, staff: Staff, device: string): Promise<Session> {
  const now = deps.now();
  const session: Session = {
    id: deps.newId() + deps.newId(),
    staff: staff.id,
    name: staff.name,
    office: staff.office,
    role: staff.role,
    generation: staff.generation,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: plus(now, SESSION_MS),
    device: device.slice(0, 60),
  };
  await deps.sessions.save(session);
  return session;
}
