/** What the page offers each role. The office checks again; this only keeps buttons away that would be refused. */
import { may } from '../../models/access/permissions.ts';
import type { StaffRole } from '../../models/access/staff.ts';

const acting = new Set<StaffRole>(['officer', 'manager']);
export const mayAct = (role: StaffRole): boolean => acting.has(role);

/** Operators keep the accounts, agents stand outside: neither sees a conversation. */
export const mayRead = (role: StaffRole): boolean => may(role, 'read-desk');

export const mayAdminister = (role: StaffRole): boolean => may(role, 'administer-staff');
