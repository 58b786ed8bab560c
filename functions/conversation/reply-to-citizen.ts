/** An officer answers the citizen; an answer that would cross a colleague's is held back and the colleague's is shown. */
import type { Officer } from '../../models/access/staff.ts';
import { officerSpoke } from '../../models/conversation/conversation.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { ReplyToCitizen } from '../../models/conversation/requests.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { insertedGuide } from '../../models/phrasebook/inserted-guide.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { answerCrossed, type Crossed } from './answer-crossed.ts';
import { changeConversation, type Changed, type Draft } from './change-conversation.ts';
import { findFor } from './open-case.ts';

export async function replyToCitizen(
  deps: Deps,
  by: Officer,
  { id, delivery, text, guide, seen }: ReplyToCitizen,
): Promise<Outcome<Changed> | Crossed> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const crossed = await answerCrossed(deps, by, found.value, { delivery, seen });
  if (crossed !== undefined) return crossed;
  return changeConversation(
    deps,
    id,
    (c, now) => {
      const spoken = officerSpoke(c, by.id, now);
      return spoken.ok
        ? done({
            conversation: spoken.value,
            lines: [
              { from: 'officer', by: by.id, byName: by.name, delivery, content: { type: 'text', text } },
              ...guideUnder(guide, c),
            ],
          })
        : spoken;
    },
    { delivery },
  );
}

/** The guide an officer put under the words, as a card with its page. */
function guideUnder(id: string | undefined, c: Conversation): Draft[] {
  const service = id === undefined ? undefined : serviceById(id);
  return service === undefined ? [] : [{ from: 'bot', content: insertedGuide(service, c.office, c.language) }];
}
