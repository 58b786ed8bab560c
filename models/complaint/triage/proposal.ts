/** What the system proposes for a matter just filed: whether it is the office's, whose otherwise, what went wrong and how urgent it is. A person decides. */
import * as z from 'zod';
import { CauseCode, ProblemKind, Urgency } from '../kinds.ts';
import { TriageRule } from './rules.ts';

export const Triage = z.strictObject({
  /** The vehicle office's own matter. */
  mine: z.boolean(),
  window: z.enum(['accept', 'redirect', 'refuse']),
  /** The agency or company whose matter it is, in Chinese; with `redirect` only. */
  whose: z.string().max(80).optional(),
  /** Why it is not the window's own; with `redirect` and `refuse`. Its sentence is in the phrasebook. */
  rule: TriageRule.optional(),
  problem: ProblemKind,
  cause: CauseCode,
  /** An id of the catalogue; only where the matter is the office's own and one service is clearly meant. */
  service: z.string().max(60).optional(),
  urgency: Urgency,
  /** The person's own words that led here, as they were written. */
  because: z.array(z.string().max(40)).max(5),
  /** How sure the choice of the window is, 0 to 1. */
  sure: z.number().min(0).max(1),
});
export type Triage = z.infer<typeof Triage>;
