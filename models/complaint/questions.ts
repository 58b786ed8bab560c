/** What is asked about each kind of trouble, and what of it must be answered before the matter can be looked into. */
import type { ProblemKind } from './kinds.ts';

/** Beside what happened, which is always asked and always needed. */
export const askedFields = ['said', 'where', 'when', 'visits', 'wanted', 'service', 'plate'] as const;
export type AskedField = (typeof askedFields)[number];
export type Need = 'needed' | 'welcome';

/**
 * As few as possible are needed: whoever has been sent away three times is not sent away by a form. What is not named here may still
 * be told.
 */
export const questionsOf = {
  'not-accepted': { said: 'needed', where: 'welcome', when: 'welcome', service: 'welcome', plate: 'welcome' },
  overdue: { when: 'needed', service: 'welcome', said: 'welcome', plate: 'welcome' },
  'repeat-visits': { visits: 'needed', said: 'welcome', where: 'welcome', service: 'welcome', plate: 'welcome' },
  'attitude-or-buck-passing': { where: 'needed', when: 'welcome', said: 'welcome' },
  'fee-or-charge': { where: 'needed', said: 'welcome', when: 'welcome', service: 'welcome' },
  'appointment-shortage': { service: 'welcome', when: 'welcome', visits: 'welcome' },
  'system-fault': { when: 'welcome', said: 'welcome', service: 'welcome' },
  'policy-question': { service: 'welcome', wanted: 'welcome' },
  'other-counties-can': { where: 'needed', service: 'welcome', said: 'welcome' },
  'special-need': { wanted: 'needed', where: 'welcome' },
  other: { said: 'welcome', where: 'welcome', when: 'welcome', wanted: 'welcome' },
} as const satisfies Record<ProblemKind, Partial<Record<AskedField, Need>>>;

/** What is needed for this kind and was not told. Without a kind nothing more is needed: a person sorts it. */
export function stillNeeded(
  problem: ProblemKind | undefined,
  told: Partial<Record<AskedField, unknown>>,
): AskedField[] {
  if (problem === undefined) return [];
  const asked: Partial<Record<AskedField, Need>> = questionsOf[problem];
  return askedFields.filter((field) => asked[field] === 'needed' && (told[field] === undefined || told[field] === ''));
}
