/** The closed lists by which a matter of the “办不成事” window is sorted: what went wrong, why, and how quickly it must be looked at. */
import * as z from 'zod';

/** What went wrong, as the windows elsewhere sort it; the last two before `other` are what 石嘴山 and 晋源 accept beside the national list. */
export const problemKinds = [
  'not-accepted',
  'overdue',
  'repeat-visits',
  'attitude-or-buck-passing',
  'fee-or-charge',
  'appointment-shortage',
  'system-fault',
  'policy-question',
  'other-counties-can',
  'special-need',
  'other',
] as const;
export const ProblemKind = z.enum(problemKinds);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** Why it could not be done: the five causes that 银川 found in its window's first 450 cases, then what those leave open. */
export const causeCodes = [
  'missing-material',
  'cross-department',
  'rigid-policy',
  'system-fault',
  'legacy-issue',
  'conduct',
  'capacity',
  'unclear',
] as const;
export const CauseCode = z.enum(causeCodes);
export type CauseCode = z.infer<typeof CauseCode>;

/** `today`: somebody is in danger or a date is about to pass; `complex`: several bodies, many people or old papers. */
export const urgencies = ['today', 'ordinary', 'complex'] as const;
export const Urgency = z.enum(urgencies);
export type Urgency = z.infer<typeof Urgency>;
