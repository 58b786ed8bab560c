/** The hour of an appointment: somebody is in the waiting room, is met, did not come, is called. */
import type { Guest } from '../../models/appointment/booking.ts';
import { arrive, meet, miss, noteCalled } from '../../models/appointment/changes.ts';
import { slotRulesOf } from '../../models/appointment/rules.ts';
import type { BookingId, StaffId } from '../../models/ids.ts';
import { refused } from '../../models/outcome.ts';
import { changeBooking, type Booked, type BookingDeps } from './change-booking.ts';

export const markArrived = (deps: BookingDeps, id: BookingId, who: Guest): Promise<Booked> =>
  changeBooking(deps, id, (b, now) => arrive(b, who, now));

export const markMet = (deps: BookingDeps, id: BookingId, staff: StaffId): Promise<Booked> =>
  changeBooking(deps, id, (b, now) => meet(b, staff, now));

export const markNoShow = (deps: BookingDeps, id: BookingId, who: Guest, staff: StaffId): Promise<Booked> =>
  changeBooking(deps, id, (b, now) => {
    const rules = slotRulesOf(b.office, b.kind);
    return rules === undefined
      ? refused('wrong-state', 'this office does not offer it')
      : miss(b, who, rules, staff, now);
  });

export const markCalled = (deps: BookingDeps, id: BookingId, staff: StaffId): Promise<Booked> =>
  changeBooking(deps, id, (b, now) => noteCalled(b, staff, now));
