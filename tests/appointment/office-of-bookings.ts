/** Appointments at a real filing room for tests: at any hour, for invented matters, with invented agents. */
import { confirmBooking, holdSlot } from '../../functions/appointment/book.ts';
import type { Booked } from '../../functions/appointment/change-booking.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import type { HoldSlot } from '../../models/appointment/requests.ts';
import { cellsOf, type TakenPlace } from '../../models/appointment/slots.ts';
import { deskId, type ResourceId } from '../../models/appointment/resource.ts';
import { BookingId, ReleaseId } from '../../models/ids.ts';
import { dayOf, type Instant } from '../../models/time.ts';

export const asks = (deps: Deps, start: string, over: Partial<HoldSlot> = {}): HoldSlot => ({
  id: BookingId.parse(deps.newId()),
  office: 'yinchuan',
  kind: 'video-release',
  reference: { kind: 'release', id: ReleaseId.parse(deps.newId()) },
  number: 'YC-1118-J001',
  start: start as Instant,
  comes: ['citizen'],
  agents: [],
  ...over,
});

export function got(booked: Booked): Booking {
  if (!booked.ok) throw new Error(booked.refusal.detail);
  return booked.value;
}

export async function book(deps: Deps, start: string, over: Partial<HoldSlot> = {}): Promise<Booking> {
  const held = got(await holdSlot(deps, asks(deps, start, over)));
  return got(await confirmBooking(deps, held.id));
}

/** Those who have a place at a time now, in the fullest of its quarters. */
export async function takersAt(
  deps: Deps,
  start: string,
  resource: ResourceId = deskId('yinchuan', 'video-release'),
): Promise<number> {
  const day = dayOf(start as Instant);
  const taken = await deps.bookings.taken([resource], day, day);
  const live = (t: TakenPlace): boolean => t.until === undefined || t.until > deps.now();
  return Math.max(...cellsOf(start as Instant, 30).map((cell) => taken.filter((t) => t.at === cell && live(t)).length));
}
