/** Whoever holds a session is staff only as long as the office says so; asked at every request. */
import type { Officer, Session } from '../../models/access/staff.ts';
import type { StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { stopOf } from './agent-standing.ts';

export type InOffice = { officer: Officer; session: Session };
type Asks = Pick<Deps, 'now' | 'sessions' | 'staff' | 'lenders'>;

/** Undefined when the session ended, when the account was closed, reset or given another password since, or when an agent may not act. */
export async function standingOf(deps: Asks, id: string, staff: StaffId): Promise<InOffice | undefined> {
  const asked = await standingOrStop(deps, id, staff);
  return asked.ok ? asked.value : undefined;
}

/** The same with the reason: `signed out`, or what stops an agent; such a session is over, whatever comes of the mandate. */
export async function standingOrStop(deps: Asks, id: string, staff: StaffId): Promise<Outcome<InOffice>> {
  const [session, person] = await Promise.all([deps.sessions.find(id), deps.staff.standing(staff)]);
  if (person?.active !== true) return signedOut;
  // Asked before the session: of several requests at once the first ends it, and the others are told why as well.
  const stopped = await stopOf(deps, person);
  if (stopped !== undefined) {
    if (session !== undefined) await deps.sessions.revoke(id);
    return { ok: false, refusal: stopped };
  }
  if (session?.staff !== staff || session.expiresAt <= deps.now()) return signedOut;
  if (person.generation !== session.generation) return signedOut;
  const { name, office, role, lender } = person;
  const officer: Officer = { id: staff, name, office, role, session: id, ...(lender === undefined ? {} : { lender }) };
  return done({ officer, session });
}

const signedOut = refused('not-allowed', 'signed out');
