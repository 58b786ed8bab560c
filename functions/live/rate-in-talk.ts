/** The grade that was given in the talk belongs to the live guidance that has just ended, too. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Deps } from '../deps.ts';
import { rateLive } from './act-on-live.ts';

export async function rateInTalk(deps: Deps, c: Conversation): Promise<void> {
  const { live, rating } = c;
  if (live?.at !== 'over' || rating?.of !== 'officer' || rating.at !== c.lastAt) return;
  await rateLive(deps, { who: 'citizen', conversation: c.id }, live.id, rating.grade);
}
