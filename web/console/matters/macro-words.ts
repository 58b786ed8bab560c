/** What a macro's step is called. */
import type { MacroStep } from '../../../models/complaint/macro.ts';
import type { Phrases } from '../phrases.ts';

export const actLabel = (step: MacroStep, t: Phrases): string => {
  const { acts } = t.matters.macros;
  return (step.act === 'accept' && step.take ? acts['acceptTake'] : acts[step.act]) ?? step.act;
};
