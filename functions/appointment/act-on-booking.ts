/** What an officer does with one appointment of the own office, and which other times it could have. */
import type { Officer } from '../../models/access/staff.ts';
import { maySee } from '../../models/access/permissions.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import type { ActOnBooking, OfficeSlots } from '../../models/appointment/requests.ts';
import type { Slot } from '../../models/appointment/slots.ts';
import type { BookingRow } from '../../models/appointment/views.ts';
import type { BookingId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { markCalled, markMet, markNoShow } from './attend.ts';
import { callRow } from './call-row.ts';
import { calledInVain, reachedByCall } from './end-call.ts';
import { cancelBooking, rescheduleBooking } from './book.ts';
import type { Booked, BookingDeps } from './change-booking.ts';
import { listSlots, type Slots } from './list-slots.ts';

type By = Pick<Officer, 'id' | 'office' | 'name'>;

export async function actOnBooking(
  deps: Deps,
  by: By,
  { id, delivery, what }: ActOnBooking,
): Promise<Outcome<BookingRow> & { instead?: Slot[] }> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const act = (): Promise<Booked> => {
    switch (what.act) {
      case 'move':
        return rescheduleBooking(deps, { id, delivery, start: what.start }, by.id);
      case 'cancel':
        return cancelBooking(deps, id, what.reason, { delivery, staff: by.id });
      case 'met':
        return markMet(deps, id, by.id);
      case 'missed':
        return markNoShow(deps, id, what.who, by.id);
      case 'called':
        return markCalled(deps, id, by.id);
      case 'reached':
        return reachedByCall(deps, by, { id, delivery, words: what.words });
      case 'not-reached':
        return calledInVain(deps, by, id, delivery);
    }
  };
  const acted = await act();
  return acted.ok ? done(await callRow(deps, acted.value)) : acted;
}

/** Of the desk alone, or those that one appointment, with its agent, could be moved to. */
export async function officeSlots(
  deps: BookingDeps,
  by: By,
  { kind, booking, ...wish }: OfficeSlots,
): Promise<Outcome<Slots>> {
  const moving = booking === undefined ? undefined : await findFor(deps, by, booking);
  if (moving?.ok === false) return moving;
  const agent = moving?.value.agent;
  return listSlots(deps, { office: by.office, kind, agents: agent === undefined ? [] : [agent], wish }, booking);
}

async function findFor(deps: BookingDeps, by: By, id: BookingId): Promise<Outcome<Booking>> {
  const found = await deps.bookings.find(id);
  return found.ok && !maySee(by, found.value.office) ? refused('not-found', 'no such appointment') : found;
}
