/** An office's day as its people see it: appointments by time, the queue, and what the desk can take. */
import type { BookingId } from '../ids.ts';
import type { Window } from '../office/office.ts';
import type { Day, Instant } from '../time.ts';
import type { Booking, Guest, Reference } from './booking.ts';
import type { Ticket } from './queue.ts';
import type { DeskCalendar } from './resource.ts';
import type { AppointmentKind, SlotRules } from './rules.ts';

export type BookingRow = {
  id: BookingId;
  number: string;
  reference: Reference;
  kind: AppointmentKind;
  start: Instant;
  minutes: number;
  comes: Guest[];
  arrived: Guest[];
  state: Booking['state']['name'];
  /** Who was missing, or why it was called off. */
  because?: string;
  heldUntil?: Instant;
  missedBefore: number;
  callDue: boolean;
  /** How often the office has called in vain. */
  tries: number;
  /** Of a call-back: what it is about, whose phone, who comes first. */
  talk?: { need: string; phone?: string; first: boolean };
};

export type TicketRow = {
  reference: Reference;
  number: string;
  joinedAt: Instant;
  state: 'waiting' | 'called';
  /** Minutes until their turn. */
  wait: number;
  silent: boolean;
  first: boolean;
  calledBy?: string;
  until?: Instant;
};

/** What the desk can take on one day. */
export type DeskDay = {
  windows: readonly Window[];
  closed: boolean;
  places: number;
  bookable: number;
  holiday?: string;
};

export type OfficeDay = {
  day: Day;
  now: Instant;
  bookings: BookingRow[];
  toCall: BookingRow[];
  queue: TicketRow[];
  desk: DeskDay;
  rules: Pick<SlotRules, 'slotMinutes' | 'waitMinutes' | 'aheadDays' | 'example'>;
};
export type DeskSettings = DeskCalendar & {
  kind: AppointmentKind;
  usualPlaces: number;
  keptForNow: number;
  example: boolean;
  /** Appointments that stand on days that are closed: they have to be moved. */
  onClosedDays: BookingRow[];
};

export const bookingRow = (b: Booking): BookingRow => ({
  id: b.id,
  number: b.number,
  reference: b.reference,
  kind: b.kind,
  start: b.start,
  minutes: b.minutes,
  comes: b.comes,
  arrived: b.arrived,
  state: b.state.name,
  ...('who' in b.state ? { because: b.state.who } : 'reason' in b.state ? { because: b.state.reason } : {}),
  ...('until' in b.state ? { heldUntil: b.state.until } : {}),
  missedBefore: b.missedBefore,
  callDue: b.callDue,
  tries: b.tries ?? 0,
});

export const ticketRow = (t: Ticket, wait: number, silent: boolean): TicketRow => ({
  reference: t.reference,
  number: t.number,
  joinedAt: t.joinedAt,
  state: t.state.name === 'called' ? 'called' : 'waiting',
  wait,
  silent,
  first: t.greenLane === true,
  ...(t.state.name === 'called' ? { calledBy: t.state.by, until: t.state.until } : {}),
});
