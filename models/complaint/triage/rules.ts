/** The rules by which a matter is not the window's own: whose door it is instead, or which remedy the law gives. */
import * as z from 'zod';

/**
 * Redirects first, refusals after. Refusals follow what windows refuse elsewhere (涉法涉诉, 信访, private disputes, against law);
 * a person is always told the remedy together with the reason, and a 信访 matter brought here is still registered (信访工作条例 art. 23).
 */
export const redirectRules = ['traffic-police', 'another-agency', 'company-first'] as const;
export const refusalRules = [
  'accident-finding',
  'before-court',
  'under-investigation',
  'penalty-appeal',
  'private-dispute',
  'petition',
  'against-law',
] as const;

export const TriageRule = z.enum([...redirectRules, ...refusalRules]);
export type TriageRule = z.infer<typeof TriageRule>;
