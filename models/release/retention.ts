/** How long the record of a call is kept, by what became of it; then it is deleted with proof, unless somebody holds it. */
import * as z from 'zod';
import { addDays, dayOf, type Day, type Instant } from '../time.ts';
import type { Decision } from './evidence.ts';

/**
 * `registration-file`: the recording stands for a signature, so it lives as long as the file it belongs to (archive period of vehicle
 * files: unverified). `refused`: as long as somebody may appeal and ask for the grounds. `no-decision`: broken off or moved to the
 * counter; anchor is 《公安机关现场执法视音频记录工作规定》 art. 13, at least six months, whether it applies is unverified.
 */
export const evidenceClasses = ['registration-file', 'refused', 'no-decision'] as const;
export const EvidenceClass = z.enum(evidenceClasses);
export type EvidenceClass = z.infer<typeof EvidenceClass>;

/** `example`: no office has confirmed it. `graceDays`: between the announcement that something is due and its deletion. */
export const retention = {
  'registration-file': { keepDays: 3653, graceDays: 30, example: true },
  refused: { keepDays: 1096, graceDays: 30, example: true },
  'no-decision': { keepDays: 184, graceDays: 14, example: true },
} as const satisfies Record<EvidenceClass, { keepDays: number; graceDays: number; example: boolean }>;

export const classOf = (decided: z.infer<typeof Decision>['what']): EvidenceClass =>
  decided === 'approved' ? 'registration-file' : decided === 'refused' ? 'refused' : 'no-decision';

export const dueDayOf = (of: EvidenceClass, closedAt: Instant): Day => addDays(dayOf(closedAt), retention[of].keepDays);
