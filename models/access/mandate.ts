/** A lender's word that a person may act for it: from which day to which, at which offices. Asked at every request of an agent. */
import * as z from 'zod';
import { AttachmentId, OfficeId } from '../ids.ts';
import { addDays, dayOf, Day, Instant, msOf, DAY, at } from '../time.ts';

export const Mandate = z.strictObject({
  /** Both days count. */
  from: Day,
  until: Day,
  offices: z.array(OfficeId).min(1).max(OfficeId.options.length),
  /** Photos of the paper. */
  papers: z.array(AttachmentId).max(6),
  revokedAt: Instant.optional(),
});
export type Mandate = z.infer<typeof Mandate>;

export const mandateFaults = ['revoked', 'not-yet', 'expired'] as const;
export type MandateFault = (typeof mandateFaults)[number];

export function mandateFault({ from, until, revokedAt }: Mandate, now: Instant): MandateFault | undefined {
  const today = dayOf(now);
  if (revokedAt !== undefined) return 'revoked';
  if (today < from) return 'not-yet';
  return today > until ? 'expired' : undefined;
}

/** The days on which a manager and the agent are told that it ends. */
export const mandateWarnings = { early: 30, late: 7 } as const;

/** Days that are left after today; 0 on the last day, negative when it is over. */
export const daysLeft = ({ until }: Pick<Mandate, 'until'>, now: Instant): number =>
  Math.round((msOf(at(until, 0)) - msOf(at(dayOf(now), 0))) / DAY);

/** Days before the last one on which agent and managers hear of the end, once each. */
export const mandateWarningDays = [30, 7, 1] as const;
export type MandateWarning = (typeof mandateWarningDays)[number];
/** A warning that nobody could send is made good for so long, not later: it would say the wrong number. */
const CATCH_UP_DAYS = 2;

/** The days on which mandates end that a warning may be due for. */
export const warnedSpan = (days: MandateWarning, today: Day): { from: Day; until: Day } => ({
  from: addDays(today, Math.max(0, days - CATCH_UP_DAYS)),
  until: addDays(today, days),
});

/** `given`: when it was written down; whoever wrote it knows how long it lasts. */
export function warningDue(mandate: Mandate, given: Instant, now: Instant): MandateWarning | undefined {
  if (mandateFault(mandate, now) !== undefined) return undefined;
  const left = daysLeft(mandate, now);
  const due = mandateWarningDays.find((days) => left <= days && left >= Math.max(0, days - CATCH_UP_DAYS));
  return due !== undefined && dayOf(given) < addDays(mandate.until, -due) ? due : undefined;
}
