/** What may become of an appointment; whoever missed one may always book again. */
import type { BookingId, OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { MINUTE, plus, type Instant } from '../time.ts';
import { noted, type Booking, type CancelReason, type Guest, type Reference, type ReminderName } from './booking.ts';
import type { AppointmentKind, SlotRules } from './rules.ts';
import type { Place } from './slots.ts';

export type Asked = {
  id: BookingId;
  kind: AppointmentKind;
  office: OfficeId;
  reference: Reference;
  number: string;
  start: Instant;
  comes: Guest[];
};
/** Where it is, and with whom. */
export type Seated = { places: Place[]; agent?: StaffId };
type By = StaffId | undefined;
const by = (staff: By): { by?: StaffId } => (staff === undefined ? {} : { by: staff });

export function hold(asked: Asked, seated: Seated, rules: SlotRules, missedBefore: number, now: Instant): Booking {
  return noted(
    {
      ...asked,
      ...seated,
      version: 0,
      minutes: rules.slotMinutes - rules.bufferMinutes,
      state: { name: 'held', until: plus(now, rules.holdMinutes * MINUTE) },
      sequence: 0,
      reminded: [],
      arrived: [],
      missedBefore,
      callDue: false,
      settledAt: now,
      lastAt: now,
      deliveries: [],
      history: [],
    },
    now,
    { what: 'booking-held' },
  );
}

/** `seated`: taken anew, because the hold had run out before the yes came. */
export function confirm(b: Booking, seated: Seated | undefined, staff: By, now: Instant): Outcome<Booking> {
  if (b.state.name === 'confirmed') return done(b);
  const late = b.state.name === 'expired' || (b.state.name === 'held' && b.state.until <= now);
  if (b.state.name !== 'held' && !late)
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot be confirmed`);
  if (late && seated === undefined) return refused('wrong-state', 'this time is taken');
  return done(
    noted({ ...b, ...seated, state: { name: 'confirmed', at: now }, settledAt: now }, now, {
      what: 'booking-confirmed',
      ...by(staff),
    }),
  );
}

/** To another time; the old one is given up by the same write that takes the new one. */
export function move(
  b: Booking,
  start: Instant,
  seated: Seated,
  rules: SlotRules,
  staff: By,
  now: Instant,
): Outcome<Booking> {
  if (b.state.name !== 'held' && b.state.name !== 'confirmed')
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot be moved: book a new one`);
  const { agent: _agent, ...rest } = b;
  const held = b.state.name === 'held';
  return done(
    noted(
      {
        ...rest,
        ...seated,
        start,
        callDue: false,
        ...(b.tries === undefined ? {} : { tries: 0 }),
        minutes: rules.slotMinutes - rules.bufferMinutes,
        state: held ? { name: 'held', until: plus(now, rules.holdMinutes * MINUTE) } : b.state,
        sequence: b.sequence + (held ? 0 : 1),
        reminded: [],
        arrived: [],
        settledAt: now,
      },
      now,
      { what: 'booking-moved', ...by(staff) },
    ),
  );
}

/** At the same time another of the lender's agents comes. */
export function handOn(b: Booking, seated: Seated, now: Instant): Outcome<Booking> {
  if (b.state.name !== 'confirmed')
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot be moved: book a new one`);
  const { agent: _agent, ...rest } = b;
  return done(noted({ ...rest, ...seated }, now, { what: 'booking-handed-on', ...by(seated.agent) }));
}

export function cancel(b: Booking, reason: CancelReason, staff: By, now: Instant): Outcome<Booking> {
  if (b.state.name === 'cancelled') return done(b);
  if (b.state.name !== 'held' && b.state.name !== 'confirmed')
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot be called off`);
  return done(
    noted(
      { ...b, state: { name: 'cancelled', at: now, reason }, callDue: false, places: [], sequence: b.sequence + 1 },
      now,
      {
        what: 'booking-cancelled',
        reason,
        ...by(staff),
      },
    ),
  );
}

/** Somebody is in the waiting room: from now on they cannot have missed it, however late the office is. */
export function arrive(b: Booking, who: Guest, now: Instant): Outcome<Booking> {
  if (b.arrived.includes(who)) return done(b);
  if (b.state.name !== 'confirmed')
    return refused('wrong-state', `an appointment that is ${b.state.name} has no waiting room`);
  if (!b.comes.includes(who)) return refused('bad-input', 'nobody expects them at this appointment');
  return done(noted({ ...b, arrived: [...b.arrived, who] }, now, { what: 'booking-arrived', reason: who }));
}

/** Also after it was taken for missed: the officer who has the person before them knows better. */
export function meet(b: Booking, staff: StaffId, now: Instant): Outcome<Booking> {
  if (b.state.name === 'met') return done(b);
  if (b.state.name !== 'confirmed' && b.state.name !== 'no-show')
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot take place`);
  return done(
    noted({ ...b, state: { name: 'met', at: now, by: staff }, callDue: false }, now, {
      what: 'booking-met',
      by: staff,
    }),
  );
}

export function miss(b: Booking, who: Guest, rules: SlotRules, staff: By, now: Instant): Outcome<Booking> {
  if (b.state.name === 'no-show') return done(b);
  if (b.state.name !== 'confirmed')
    return refused('wrong-state', `an appointment that is ${b.state.name} cannot be missed`);
  if (!b.comes.includes(who)) return refused('bad-input', 'nobody expects them at this appointment');
  if (rules.officeCalls) return refused('wrong-state', 'nobody comes to this appointment: the office calls');
  if (b.arrived.includes(who)) return refused('wrong-state', 'they are in the waiting room');
  if (now < plus(b.start, rules.waitMinutes * MINUTE)) return refused('wrong-state', 'they still have some minutes');
  const call = who === 'citizen' && b.missedBefore + 1 >= rules.missesForCall;
  return done(
    noted(
      { ...b, state: { name: 'no-show', at: now, who }, callDue: call },
      now,
      { what: 'booking-missed', reason: who, ...by(staff) },
      ...(call ? [{ what: 'booking-call-due' as const }] : []),
    ),
  );
}

export function noteCalled(b: Booking, staff: StaffId, now: Instant): Outcome<Booking> {
  if (!b.callDue) return done(b);
  return done(noted({ ...b, callDue: false }, now, { what: 'booking-called', by: staff }));
}

export const expire = (b: Booking, now: Instant): Booking =>
  noted({ ...b, state: { name: 'expired', at: now }, places: [] }, now, { what: 'booking-expired' });

export const remind = (b: Booking, name: ReminderName, now: Instant): Booking =>
  noted({ ...b, reminded: [...b.reminded, name] }, now, { what: 'booking-reminded', reason: name });
