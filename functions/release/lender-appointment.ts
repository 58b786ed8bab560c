/** An agent moves an appointment of a release that they have, by the same rules as its owner; the owner is told. */
import type { Officer } from '../../models/access/staff.ts';
import { isLive, type Booking } from '../../models/appointment/booking.ts';
import type { Slot } from '../../models/appointment/slots.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { MoveLenderTime } from '../../models/release/requests.ts';
import type { Release } from '../../models/release/release.ts';
import type { Instant } from '../../models/time.ts';
import { rescheduleBooking } from '../appointment/book.ts';
import { listSlots } from '../appointment/list-slots.ts';
import type { Deps } from '../deps.ts';
import { releaseInHand } from './lender-releases.ts';
import { bookingsOf, mayMeet, noteTime } from './own-appointment.ts';

type Agent = Pick<Officer, 'id'>;

async function movable(deps: Deps, by: Agent, id: ReleaseId): Promise<Outcome<{ release: Release; booking: Booking }>> {
  const found = await releaseInHand(deps, by.id, id);
  if (!found.ok) return found;
  const open = mayMeet(found.value);
  if (!open.ok) return open;
  const booking = (await bookingsOf(deps, id, 'lender')).find((b) => isLive(b, deps.now()));
  return booking === undefined ? refused('not-found', 'no such appointment') : done({ release: found.value, booking });
}

/** Free for the office and for the agent who asks. */
export async function lenderTimes(
  deps: Deps,
  by: Agent,
  { id }: { id: ReleaseId },
): Promise<Outcome<{ start: Instant; slots: Slot[] }>> {
  const found = await movable(deps, by, id);
  if (!found.ok) return found;
  const { kind, office, start, id: moving } = found.value.booking;
  const listed = await listSlots(deps, { office, kind, agents: [by.id], wish: {} }, moving);
  return listed.ok ? done({ start, slots: listed.value.slots.filter((slot) => slot.start !== start) }) : listed;
}

/** `from`: the time on screen; if the owner moved it meanwhile, the agent is told so before anything changes. */
export async function moveLenderTime(
  deps: Deps,
  by: Agent,
  { id, delivery, from, start }: MoveLenderTime,
): Promise<Outcome<{ start: Instant }>> {
  const found = await movable(deps, by, id);
  if (!found.ok) return found;
  const moved = await rescheduleBooking(
    deps,
    { id: found.value.booking.id, delivery, start, from, agents: [by.id] },
    by.id,
  );
  if (!moved.ok) return moved;
  const known = await noteTime(deps, id, moved.value, by);
  if (!known.ok) return known;
  return done({ start: moved.value.start });
}
