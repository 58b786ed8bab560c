/**
 * How many late messages WeChat still takes for one person: five within 48 hours of a word of theirs, three within a minute of a tap on the
 * menu, a scan or the first follow. They do not add up: what a new act allows takes the place of what was left.
 */
import * as z from 'zod';
import { HOUR, Instant, MINUTE, plus } from '../time.ts';

const Allowance = z.strictObject({ since: Instant, until: Instant, left: z.int().nonnegative() });
export const Quota = z.strictObject({ words: Allowance.optional(), act: Allowance.optional() });
export type Quota = z.infer<typeof Quota>;

/** The platform's rule since June 2023; with every message it refuses our count is put right. */
export const quotaRules = { words: { count: 5, ms: 48 * HOUR }, act: { count: 3, ms: MINUTE } } as const;

/** Of messages that come out of order the latest counts; a repeated one changes nothing. */
export function allowedBy(quota: Quota, what: 'words' | 'act', at: Instant): Quota {
  const before = quota[what];
  if (before !== undefined && before.since >= at) return quota;
  const { count, ms } = quotaRules[what];
  return { ...quota, [what]: { since: at, until: plus(at, ms), left: count } };
}

/** Until when anything may be sent at all; undefined: not now. */
export const openUntil = ({ words, act }: Quota, now: Instant): Instant | undefined =>
  [words, act]
    .flatMap((a) => (a !== undefined && a.until > now ? [a.until] : []))
    .sort()
    .at(-1);

export const leftNow = ({ words, act }: Quota, now: Instant): number =>
  Math.max(0, ...[words, act].flatMap((a) => (a !== undefined && a.until > now ? [a.left] : [])));

type Allowance = z.infer<typeof Allowance>;
const each = ({ words, act }: Quota, change: (a: Allowance, most: number) => Allowance): Quota => ({
  ...(words === undefined ? {} : { words: change(words, quotaRules.words.count) }),
  ...(act === undefined ? {} : { act: change(act, quotaRules.act.count) }),
});

/** One message more counts against both: the platform does not say which of them it takes from. */
export const spent = (quota: Quota): Quota => each(quota, (a) => ({ ...a, left: Math.max(0, a.left - 1) }));

/** The platform did not take it after all. */
export const givenBack = (quota: Quota): Quota =>
  each(quota, (a, most) => ({ ...a, left: Math.min(most, a.left + 1) }));

/** The platform counts otherwise than we do: it is right. */
export const corrected = (quota: Quota, fault: 'outside-window' | 'count-used', now: Instant): Quota =>
  each(quota, (a) => ({ ...a, left: 0, ...(fault === 'outside-window' && a.until > now ? { until: now } : {}) }));
