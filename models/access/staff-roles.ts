/** The roles that somebody may have: four of those who work here, and the agents whom lenders send. */
export const officeRoles = ['officer', 'manager', 'auditor', 'operator'] as const;
export const staffRoles = [...officeRoles, 'agent'] as const;
export type StaffRole = (typeof staffRoles)[number];
