/** An officer answers the citizen in words, with a guide under them where one was picked. */
import type { Officer } from '../../models/access/staff.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { ReplyToCitizen } from '../../models/conversation/requests.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { insertedGuide } from '../../models/phrasebook/inserted-guide.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import type { Crossed } from './answer-crossed.ts';
import type { Changed, Draft } from './change-conversation.ts';
import { officerSays } from './officer-says.ts';

export const replyToCitizen = (
  deps: Deps,
  by: Officer,
  { text, guide, ...saying }: ReplyToCitizen,
): Promise<Outcome<Changed> | Crossed> =>
  officerSays(
    deps,
    by,
    saying,
    () => done({ type: 'text', text }),
    (c) => guideUnder(guide, c),
  );

/** The guide an officer put under the words, as a card with its page. */
function guideUnder(id: string | undefined, c: Conversation): Draft[] {
  const service = id === undefined ? undefined : serviceById(id);
  return service === undefined ? [] : [{ from: 'bot', content: insertedGuide(service, c.office, c.language) }];
}
