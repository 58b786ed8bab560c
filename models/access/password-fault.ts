/** The reasons for which a new password is not taken. */

/** Worst first. */
export const listedFaults = [
  'too-short',
  'known',
  'pattern',
  'name',
  'office',
  'plate',
  'number',
  'date',
  'same',
] as const;
export type PasswordFault = (typeof listedFaults)[number];
