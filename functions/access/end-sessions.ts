/** Ends sessions at once: whoever holds one is out at the next request, and their open lines hear nothing more. */
import type { Standing } from '../../models/access/staff.ts';
import { disconnectSocket } from '../conversation/listen.ts';
import type { Deps } from '../deps.ts';

/** Their account already says from when sessions count; this clears away what is left of the older ones. */
export async function endSessions(
  deps: Deps,
  { id, office }: Pick<Standing, 'id' | 'office'>,
  which: (session: string) => boolean = () => true,
): Promise<void> {
  const sessions = (await deps.sessions.of(id)).filter((session) => which(session.id));
  await Promise.all(sessions.map((session) => deps.sessions.revoke(session.id)));
  const sockets = (await deps.desks.listeners(office)).filter((listener) => listener.staff === id);
  await Promise.all(
    sockets.map(async ({ socket }) => {
      const owner = await deps.sockets.owner(socket);
      if (owner?.of === 'staff' && which(owner.session)) await disconnectSocket(deps, socket);
    }),
  );
}
