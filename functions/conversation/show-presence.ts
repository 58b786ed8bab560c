/** Shows colleagues who else looks at a conversation and who is writing. */
import type { Officer } from '../../models/access/staff.ts';
import type { ShowPresence } from '../../models/conversation/requests.ts';
import type { Viewer } from '../../models/conversation/views.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { tell } from './tell-listeners.ts';
import { maySee } from '../../models/access/permissions.ts';

/** The page repeats itself every 20 seconds; after two missed times the viewer is gone. */
const SEEN_MS = 45_000;

export async function showPresence(
  deps: Deps,
  by: Officer,
  { id, typing }: ShowPresence,
): Promise<Outcome<{ viewers: Viewer[] }>> {
  const found = await deps.conversations.find(id);
  if (!found.ok || !maySee(by, found.value.conversation.office)) return found.ok ? done({ viewers: [] }) : found;
  await deps.conversations.show(id, { id: by.id, name: by.name, typing }, plus(deps.now(), SEEN_MS));
  const viewers = await deps.conversations.viewers(id, deps.now());
  const { state } = found.value.conversation;
  const holder = state.name === 'with-officer' && state.by === by.id;
  await tell(deps, found.value.listeners, id, (who) =>
    who === 's' ? { type: 'viewers', id, viewers } : typing && holder ? { type: 'typing' } : undefined,
  );
  return done({ viewers: viewers.filter((viewer) => viewer.id !== by.id) });
}
