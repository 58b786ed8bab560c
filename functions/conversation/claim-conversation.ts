/** An officer takes a waiting conversation; of several who try at once exactly one gets it. */
import type { Officer } from '../../models/access/staff.ts';
import { claim, type Conversation } from '../../models/conversation/conversation.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, type Changed } from './change-conversation.ts';
import { findFor } from './open-case.ts';

export async function claimConversation(deps: Deps, by: Officer, id: ConversationId): Promise<Outcome<Changed>> {
  const seen = await findFor(deps, by, id);
  if (!seen.ok) return seen;
  return changeConversation(deps, id, (c, now) => {
    const holder = holderOf(c);
    if (holder !== undefined)
      return holder.id === by.id
        ? refused('wrong-state', 'this conversation is already yours')
        : refused('stale', `taken by ${holder.name}`);
    const claimed = claim(c, by.id, by.name, now);
    return claimed.ok
      ? done({
          conversation: claimed.value,
          lines: [{ from: 'system', content: { type: 'happening', what: 'claimed', who: by.name } }],
        })
      : claimed;
  });
}

const holderOf = ({ state }: Conversation): { id: string; name: string } | undefined =>
  state.name === 'with-officer' ? { id: state.by, name: state.byName } : undefined;
