/** A citizen begins a new conversation: its page is empty, and only counts of what did not work out before come along. */
import { carriedInto, openConversation } from '../../models/conversation/conversation.ts';
import { ConversationId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import type { Visitor } from './take-turn.ts';

/** Carried over here, so that no turn has to look for an earlier talk. Without counts nothing is filed until somebody speaks. */
export async function beginAnew(deps: Deps, visitor: Visitor): Promise<Visitor> {
  const { conversation: _before, ...from } = visitor;
  const id = ConversationId.parse(deps.newId());
  const { conversation: before } = await deps.conversations.look(visitor.conversation);
  const now = deps.now();
  const fresh = openConversation(id, { ...from, channel: 'web' }, now);
  const carried = before === undefined ? undefined : carriedInto(fresh, before, now);
  if (carried !== undefined) await deps.conversations.commit(undefined, carried, []);
  return { ...from, conversation: id };
}
