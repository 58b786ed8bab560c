/** What of an appointment's happenings its guests are told. */
import type { Booking } from '../appointment/booking.ts';
import type { BookingNews, ReleaseReader } from '../release/news.ts';
import type { AuditLine } from './audit.ts';

export type BookingWays = Pick<Booking, 'reference' | 'comes' | 'callDue' | 'history'>;
type Guest = BookingWays['comes'][number];
export type SaidOfBooking = { index: number; to: Exclude<ReleaseReader, 'contact'>; news: BookingNews; by?: string };

const readerOf = { citizen: 'owner', agent: 'agent' } as const satisfies Record<Guest, ReleaseReader>;

const caller: Record<string, ReleaseReader> = readerOf;

/** A time that is only held stands on the page of whoever holds it: nobody is told of it. Who calls off knows that they did. */
export function bookingWords(b: BookingWays, happened: AuditLine['happened']): SaidOfBooking[] {
  if (b.history.every(({ what }) => what !== 'booking-confirmed')) return [];
  return happened.flatMap(({ what, reason, by }, index) => {
    const say = (guest: Guest, news: BookingNews): SaidOfBooking[] =>
      b.comes.includes(guest) ? [{ index, to: readerOf[guest], news, ...(by === undefined ? {} : { by }) }] : [];
    const all = (news: BookingNews): SaidOfBooking[] => [...say('citizen', news), ...say('agent', news)];
    switch (what) {
      case 'booking-confirmed':
        return by === undefined ? all('booked') : [...say('citizen', 'proposed'), ...say('agent', 'booked')];
      case 'booking-moved':
        return all('moved');
      case 'booking-cancelled':
        // Done otherwise: what was done is told by itself.
        return reason === 'done-otherwise' ? [] : all('called-off').filter(({ to }) => to !== caller[reason ?? '']);
      case 'booking-reminded':
        return all(reason === 'day-before' ? 'day-before' : 'soon');
      case 'booking-missed':
        return reason === 'agent'
          ? [...say('agent', 'missed'), ...say('citizen', 'other-missed')]
          : [...say('citizen', b.callDue ? 'missed-again' : 'missed'), ...say('agent', 'other-missed')];
      default:
        return [];
    }
  });
}
