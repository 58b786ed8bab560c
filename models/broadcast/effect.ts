/** Whether fewer people asked about something after it was on the air; honest about small numbers. */
import * as z from 'zod';
import { Ratio } from '../aftermath/oversight-views.ts';
import { addDays, type Day } from '../time.ts';

const DAYS = 7;
/** Below so many talks on either side, or so few about the topic in all, nothing is said. */
const ENOUGH = 30;
const ENOUGH_ASKED = 10;
/** Less than one chance in twenty that the difference is chance alone. */
const SURE = 1.96;

export const verdicts = ['not-yet', 'too-few', 'fell', 'rose', 'no-change'] as const;
export const Effect = z.strictObject({
  topic: z.string(),
  /** Talks that asked about it, of all that asked for a guide: the seven days before the programme, and after it. */
  before: Ratio,
  after: Ratio,
  verdict: z.enum(verdicts),
});
export type Effect = z.infer<typeof Effect>;

/** The day of the programme itself belongs to neither. */
export const spansAround = (aired: Day): { before: { from: Day; to: Day }; after: { from: Day; to: Day } } => ({
  before: { from: addDays(aired, -DAYS), to: addDays(aired, -1) },
  after: { from: addDays(aired, 1), to: addDays(aired, DAYS) },
});

export function verdictOf(before: Ratio, after: Ratio, over: boolean): Effect['verdict'] {
  if (!over) return 'not-yet';
  const [n, m] = [before.denominator, after.denominator];
  const asked = before.numerator + after.numerator;
  if (n < ENOUGH || m < ENOUGH || asked < ENOUGH_ASKED) return 'too-few';
  const share = asked / (n + m);
  const spread = Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
  const by = spread === 0 ? 0 : (before.numerator / n - after.numerator / m) / spread;
  return by > SURE ? 'fell' : by < -SURE ? 'rose' : 'no-change';
}
