/** A member of staff sees where they are signed in and ends any of it. */
import type { Officer, Session } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { endSessions } from './end-sessions.ts';

export type ShownSession = Pick<Session, 'device' | 'createdAt' | 'lastSeenAt'> & { id: string; current: boolean };

/** Sessions are named by their first letters: the whole id is the key to the door. */
const shortName = (id: string): string => id.slice(0, 26);

export async function listSessions(deps: Deps, by: Officer): Promise<Outcome<{ sessions: ShownSession[] }>> {
  const sessions = await deps.sessions.of(by.id);
  return done({
    sessions: sessions
      .filter((session) => session.expiresAt > deps.now())
      .map(({ id, device, createdAt, lastSeenAt }) => ({
        id: shortName(id),
        device,
        createdAt,
        lastSeenAt,
        current: id === by.session,
      })),
  });
}

export async function revokeSession(deps: Deps, by: Officer, short: string): Promise<Outcome<void>> {
  const session = (await deps.sessions.of(by.id)).find(({ id }) => shortName(id) === short);
  if (session === undefined) return refused('not-found', 'no such session');
  await endSessions(deps, by, (id) => id === session.id);
  return done(undefined);
}
