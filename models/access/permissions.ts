/** Who may do what: deny by default. */
import type { OfficeId } from '../ids.ts';
import type { Officer, StaffRole } from './staff.ts';

/** What staff may be allowed to do; each staff route names one. */
export const permissions = {
  'read-own-account': ['officer', 'manager', 'auditor', 'operator', 'agent'],
  'change-own-account': ['officer', 'manager', 'auditor', 'operator', 'agent'],
  'administer-staff': ['operator'],
  'read-desk': ['officer', 'manager', 'auditor'],
  'work-desk': ['officer', 'manager'],
  'reveal-personal-data': ['officer', 'manager'],
  'edit-canned-replies': ['officer', 'manager'],
  'read-matters': ['officer', 'manager', 'auditor'],
  'work-matters': ['officer', 'manager'],
  'supervise-matters': ['manager'],
  'read-releases': ['officer', 'manager', 'auditor'],
  'work-releases': ['officer', 'manager'],
  'read-appointments': ['officer', 'manager', 'auditor'],
  'work-appointments': ['officer', 'manager'],
  'set-calendars': ['manager'],
  /** Sits in the officer's seat of a room, lets people in and leads through the script. */
  'lead-rooms': ['officer', 'manager'],
  'read-knowledge': ['officer', 'manager', 'auditor'],
  'edit-knowledge': ['officer', 'manager'],
  'publish-knowledge': ['officer', 'manager'],
  'read-sheets': ['officer', 'manager', 'auditor'],
  'work-sheets': ['officer', 'manager'],
  /** Looks up by its code what was checked on photos, and notes that it was used. */
  'check-at-counter': ['officer', 'manager'],
  'read-broadcasts': ['officer', 'manager', 'auditor'],
  'write-broadcasts': ['officer', 'manager'],
  'decide-broadcasts': ['manager'],
  'read-figures': ['manager', 'auditor'],
  'issue-api-keys': ['operator'],
  'tend-notices': ['manager', 'operator'],
  'keep-webhooks': ['manager'],
  'keep-sms-templates': ['operator'],
  'read-audit': ['manager', 'auditor'],
  'read-lenders': ['officer', 'manager', 'auditor'],
  'enter-lenders': ['officer', 'manager'],
  'decide-lenders': ['manager'],
  'keep-agents': ['manager'],
  'read-own-lender': ['agent'],
  'file-releases': ['agent'],
  /** Takes on releases of the own lender, comes to their calls, keeps the own hours. */
  'attend-releases': ['agent'],
  'read-evidence': ['officer', 'manager', 'auditor'],
  'record-evidence': ['officer', 'manager'],
  'export-evidence': ['manager', 'auditor'],
  'supervise-evidence': ['manager'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type Permission = keyof typeof permissions;

export const may = (role: StaffRole, permission: Permission): boolean =>
  (permissions[permission] as readonly StaffRole[]).includes(role);

/** Talks and files are seen by their own office alone; whose figures somebody sees besides stands in `aftermath/figure-scope.ts`. */
export const maySee = (by: Pick<Officer, 'office'>, office: OfficeId): boolean => by.office === office;
