/** How many people are served before this one, and about how long that takes. */
import { deskRules, type Conversation } from '../../models/conversation/conversation.ts';
import { comesFirst, standsAt } from '../../models/conversation/green-lane.ts';
import { openingAt } from '../../models/office/opening.ts';
import { officeOf } from '../../models/office/offices.ts';
import { plus, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

export type Place = { ahead: number; minutes: number; onDuty: number };

/** For somebody who waits, or who would come last; null when nobody is on duty. */
export async function placeInLine(
  deps: Pick<Deps, 'conversations' | 'desks'>,
  c: Conversation,
  now: Instant,
  first = comesFirst(c),
): Promise<Place | null> {
  const office = officeOf(c.office);
  const onDuty = openingAt(office, now).open ? await officersOnDuty(deps, c.office) : 0;
  if (onDuty === 0) return null;
  const due = c.state.name === 'waiting-for-officer' ? c.state.dueAt : plus(now, deskRules.firstReplyMs);
  const ahead = await deps.conversations.countAhead(c.office, standsAt(due, first));
  return { ahead, minutes: Math.max(1, Math.ceil(((ahead + 1) * office.expectedHandlingMinutes) / onDuty)), onDuty };
}

/** Officers with an open console. */
export async function officersOnDuty(deps: Pick<Deps, 'desks'>, office: Conversation['office']): Promise<number> {
  return new Set((await deps.desks.listeners(office)).map((listener) => listener.staff)).size;
}

/** Everything shown to somebody who waits in line says their place; looked up only for them. */
export const placeShown = async (
  deps: Pick<Deps, 'conversations' | 'desks'>,
  c: Conversation,
  now: Instant,
): Promise<Omit<Place, 'onDuty'> | undefined> => {
  if (c.state.name !== 'waiting-for-officer' || c.state.kind !== 'live') return undefined;
  const place = await placeInLine(deps, c, now);
  return place === null ? undefined : { ahead: place.ahead, minutes: place.minutes };
};
