/** Whoever holds a session is staff only as long as the office says so; asked at every request. */
import type { Officer, Session } from '../../models/access/staff.ts';
import type { StaffId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';

export type InOffice = { officer: Officer; session: Session };

/** Undefined when the session ended, or when the account was closed, reset or given another password since. */
export async function standingOf(
  deps: Pick<Deps, 'now' | 'sessions' | 'staff'>,
  id: string,
  staff: StaffId,
): Promise<InOffice | undefined> {
  const [session, person] = await Promise.all([deps.sessions.find(id), deps.staff.standing(staff)]);
  if (session?.staff !== staff || session.expiresAt <= deps.now()) return undefined;
  if (person?.active !== true || person.generation !== session.generation) return undefined;
  const { name, office, role } = person;
  return { officer: { id: staff, name, office, role, session: id }, session };
}
