/** Pages come and go: who listens to which conversation, and which officers have their console open. */
import type { Officer } from '../../models/access/staff.ts';
import type { SocketOwner } from '../../models/conversation/conversations.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { maySee } from '../../models/access/permissions.ts';
import { refused } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export async function connectSocket(deps: Deps, socket: string, owner: SocketOwner): Promise<void> {
  await deps.sockets.remember(socket, owner);
  if (owner.of === 'party') return;
  if (owner.of === 'citizen') await deps.conversations.listen(owner.conversation, citizenListener(socket, owner));
  else await deps.desks.listen(owner.office, { socket, staff: owner.staff });
}

const citizenListener = (socket: string, { helper }: { helper?: string }): string =>
  helper === undefined ? `c:${socket}` : `h:${helper}:${socket}`;

export async function disconnectSocket(deps: Deps, socket: string): Promise<void> {
  const owner = await deps.sockets.owner(socket);
  if (owner === undefined) return;
  if (owner.of !== 'citizen' && owner.seat !== undefined) {
    // Most lines are no room's: what rooms need is loaded with the first that is.
    const { loseSeat } = await import('../room/leave-room.ts');
    await loseSeat(deps, owner.seat, socket);
  }
  if (owner.of === 'citizen') await deps.conversations.unlisten(owner.conversation, citizenListener(socket, owner));
  else if (owner.of === 'staff') {
    await deps.desks.unlisten(owner.office, { socket, staff: owner.staff });
    if (owner.watching !== undefined) await deps.conversations.unlisten(owner.watching, `s:${socket}`);
  }
  await deps.sockets.forget(socket);
}

/** An officer looks at one conversation at a time; looking at the next ends the one before. */
export async function changeListening(
  deps: Deps,
  by: Pick<Officer, 'id' | 'office' | 'session'>,
  socket: string,
  id: ConversationId,
  watch: boolean,
): Promise<Outcome<void>> {
  const found = await deps.conversations.find(id);
  if (!found.ok || !maySee(by, found.value.conversation.office)) return refused('not-found', 'no such conversation');
  const owner = await deps.sockets.owner(socket);
  if (owner?.of === 'staff' && owner.watching !== undefined && owner.watching !== id)
    await deps.conversations.unlisten(owner.watching, `s:${socket}`);
  if (watch) await deps.conversations.listen(id, `s:${socket}`);
  else await deps.conversations.unlisten(id, `s:${socket}`);
  await deps.sockets.remember(socket, {
    of: 'staff',
    staff: by.id,
    office: by.office,
    session: by.session,
    ...(watch ? { watching: id } : {}),
    ...(owner?.of === 'staff' && owner.seat !== undefined ? { seat: owner.seat } : {}),
  });
  return done(undefined);
}
