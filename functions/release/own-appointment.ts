/** The owner chooses a time for their release, moves it, gives it back; and waits in line now. The release knows each time. */
import { cancelBooking, confirmBooking, holdSlot, rescheduleBooking } from '../appointment/book.ts';
import type { Booked } from '../appointment/change-booking.ts';
import { listSlots, type Slots } from '../appointment/list-slots.ts';
import type { Booking, Reference } from '../../models/appointment/booking.ts';
import type { BookingId, DeliveryId, ReleaseId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { takeForLender } from '../../models/release/changes/agent.ts';
import { book, unbook } from '../../models/release/changes/prepare.ts';
import type { Side } from '../../models/release/parties.ts';
import type { Release } from '../../models/release/release.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';
import { mandateStands } from './mandate-stands.ts';

export const VIDEO_RELEASE = 'video-release';
const DONE: readonly string[] = ['decided', 'registry-done', 'certificate-returned', 'closed', 'cancelled', 'expired'];
export const referenceOf = (id: ReleaseId): Reference => ({ kind: 'release', id });

/** The release, if the owner's side may still meet. */
async function openRelease(deps: Deps, id: ReleaseId): Promise<Outcome<Release>> {
  const found = await deps.releases.find(id);
  if (!found.ok) return found;
  return found.value.sides.includes('owner') ? mayMeet(found.value) : refused('not-found', 'no such release');
}

export const mayMeet = (r: Release): Outcome<Release> =>
  DONE.includes(r.state.name)
    ? refused('wrong-state', `an appointment that is ${r.state.name} cannot be confirmed`)
    : done(r);

/** Whose calendars count besides the desk's: the agent who has it, else any of the lender's; only those whose mandate stands. */
async function agentsFor(deps: Deps, r: Release): Promise<StaffId[]> {
  if (r.lender === undefined) return [];
  const has = r.lender.agent;
  if (has !== undefined && (await mandateStands(deps, has.id, deps.now(), r.office)).ok) return [has.id];
  const agents = await deps.staff.agentsOf(r.lender.lender);
  const standing = await Promise.all(
    agents.slice(0, 12).map(async ({ id }) => ((await mandateStands(deps, id, deps.now(), r.office)).ok ? [id] : [])),
  );
  return standing.flat();
}

/** `together`: owner and agent come to the same time. Alone is always possible: each may state their will in a session of their own. */
const isTogether = (r: Release, wish: boolean, agents: readonly StaffId[]): boolean =>
  wish && r.sides.length === 2 && agents.length > 0;

export async function ownSlots(
  deps: Deps,
  id: ReleaseId,
  together: boolean,
  moving?: BookingId,
): Promise<Outcome<Slots & { together: boolean; mayTogether: boolean }>> {
  const found = await openRelease(deps, id);
  if (!found.ok) return found;
  const agents = await agentsFor(deps, found.value);
  const both = isTogether(found.value, together, agents);
  const slots = await listSlots(
    deps,
    { office: found.value.office, kind: VIDEO_RELEASE, agents: both ? agents : [], wish: {} },
    moving,
  );
  return slots.ok
    ? done({ ...slots.value, together: both, mayTogether: isTogether(found.value, true, agents) })
    : slots;
}

/** Appointments of the release that the owner comes to, newest first. */
export const ownBookings = (deps: Deps, id: ReleaseId): Promise<Booking[]> => bookingsOf(deps, id, 'owner');

export async function bookingsOf(deps: Deps, id: ReleaseId, side: Side): Promise<Booking[]> {
  const all = await deps.bookings.of(referenceOf(id));
  const guest = side === 'owner' ? 'citizen' : 'agent';
  return all.filter(({ comes }) => comes.includes(guest)).sort((a, b) => (a.lastAt > b.lastAt ? -1 : 1));
}

async function ownBooking(deps: Deps, id: ReleaseId, booking: BookingId): Promise<Outcome<Booking>> {
  const found = await deps.bookings.find(booking);
  return found.ok && found.value.reference.id === id && found.value.comes.includes('citizen')
    ? found
    : refused('not-found', 'no such appointment');
}

/** Keeps a time for some minutes while the owner looks at it once more. */
export async function holdOwnSlot(
  deps: Deps,
  id: ReleaseId,
  wish: { booking: BookingId; start: Instant; together: boolean },
): Promise<Booked> {
  const found = await openRelease(deps, id);
  if (!found.ok) return found;
  const agents = await agentsFor(deps, found.value);
  const both = isTogether(found.value, wish.together, agents);
  return holdSlot(deps, {
    id: wish.booking,
    office: found.value.office,
    kind: VIDEO_RELEASE,
    reference: referenceOf(id),
    number: found.value.number,
    start: wish.start,
    comes: both ? ['citizen', 'agent'] : ['citizen'],
    agents: both ? agents : [],
  });
}

/** The yes: the time stands, the release knows it, and the agent whose calendar it took has the release. One time at a time. */
export async function confirmOwnSlot(deps: Deps, id: ReleaseId, booking: BookingId): Promise<Booked> {
  const open = await openRelease(deps, id);
  if (!open.ok) return open;
  const own = await ownBooking(deps, id, booking);
  if (!own.ok) return own;
  const confirmed = await confirmBooking(deps, booking);
  if (!confirmed.ok) return confirmed;
  const before = (await ownBookings(deps, id)).filter((b) => b.id !== booking && b.state.name === 'confirmed');
  for (const earlier of before) await cancelBooking(deps, earlier.id, 'citizen');
  return noteTime(deps, id, confirmed.value);
}

export async function moveOwnSlot(
  deps: Deps,
  id: ReleaseId,
  { booking, start, delivery }: { booking: BookingId; start: Instant; delivery: DeliveryId },
): Promise<Booked> {
  const own = await ownBooking(deps, id, booking);
  if (!own.ok) return own;
  const moved = await rescheduleBooking(deps, { id: booking, delivery, start });
  return moved.ok ? noteTime(deps, id, moved.value) : moved;
}

export async function giveBackOwnSlot(
  deps: Deps,
  id: ReleaseId,
  booking: BookingId,
  delivery?: DeliveryId,
): Promise<Booked> {
  const own = await ownBooking(deps, id, booking);
  if (!own.ok) return own;
  const cancelled = await cancelBooking(deps, booking, 'citizen', delivery === undefined ? {} : { delivery });
  if (!cancelled.ok) return cancelled;
  const kept = await changeRelease(deps, id, (r, now) => {
    const after = unbook(r, booking, now);
    return after.ok ? done({ release: after.value }) : after;
  });
  return kept.ok ? cancelled : kept;
}

/** Times that were taken before the application was filed, in a talk: the release learns of them with its filing. */
export async function takeOverBookings(deps: Deps, id: ReleaseId): Promise<Outcome<void>> {
  for (const booking of (await ownBookings(deps, id)).filter(({ state }) => state.name === 'confirmed')) {
    const kept = await noteTime(deps, id, booking);
    if (!kept.ok) return kept;
  }
  return done(undefined);
}

/** Writes the time into the release (`by`: the lender's agent who moved it); again after a crash in between, for the same time is written once. */
export async function noteTime(deps: Deps, id: ReleaseId, booking: Booking, by?: { id: StaffId }): Promise<Booked> {
  const agent = booking.agent === undefined ? undefined : await deps.staff.find(booking.agent);
  const sides: Side[] = booking.comes.map((guest) => (guest === 'citizen' ? 'owner' : 'lender'));
  const all = await deps.bookings.of(referenceOf(id));
  const live = new Set(all.filter((b) => b.state.name === 'confirmed').map((b) => b.id));
  const kept = await changeRelease(deps, id, async (r, now) => {
    const known = r.bookings.some((one) => one.booking === booking.id && one.startsAt === booking.start);
    const others = r.bookings.filter((one) => one.booking === booking.id || live.has(one.booking));
    if (known && others.length === r.bookings.length) return done({ release: r });
    const booked = book({ ...r, bookings: others }, booking.id, sides, booking.start, now, by);
    if (!booked.ok || agent?.ok !== true) return booked.ok ? done({ release: booked.value }) : booked;
    // Somebody has it already and goes on having it, unless the mandate has ended.
    const has = r.lender?.agent?.id;
    if (has !== undefined && (await mandateStands(deps, has, now, r.office)).ok) return done({ release: booked.value });
    const next = { id: agent.value.id, name: agent.value.name };
    const taken = takeForLender(booked.value, next, now, { stands: false, there: false });
    return done({ release: taken.ok ? taken.value : booked.value });
  });
  return kept.ok ? done(booking) : kept;
}
