/** The agents whose mandates end soon, and the managers of their office, hear of it: thirty days before, seven, and one, once each. */
import type { Staff } from '../../models/access/staff.ts';
import { mandateWarningDays, warnedSpan, warningDue, type MandateWarning } from '../../models/access/mandate.ts';
import { OfficeId } from '../../models/ids.ts';
import { dayOf, minuteOfDay, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { queueNotices } from './queue-notices.ts';

/** On the hour, in the day: whoever is told can do something about it. */
export const isTimeToWarn = (now: Instant): boolean => {
  const minute = minuteOfDay(now);
  return minute % 60 === 0 && minute >= 9 * 60 && minute <= 17 * 60;
};

const AT_ONCE = 500;

/** May be asked as often as one likes: each warning has one name. */
export async function warnOfMandates(deps: Deps): Promise<void> {
  const now = deps.now();
  for (const office of OfficeId.options)
    for (const days of mandateWarningDays) {
      const { from, until } = warnedSpan(days, dayOf(now));
      for (const agent of await deps.staff.mandatesEnding(office, from, until, AT_ONCE)) await warn(deps, agent, days);
    }
}

async function warn(deps: Deps, agent: Staff, days: MandateWarning): Promise<void> {
  const { id, office, mandate, active, wishes } = agent;
  const now = deps.now();
  if (!active || mandate === undefined || warningDue(mandate, givenAt(agent), now) !== days) return;
  const of = { version: Number(mandate.until.replaceAll('-', '')), index: days, office, at: now, urgent: false };
  const news = `mandate-${days}` as const;
  await queueNotices(deps, [
    {
      ...of,
      about: { kind: 'agent', id, to: 'self', news },
      channel: 'sms',
      ...(wishes?.quiet === undefined ? {} : { quiet: wishes.quiet }),
    },
    { ...of, about: { kind: 'agent', id, to: 'desk', news }, channel: 'desk' },
  ]);
}

const givenAt = ({ history }: Staff): Instant =>
  history.findLast(({ what }) => what === 'staff-created' || what === 'mandate-renewed')?.at ?? ('' as Instant);
