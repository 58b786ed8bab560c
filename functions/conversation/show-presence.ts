/** Shows colleagues who else looks at a conversation and who is writing. */
import type { Officer } from '../../models/access/staff.ts';
import type { ShowPresence } from '../../models/conversation/requests.ts';
import type { OfficerView } from '../../models/conversation/views.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { findFor } from './open-case.ts';
import { tell } from './tell-listeners.ts';

/** The page repeats itself every 20 seconds; after two missed times the viewer is gone. */
const SEEN_MS = 45_000;

export async function showPresence(
  deps: Deps,
  by: Officer,
  { id, typing }: ShowPresence,
): Promise<Outcome<Pick<OfficerView, 'viewers' | 'viewersAt'>>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  await deps.conversations.show(id, { id: by.id, name: by.name, typing }, plus(deps.now(), SEEN_MS));
  // Only what is read after the showing is sure to meet everybody: who opened the page meanwhile is on the newer list.
  const [there, now] = await Promise.all([viewersOf(deps, id), deps.conversations.find(id)]);
  if (!now.ok) return now;
  const { state } = now.value.conversation;
  const holder = state.name === 'with-officer' && state.by === by.id;
  await tell(deps, now.value.listeners, id, (who) =>
    who === 's' ? { type: 'viewers', id, ...there } : typing && holder ? { type: 'typing' } : undefined,
  );
  return done({ ...there, viewers: there.viewers.filter((viewer) => viewer.id !== by.id) });
}

/** Who is there, and since when that is so: lists overtake each other on the way. */
export async function viewersOf(
  deps: Pick<Deps, 'conversations' | 'now'>,
  id: ConversationId,
): Promise<Pick<OfficerView, 'viewers' | 'viewersAt'>> {
  const viewersAt = deps.now();
  return { viewers: await deps.conversations.viewers(id, viewersAt), viewersAt };
}
