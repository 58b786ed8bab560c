/** A citizen chooses another office, language or the large type. */
import { openConversation } from '../../models/conversation/conversation.ts';
import type { ChangeSettings } from '../../models/conversation/requests.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, type Changed } from './change-conversation.ts';
import type { Visitor } from './take-turn.ts';

export function changeSettings(deps: Deps, visitor: Visitor, settings: ChangeSettings): Promise<Outcome<Changed>> {
  const { conversation: id, ...from } = visitor;
  return changeConversation(
    deps,
    id,
    (c) => {
      // An office that has taken the case keeps it: the choice then counts for the next conversation.
      const free = c.state.name === 'with-bot' || c.state.name === 'closed';
      return done({
        conversation: {
          ...c,
          office: free ? (settings.office ?? c.office) : c.office,
          language: settings.language ?? c.language,
          elder: settings.elder ?? c.elder,
        },
        lines: [],
      });
    },
    { open: (now) => openConversation(id, { ...from, channel: 'web' }, now) },
  );
}
