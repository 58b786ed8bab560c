/** The times that can be booked: all of them for a page, three that differ for a talk. */
import type { ListSlots } from '../../models/appointment/requests.ts';
import { nextThree, type Slot } from '../../models/appointment/slots.ts';
import type { BookingId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { neededFor, slotsFor } from './needed.ts';

export type Slots = { slots: Slot[]; three: Slot[] };

/** `moving`: the appointment that looks for another time. */
export async function listSlots(
  deps: Pick<Deps, 'bookings' | 'calendars' | 'now'>,
  { wish, ...needs }: ListSlots,
  moving?: BookingId,
): Promise<Outcome<Slots>> {
  const needed = await neededFor(deps, needs);
  if (!needed.ok) return needed;
  const slots = await slotsFor(deps, needed.value, wish, deps.now(), moving);
  return done({ slots, three: nextThree(slots) });
}
