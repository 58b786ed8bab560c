/**
 * The green lane (绿色通道): elderly and disabled people come first when they say so, switch on the large type, or an officer says it for
 * them. Nobody is asked for proof. Filed is only that somebody comes first: why would be personal data about health.
 */
import type { StaffId } from '../ids.ts';
import { MINUTE, plus, type Instant } from '../time.ts';
import { noted, type Conversation } from './conversation.ts';

/**
 * They stand as if they had come so much earlier. So they go ahead of everybody in an ordinary line, and still nobody who has waited so
 * much longer is overtaken by anyone: the lane can never starve the others. Configuration of the office, not law.
 */
export const greenLaneRules = { headStartMs: 30 * MINUTE } as const;

/** What was said counts; where nothing was said, the large type. */
export const comesFirst = ({ greenLane, elder }: Pick<Conversation, 'greenLane' | 'elder'>): boolean =>
  greenLane ?? elder;

/** Where somebody stands in a line that goes by time; what they were promised stays as it is. */
export const standsAt = (time: Instant, first: boolean): Instant =>
  first ? plus(time, -greenLaneRules.headStartMs) : time;

/** `by`: an officer, for the person. Said twice it is given once. */
export function setGreenLane(c: Conversation, on: boolean, now: Instant, by?: StaffId): Conversation {
  if (c.greenLane === on) return c;
  return noted(
    // Who comes first reads large type, too, and may turn it back at any time.
    { ...c, greenLane: on, elder: on || c.elder },
    { at: now, what: on ? 'lane-given' : 'lane-ended', ...(by === undefined ? {} : { by }) },
  );
}
