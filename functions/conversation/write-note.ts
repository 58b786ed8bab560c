/** An officer leaves a private note for colleagues; it is filed where no citizen's path leads. */
import type { Officer } from '../../models/access/staff.ts';
import type { Note } from '../../models/conversation/line.ts';
import type { WriteNote } from '../../models/conversation/requests.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { findFor } from './open-case.ts';
import { tell } from './tell-listeners.ts';
import { mentionsFor, tellMentioned } from './tell-mentioned.ts';

export async function writeNote(
  deps: Deps,
  by: Officer,
  { id, delivery, text, mentions }: WriteNote,
): Promise<Outcome<Note>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const note: Note = { conversation: id, id: delivery, at: deps.now(), by: by.id, byName: by.name, text, mentions };
  const { office, state } = found.value;
  const number = 'number' in state ? state.number : undefined;
  const place = { of: 'talk', office, id, ...(number === undefined ? {} : { number }) } as const;
  const named = await mentionsFor(deps, by, mentions, place, { note: delivery, at: note.at });
  const written = await deps.conversations.addNote(note, named);
  const opened = await deps.conversations.find(id);
  if (opened.ok)
    await tell(deps, opened.value.listeners, id, (who) => (who === 's' ? { type: 'note', id, note } : undefined));
  if (written === 'done') await tellMentioned(deps, office, named);
  return done(note);
}
