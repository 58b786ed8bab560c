/** What an officer says becomes a line of the talk; what would cross a colleague's answer is held back and the colleague's is shown. */
import type { Officer } from '../../models/access/staff.ts';
import type { Content } from '../../models/conversation/content.ts';
import { officerSpoke, type Conversation } from '../../models/conversation/conversation.ts';
import type { ConversationId, DeliveryId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { answerCrossed, type Crossed } from './answer-crossed.ts';
import { changeConversation, type Changed, type Draft } from './change-conversation.ts';
import { findFor } from './open-case.ts';

type Saying = { id: ConversationId; delivery: DeliveryId };

/** `seen` is the last line on the officer's screen; `contentFor` is asked once the talk may be answered. */
export async function officerSays(
  deps: Deps,
  by: Officer,
  { id, delivery, seen }: Saying & { seen: number },
  contentFor: (talk: Conversation) => Outcome<Content> | Promise<Outcome<Content>>,
  under?: (c: Conversation) => Draft[],
): Promise<Outcome<Changed> | Crossed> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const crossed = await answerCrossed(deps, by, found.value, { delivery, seen });
  if (crossed !== undefined) return crossed;
  const content = await contentFor(found.value);
  return content.ok ? speakInTalk(deps, by, { id, delivery }, content.value, under) : content;
}

/** Refuses where somebody else has the talk. `under`: what follows the line at once. */
export const speakInTalk = (
  deps: Deps,
  by: Officer,
  { id, delivery }: Saying,
  content: Content,
  under: (c: Conversation) => Draft[] = () => [],
): Promise<Outcome<Changed>> =>
  changeConversation(
    deps,
    id,
    (c, now) => {
      const spoken = officerSpoke(c, by.id, now);
      if (!spoken.ok) return spoken;
      const line: Draft = { from: 'officer', by: by.id, byName: by.name, delivery, content };
      return done({ conversation: spoken.value, lines: [line, ...under(c)] });
    },
    { delivery },
  );
