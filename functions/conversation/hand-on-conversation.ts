/** An officer passes a conversation on: to a colleague or the line, back to the assistant, or closes it. */
import type { Officer } from '../../models/access/staff.ts';
import { backToBot, close, transfer } from '../../models/conversation/conversation.ts';
import { textOf } from '../../models/conversation/content.ts';
import type { TransferConversation } from '../../models/conversation/requests.ts';
import { DeliveryId, type ConversationId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, type Changed } from './change-conversation.ts';
import { findFor } from './open-case.ts';
import { follow } from './take-turn.ts';
import { writeNote } from './write-note.ts';

export async function transferConversation(
  deps: Deps,
  by: Officer,
  { id, reason, to }: TransferConversation,
): Promise<Outcome<Changed>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const moved = await changeConversation(deps, id, (c, now) => {
    const next = transfer(c, by.id, reason, to, now);
    return next.ok
      ? done({
          conversation: next.value,
          lines: [{ from: 'system', content: { type: 'happening', what: 'transferred' } }],
        })
      : next;
  });
  if (moved.ok)
    await writeNote(deps, by, {
      id,
      delivery: DeliveryId.parse(deps.newId()),
      text: reason,
      mentions: to === undefined ? [] : [to],
    });
  return moved;
}

/** The assistant comes back with one line that sums up what the officer said, and asks for a rating. */
export async function returnToBot(deps: Deps, by: Officer, id: ConversationId): Promise<Outcome<Changed>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const lines = await deps.conversations.linesAfter(id, Math.max(0, found.value.lastSeq - 60), 60);
  const said = lines.filter((line) => line.from === 'officer' && line.by === by.id).map((line) => textOf(line.content));
  return changeConversation(deps, id, async (c, now) => {
    const next = backToBot(c, by.id, now);
    if (!next.ok) return next;
    const answer = await deps.bot.welcomeBack(next.value, by.name, said, now);
    return done(
      await follow(
        deps,
        next.value,
        answer,
        [{ from: 'system', content: { type: 'happening', what: 'back-to-bot', who: by.name } }],
        now,
      ),
    );
  });
}

export async function closeConversation(deps: Deps, by: Officer, id: ConversationId): Promise<Outcome<Changed>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  return changeConversation(deps, id, (c, now) => {
    const next = close(c, by.id, now);
    return next.ok
      ? done({
          conversation: next.value,
          lines: [{ from: 'system', content: { type: 'happening', what: 'closed', who: by.name } }],
        })
      : next;
  });
}
