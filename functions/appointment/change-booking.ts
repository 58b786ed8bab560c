/** Reads an appointment, lets a rule change it, writes it back with its places; when somebody else was first it reads again. */
import type { Booking } from '../../models/appointment/booking.ts';
import { nextThree, type Slot } from '../../models/appointment/slots.ts';
import type { BookingId, DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { slotsFor, type Needed } from './needed.ts';

export type BookingDeps = Pick<Deps, 'bookings' | 'calendars' | 'now'>;
/** A refusal because somebody was quicker carries what else is free. */
export type Booked = Outcome<Booking> & { instead?: Slot[] };

/** Fifty people at once need some rounds; more than that is a fault, not a race. */
const ROUNDS = 60;
const KEPT_DELIVERIES = 20;

/** Tries until it was written, refused, or found done already (`before` itself). */
export async function written(
  deps: BookingDeps,
  attempt: (now: Instant) => Promise<{ before: Booking | undefined; ruled: Booked }>,
): Promise<Booked> {
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.now();
    const { before, ruled } = await attempt(now);
    if (!ruled.ok || ruled.value === before) return ruled;
    const wrote = await deps.bookings.commit(before, ruled.value, now);
    if (wrote === 'done') return done({ ...ruled.value, version: (before?.version ?? 0) + 1 });
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

export const changeBooking = (
  deps: BookingDeps,
  id: BookingId,
  rule: (booking: Booking, now: Instant) => Booked | Promise<Booked>,
  delivery?: DeliveryId,
): Promise<Booked> =>
  written(deps, async (now) => {
    const found = await deps.bookings.find(id);
    if (!found.ok) return { before: undefined, ruled: found };
    const before = found.value;
    if (delivery !== undefined && before.deliveries.includes(delivery)) return { before, ruled: done(before) };
    const ruled = await rule(before, now);
    if (!ruled.ok || ruled.value === before || delivery === undefined) return { before, ruled };
    const deliveries = [...ruled.value.deliveries, delivery].slice(-KEPT_DELIVERIES);
    return { before, ruled: done({ ...ruled.value, deliveries }) };
  });

/** Said together with what is still free. */
export async function takenAlready(deps: BookingDeps, needed: Needed, now: Instant, but?: BookingId): Promise<Booked> {
  const instead = nextThree(await slotsFor(deps, needed, {}, now, but));
  return { ...refused('wrong-state', 'this time is taken'), instead };
}
