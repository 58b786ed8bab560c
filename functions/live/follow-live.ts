/** What a turn of the talk means for its live guidance: the grade given there is its grade, and a helper taken back leaves the call. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Deps } from '../deps.ts';
import { rateLive } from './act-on-live.ts';
import { leaveAlong } from './bring-helper.ts';

export async function followLive(deps: Deps, { id, live, rating, lastAt, helper }: Conversation): Promise<void> {
  if (live?.at === 'over' && rating?.of === 'officer' && rating.at === lastAt)
    await rateLive(deps, { who: 'citizen', conversation: id }, live.id, rating.grade);
  if (live?.at === 'live' && helper === undefined) await leaveAlong(deps, id);
}
