/** The four roles that somebody who works here may have. */
export const staffRoles = ['officer', 'manager', 'auditor', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];
