/** What the office says in the end: done, explained, handed on or not possible; a “no” cannot be written without rule, reasons and where to go. */
import * as z from 'zod';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** A rule by name and article, 《机动车登记规定》第33条. */
export const Rule = words(120);

/** Why a matter is not taken on: the rule, every reason at once, and the door that is the right one. */
export const Decline = z.strictObject({
  kind: z.enum(['redirect', 'refuse']),
  rule: Rule,
  reasons: z.array(words(300)).min(1).max(8),
  /** Whom to turn to, with what is known of the way there. */
  goTo: words(300),
});
export type Decline = z.infer<typeof Decline>;

const base = { text: words(4000), basis: z.array(Rule).max(8) };
export const Answer = z.discriminatedUnion('outcome', [
  /** It can be done or was done: where to go and whom to ask for. */
  z.strictObject({ outcome: z.literal('done'), ...base, goTo: words(300) }),
  /** A question, answered. */
  z.strictObject({ outcome: z.literal('explained'), ...base, basis: base.basis.min(1) }),
  /** Others do it; the office has passed it on. */
  z.strictObject({ outcome: z.literal('handed-on'), ...base, goTo: words(300) }),
  /** Not possible: rule, all reasons at once, where to go; `report` when the catalogue says it can be done. */
  z.strictObject({
    outcome: z.literal('not-possible'),
    ...base,
    basis: base.basis.min(1),
    reasons: z.array(words(300)).min(1).max(8),
    goTo: words(300),
    report: words(2000).optional(),
  }),
]);
export type Answer = z.infer<typeof Answer>;
export type OutcomeName = Answer['outcome'];
