/** What befalls a release, or an appointment for it, and is told to those who take part. */

/** `for-you`: somebody else applied in the owner's name. `other-stated`: the other side has stated its will, this one not yet. */
export const releaseNews = [
  'filed',
  'for-you',
  'papers-missing',
  'papers-good',
  'choose-time',
  'agent-took',
  'called',
  'call-broken',
  'other-stated',
  'accepted',
  'approved',
  'refused',
  'to-counter',
  'registered',
  'certificate-here',
  'certificate-ready',
  'certificate-sent',
  'certificate-back',
  'closed',
  'cancelled',
  'expired',
] as const;
export type ReleaseNews = (typeof releaseNews)[number];

/** `proposed`: the lender's agent chose a first time for both; the owner may take another. */
export const bookingNews = [
  'booked',
  'proposed',
  'moved',
  'called-off',
  'day-before',
  'soon',
  'missed',
  'missed-again',
  'other-missed',
] as const;
export type BookingNews = (typeof bookingNews)[number];

/**
 * The owner, or whoever comes in the owner's place; the lender's agent who has it; while nobody has it, the lender's contact. A helper
 * comes at the owner's side, by the owner's link, and has no number here.
 */
export const releaseReaders = ['owner', 'agent', 'contact'] as const;
export type ReleaseReader = (typeof releaseReaders)[number];
