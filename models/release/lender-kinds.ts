/** The closed lists about lenders: what kinds there are, how they stand, why an application goes back, what may befall one. */

export const lenderKinds = ['bank', 'auto-finance', 'other'] as const;
export type LenderKind = (typeof lenderKinds)[number];

export const lenderStates = ['applied', 'approved', 'returned', 'suspended'] as const;
export type LenderStateName = (typeof lenderStates)[number];

/** Why an application goes back; all that apply are told at once. */
export const returnReasons = [
  'code-differs',
  'name-differs',
  'licence-missing',
  'licence-unreadable',
  'licence-expired',
  'seal-missing',
  'seal-unreadable',
  'contact-not-reached',
  'not-a-lender',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Closed words and ids only: audit lines are drawn from it. */
export const lenderHappenings = [
  'lender-entered',
  'lender-applied',
  'lender-changed',
  'lender-approved',
  'lender-returned',
  'lender-suspended',
  'lender-resumed',
  'lender-revealed',
  'lender-agent-added',
] as const;

/** What a lender's contact is told of a decision about it. */
export const lenderNewsNames = ['approve', 'return', 'suspend', 'resume'] as const;
export type LenderNews = (typeof lenderNewsNames)[number];
