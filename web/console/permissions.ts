/** What the page offers each role. The office checks again; this only keeps buttons away that would be refused. */
import type { StaffRole } from '../../models/access/staff.ts';

const acting = new Set<StaffRole>(['officer', 'manager']);
export const mayAct = (role: StaffRole): boolean => acting.has(role);

/** Operators keep the machines running; they see no conversation, only their own account. */
export const mayRead = (role: StaffRole): boolean => role !== 'operator';
