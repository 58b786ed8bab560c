/** Who may do what: deny by default. */
import type { OfficeId } from '../ids.ts';
import type { Officer, StaffRole } from './staff.ts';

/** What staff may be allowed to do; each staff route names one. */
export const permissions = {
  'read-own-account': ['officer', 'manager', 'auditor', 'operator'],
  'change-own-account': ['officer', 'manager', 'auditor', 'operator'],
  'administer-staff': ['operator'],
  'read-desk': ['officer', 'manager', 'auditor'],
  'work-desk': ['officer', 'manager'],
  'reveal-personal-data': ['officer', 'manager'],
  'edit-canned-replies': ['officer', 'manager'],
  'read-matters': ['officer', 'manager', 'auditor'],
  'work-matters': ['officer', 'manager'],
  'supervise-matters': ['manager'],
  'read-knowledge': ['officer', 'manager', 'auditor'],
  'edit-knowledge': ['officer', 'manager'],
  'publish-knowledge': ['officer', 'manager'],
  'read-figures': ['manager', 'auditor'],
  'tend-notices': ['manager', 'operator'],
  'read-audit': ['manager', 'auditor'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type Permission = keyof typeof permissions;

export const may = (role: StaffRole, permission: Permission): boolean =>
  (permissions[permission] as readonly StaffRole[]).includes(role);

/** Each office sees itself. The three county offices belong to other cities than Yinchuan, so none of the four stands above another. */
export const maySee = (by: Pick<Officer, 'office'>, office: OfficeId): boolean => by.office === office;
