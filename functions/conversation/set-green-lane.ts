/** An officer puts somebody into the green lane (绿色通道), or back among the others, because the person said so to them. */
import type { Officer } from '../../models/access/staff.ts';
import { setGreenLane } from '../../models/conversation/green-lane.ts';
import type { SetGreenLane } from '../../models/conversation/requests.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, type Changed } from './change-conversation.ts';
import { findFor } from './open-case.ts';

export async function setLaneFor(deps: Deps, by: Officer, { id, on }: SetGreenLane): Promise<Outcome<Changed>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  return changeConversation(deps, id, (c, now) => {
    if (c.state.name === 'closed') return refused('wrong-state', 'a conversation that is closed has no line');
    if (c.greenLane === on) return done({ conversation: c, lines: [] });
    const what = on ? 'lane-given' : 'lane-ended';
    return done({
      conversation: setGreenLane(c, on, now, by.id),
      lines: [{ from: 'system', content: { type: 'happening', what, who: by.name } }],
    });
  });
}
