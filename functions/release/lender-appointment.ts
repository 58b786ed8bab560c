/** An agent chooses the first time of a release that they have, or moves it, by the same rules as its owner; an owner who comes is told and has the last word. */
import type { Officer } from '../../models/access/staff.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import type { Slot } from '../../models/appointment/slots.ts';
import { BookingId, type ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { ChooseLenderTime } from '../../models/release/requests.ts';
import type { Release } from '../../models/release/release.ts';
import type { Instant } from '../../models/time.ts';
import { cancelBooking, confirmBooking, holdSlot, rescheduleBooking } from '../appointment/book.ts';
import type { Booked } from '../appointment/change-booking.ts';
import { listSlots } from '../appointment/list-slots.ts';
import type { Deps } from '../deps.ts';
import { releaseInHand } from './lender-releases.ts';
import { bookingsOf, mayMeet, noteTime, ownBookings, referenceOf, VIDEO_RELEASE } from './own-appointment.ts';

type Agent = Pick<Officer, 'id'>;
type Meeting = { release: Release; earlier: Booking[]; booking: Booking | undefined };

async function meetingOf(deps: Deps, by: Agent, id: ReleaseId): Promise<Outcome<Meeting>> {
  const found = await releaseInHand(deps, by.id, id);
  if (!found.ok) return found;
  const open = mayMeet(found.value);
  if (!open.ok) return open;
  const earlier = await bookingsOf(deps, id, 'lender');
  return done({ release: found.value, earlier, booking: earlier.find(({ state }) => state.name === 'confirmed') });
}

/** Free for the office and for the agent who asks. `start`: the time that stands. `together`: the owner comes to it, too. */
export async function lenderTimes(
  deps: Deps,
  by: Agent,
  { id }: { id: ReleaseId },
): Promise<Outcome<{ start?: Instant; together: boolean; slots: Slot[] }>> {
  const found = await meetingOf(deps, by, id);
  if (!found.ok) return found;
  const { release, booking } = found.value;
  const { office } = release;
  const listed = await listSlots(deps, { office, kind: VIDEO_RELEASE, agents: [by.id], wish: {} }, booking?.id);
  if (!listed.ok) return listed;
  const comes = booking?.comes ?? (await whoComes(deps, release));
  return done({
    ...(booking === undefined ? {} : { start: booking.start }),
    together: comes.includes('citizen'),
    slots: listed.value.slots.filter(({ start }) => start !== booking?.start),
  });
}

/** `from`: the time on screen; if the owner chose or moved one meanwhile, the agent is told so before anything changes. */
export async function chooseLenderTime(
  deps: Deps,
  by: Agent,
  { id, delivery, from, start }: ChooseLenderTime,
): Promise<Outcome<{ start: Instant }>> {
  const found = await meetingOf(deps, by, id);
  if (!found.ok) return found;
  const { booking } = found.value;
  const chosen =
    from === undefined || booking === undefined
      ? await bookFirst(deps, by, found.value, start)
      : await rescheduleBooking(deps, { id: booking.id, delivery, start, from, agents: [by.id] }, by.id);
  if (!chosen.ok) return chosen;
  const known = await noteTime(deps, id, chosen.value, by);
  return known.ok ? done({ start: chosen.value.start }) : known;
}

const meanwhile = refused('stale', 'the appointment was moved meanwhile');

async function bookFirst(
  deps: Deps,
  by: Agent,
  { release, earlier, booking }: Meeting,
  start: Instant,
): Promise<Booked> {
  // The same choice once more, after an answer that was lost, finds what it booked.
  if (booking !== undefined && booking.start !== start) return meanwhile;
  const comes = booking?.comes ?? (await whoComes(deps, release));
  // What is only held does not count: after a crash it is found again under its name.
  const n = earlier.filter(({ state }) => state.name !== 'held').length;
  const held =
    booking === undefined
      ? await holdSlot(deps, {
          id: nthBooking(release.id, n),
          office: release.office,
          kind: VIDEO_RELEASE,
          reference: referenceOf(release.id),
          number: release.number,
          start,
          comes,
          agents: [by.id],
        })
      : done(booking);
  if (!held.ok) return held;
  // Of two choices at the same moment both have the same name, and one was first.
  if (held.value.start !== start) return meanwhile;
  const confirmed = await confirmBooking(deps, held.value.id, by.id);
  if (!confirmed.ok || !comes.includes('citizen')) return confirmed;
  const owners = (await ownBookings(deps, release.id)).some(
    ({ id, state }) => id !== confirmed.value.id && state.name === 'confirmed',
  );
  if (!owners) return confirmed;
  // The owner was choosing, too: theirs stands.
  await cancelBooking(deps, confirmed.value.id, 'agent', { staff: by.id });
  return meanwhile;
}

/** Both, unless the owner takes no part, has a time for themselves, or has said what they had to say. */
async function whoComes(deps: Deps, release: Release): Promise<Booking['comes']> {
  const without =
    !release.sides.includes('owner') ||
    release.ticked.some(({ cell }) => cell === 'statement:owner') ||
    (await ownBookings(deps, release.id)).some(({ state }) => state.name === 'confirmed');
  return without ? ['agent'] : ['citizen', 'agent'];
}

/** Named by the release and a running number, so that the same choice twice takes one place. */
const nthBooking = (release: ReleaseId, n: number): BookingId =>
  BookingId.parse(`${release.slice(0, 23)}A${n.toString(10).padStart(2, '0')}`);
