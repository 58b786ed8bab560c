/** A call-back in the officers' list: what it is about and whose phone, masked as everywhere. */
import type { Booking } from '../../models/appointment/booking.ts';
import { bookingRow, type BookingRow } from '../../models/appointment/views.ts';
import { comesFirst } from '../../models/conversation/green-lane.ts';
import { maskPhone } from '../../models/conversation/masking.ts';
import type { Deps } from '../deps.ts';

export async function callRow(deps: Pick<Deps, 'conversations'>, b: Booking): Promise<BookingRow> {
  const row = bookingRow(b);
  if (b.reference.kind !== 'conversation') return row;
  const found = await deps.conversations.find(b.reference.id);
  if (!found.ok) return row;
  const c = found.value.conversation;
  const phone = c.confirmed ?? c.phone;
  return {
    ...row,
    talk: {
      need: c.summary?.need ?? '',
      first: comesFirst(c),
      ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    },
  };
}
