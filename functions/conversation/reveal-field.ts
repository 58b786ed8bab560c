/** An officer sees a whole number, gives the reason, and the audit remembers it. */
import type { Officer } from '../../models/access/staff.ts';
import { noted } from '../../models/conversation/conversation.ts';
import type { RevealField } from '../../models/conversation/requests.ts';
import { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeConversation } from './change-conversation.ts';
import { findFor } from './open-case.ts';
import { writeNote } from './write-note.ts';

export async function revealField(
  deps: Deps,
  by: Officer,
  { id, reason }: RevealField,
): Promise<Outcome<{ value: string }>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const value = found.value.phone;
  if (value === undefined) return refused('not-found', 'no phone number was given');
  const noticed = await changeConversation(deps, id, (c, now) =>
    done({ conversation: noted(c, { at: now, what: 'revealed', by: by.id }), lines: [] }),
  );
  if (!noticed.ok) return noticed;
  await writeNote(deps, by, { id, delivery: DeliveryId.parse(deps.newId()), text: reason, mentions: [] });
  return done({ value });
}
