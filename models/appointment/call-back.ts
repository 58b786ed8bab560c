/** A call-back: the office calls at an agreed time. Reached, the call's outcome is written into the talk; not reached twice, the person is written to. */
import type { StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { noted, type Booking } from './booking.ts';

/** So often the office calls before it writes instead; configuration, not law. */
export const CALL_TRIES = 2;

/** The first try in vain: the call is still owed. The last: nobody is called for ever, and whoever missed it may book again. */
export function tryInVain(b: Booking, staff: StaffId, now: Instant): Outcome<Booking> {
  if (b.kind !== 'call-back') return refused('wrong-state', 'nobody is called at this appointment');
  if (b.state.name !== 'confirmed')
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot take place`);
  const tries = (b.tries ?? 0) + 1;
  if (tries < CALL_TRIES) return done(noted({ ...b, tries, callDue: true }, now, { what: 'booking-tried', by: staff }));
  return done(
    noted({ ...b, tries, state: { name: 'no-show', at: now, who: 'citizen' }, callDue: false }, now, {
      what: 'booking-missed',
      reason: 'citizen',
      by: staff,
    }),
  );
}

/** The time passed and nobody has called: it stands among the calls that are owed, until somebody does. */
export const overdue = (b: Booking, now: Instant): Booking =>
  noted({ ...b, callDue: true }, now, { what: 'booking-call-due' });
