/** When an officer will look at what was left for them. */
import { openingAt } from '../../models/office/opening.ts';
import { sayInstant, sayWeekHours } from './say-days.ts';
import type { Scene } from './talk.ts';

/** When somebody will look at a message: the next opening, or today while it is open. */
export function lookedAt({ office, now, p }: Scene): string {
  const opening = openingAt(office, now);
  if (opening.open) return p.today;
  return opening.next === undefined ? sayWeekHours(office, now, p) : sayInstant(opening.next, now, p);
}
