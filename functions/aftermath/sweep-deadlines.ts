/** Every minute: conversations whose officer stayed silent go back to the line. Costs what is due, not what exists. */
import { loseLease } from '../../models/conversation/conversation.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Deps } from '../deps.ts';

const AT_ONCE = 100;

/** Answers how many were given back. Repeats and crashes do no harm: the rule looks at the lease again. */
export async function sweepDeadlines(deps: Deps, offices: readonly OfficeId[]): Promise<number> {
  let given = 0;
  for (const office of offices) {
    const due = await deps.conversations.due(office, 'with-officer', deps.now(), AT_ONCE);
    for (const { id } of due) {
      const back = await changeConversation(deps, id, (c, now) => {
        const lost = loseLease(c, now);
        return lost.ok
          ? done({
              conversation: lost.value,
              lines: [{ from: 'system', content: { type: 'happening', what: 'lease-lost' } }],
            })
          : lost;
      });
      if (back.ok) given += 1;
    }
  }
  return given;
}
