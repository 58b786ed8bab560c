/** Whose figures somebody sees: their own office's, and those of the offices that it supervises. */
import type { Officer } from '../access/staff.ts';
import type { OfficeId } from '../ids.ts';
import { officeOf } from '../office/offices.ts';

export const officesSeenBy = (by: Pick<Officer, 'office'>): OfficeId[] => [
  by.office,
  ...officeOf(by.office).supervises,
];

export const maySeeFigures = (by: Pick<Officer, 'office'>, office: OfficeId): boolean =>
  officesSeenBy(by).includes(office);
