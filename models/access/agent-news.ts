/** What is told about a lender's agent. */
import type { MandateWarning } from './mandate.ts';

export const agentNews = ['mandate-30', 'mandate-7', 'mandate-1'] as const satisfies `mandate-${MandateWarning}`[];
