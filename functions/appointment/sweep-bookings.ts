/** Every minute: holds run out, people are reminded, who did not come has missed it, who fell silent leaves the line. Costs what is due. */
import type { Booking } from '../../models/appointment/booking.ts';
import { reminderDue, takeStep } from '../../models/appointment/due-steps.ts';
import { loseSilent } from '../../models/appointment/queue.ts';
import { slotRulesOf } from '../../models/appointment/rules.ts';
import { done, refused } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeBooking, type BookingDeps } from './change-booking.ts';
import { changeTicket } from './change-ticket.ts';

const AT_ONCE = 100;

/** Whom a word is due to now. */
export async function bookingsToRemind(deps: BookingDeps): Promise<Booking[]> {
  const now = deps.now();
  const due = await deps.bookings.due(now, AT_ONCE);
  return due.filter((b) => {
    const rules = slotRulesOf(b.office, b.kind);
    return rules !== undefined && reminderDue(b, rules, now) !== undefined;
  });
}

/** Answers how many took a step. Repeats and crashes do no harm: the rule looks at the record again. */
export async function sweepBookings(deps: BookingDeps & Pick<Deps, 'queue'>): Promise<number> {
  let steps = 0;
  for (const { id } of await deps.bookings.due(deps.now(), AT_ONCE)) {
    const changed = await changeBooking(deps, id, (b, now) => {
      const rules = slotRulesOf(b.office, b.kind);
      const after = rules === undefined ? undefined : takeStep(b, rules, now);
      return after === undefined ? refused('wrong-state', 'nothing is due any more') : done(after);
    });
    if (changed.ok) steps += 1;
  }
  for (const { reference } of await deps.queue.due(deps.now(), AT_ONCE)) {
    const changed = await changeTicket(deps, reference, (t, now) => {
      const rules = t === undefined ? undefined : slotRulesOf(t.office, t.kind);
      if (t === undefined || rules === undefined) return refused('not-found', 'nobody waits for this');
      // Who is still there is looked at again when the next silence would be too long.
      return done(loseSilent(t, rules, now) ?? { ...t });
    });
    if (changed.ok && changed.value.state.name === 'lost') steps += 1;
  }
  return steps;
}
