/** An appointment is taken, said yes to, moved, called off. */
import { cancel, confirm, handOn, hold, move } from '../../models/appointment/changes.ts';
import { isLive, type Booking, type CancelReason } from '../../models/appointment/booking.ts';
import type { HoldSlot, RescheduleBooking } from '../../models/appointment/requests.ts';
import type { BookingId, DeliveryId, StaffId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import { changeBooking, takenAlready, written, type Booked, type BookingDeps } from './change-booking.ts';
import { neededFor, placesFor } from './needed.ts';

const agentsOf = ({ agent }: Pick<Booking, 'agent'>): StaffId[] => (agent === undefined ? [] : [agent]);

/** Keeps a time for ten minutes. The same id again is the same appointment. */
export async function holdSlot(deps: BookingDeps, { agents, ...asked }: HoldSlot): Promise<Booked> {
  const needed = await neededFor(deps, { ...asked, agents });
  if (!needed.ok) return needed;
  const earlier = await deps.bookings.of(asked.reference);
  const live = earlier.filter((b) => b.id !== asked.id && isLive(b, deps.now()));
  if (live.length >= needed.value.rules.mostAtOnce) return refused('too-many', 'this matter has appointments enough');
  const missed = earlier.filter(({ state }) => state.name === 'no-show' && state.who === 'citizen').length;
  return written(deps, async (now) => {
    const known = await deps.bookings.find(asked.id);
    if (known.ok) {
      const same = known.value.reference.id === asked.reference.id;
      return { before: known.value, ruled: same ? known : refused('bad-input', 'this id is another appointment’s') };
    }
    const seated = await placesFor(deps, needed.value, asked.start, now);
    if (seated === undefined) return { before: undefined, ruled: await takenAlready(deps, needed.value, now) };
    return { before: undefined, ruled: done(hold(asked, seated, needed.value.rules, missed, now)) };
  });
}

/** The yes. A late one takes the time again if nobody else has it. */
export const confirmBooking = (deps: BookingDeps, id: BookingId, staff?: StaffId): Promise<Booked> =>
  changeBooking(deps, id, async (b, now) => {
    const late = b.state.name === 'expired' || (b.state.name === 'held' && b.state.until <= now);
    if (!late) return confirm(b, undefined, staff, now);
    const needed = await neededFor(deps, { ...b, agents: agentsOf(b) });
    if (!needed.ok) return needed;
    const seated = await placesFor(deps, needed.value, b.start, now, b.id);
    return seated === undefined ? takenAlready(deps, needed.value, now, b.id) : confirm(b, seated, staff, now);
  });

export const rescheduleBooking = (
  deps: BookingDeps,
  { id, delivery, start, from, agents }: RescheduleBooking,
  staff?: StaffId,
): Promise<Booked> =>
  changeBooking(
    deps,
    id,
    async (b, now) => {
      if (from !== undefined && b.start !== from) return refused('stale', 'the appointment was moved meanwhile');
      const same = b.start === start && (agents === undefined || (b.agent !== undefined && agents.includes(b.agent)));
      if (same && b.state.name === 'confirmed') return done(b);
      const needed = await neededFor(deps, { ...b, agents: agents ?? agentsOf(b) });
      if (!needed.ok) return needed;
      const seated = await placesFor(deps, needed.value, start, now, b.id);
      if (seated === undefined) return takenAlready(deps, needed.value, now, b.id);
      return move(b, start, seated, needed.value.rules, staff, now);
    },
    delivery,
  );

/** To another agent, at the same time; refuses when they are not free then. */
export const handOnBooking = (deps: BookingDeps, id: BookingId, agent: StaffId): Promise<Booked> =>
  changeBooking(deps, id, async (b, now) => {
    if (b.agent === agent) return done(b);
    const needed = await neededFor(deps, { ...b, agents: [agent] });
    if (!needed.ok) return needed;
    const seated = await placesFor(deps, needed.value, b.start, now, b.id);
    return seated === undefined ? takenAlready(deps, needed.value, now, b.id) : handOn(b, seated, now);
  });

export const cancelBooking = (
  deps: BookingDeps,
  id: BookingId,
  reason: CancelReason,
  how: { delivery?: DeliveryId; staff?: StaffId } = {},
): Promise<Booked> => changeBooking(deps, id, (b, now) => cancel(b, reason, how.staff, now), how.delivery);
