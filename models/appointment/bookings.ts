/** How the office files its appointments, its queue and its calendars: what can be asked of the filing room and what it promises. */
import type { BookingId, OfficeId, StaffId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day, Instant } from '../time.ts';
import type { Booking, Reference } from './booking.ts';
import type { Ticket } from './queue.ts';
import type { AgentCalendar, DeskCalendar, ResourceId } from './resource.ts';
import type { AppointmentKind } from './rules.ts';
import type { TakenPlace } from './slots.ts';

export interface Bookings {
  find(id: BookingId): Promise<Outcome<Booking>>;
  /**
   * Record, places and the next step in one transaction. `stale`: somebody changed the record first. `taken`: somebody has one of the
   * places. What is held counts as free once its time is over at `now`.
   */
  commit(before: Booking | undefined, after: Booking, now: Instant): Promise<'done' | 'stale' | 'taken'>;
  /** The places of these days that somebody has, and those whose hold is over. */
  taken(resources: readonly ResourceId[], from: Day, to: Day): Promise<TakenPlace[]>;
  /** All of an office's day by time; without those that were never confirmed. */
  onDay(office: OfficeId, day: Day): Promise<Booking[]>;
  of(reference: Reference): Promise<Booking[]>;
  /** Whose next step has come: costs what is due. */
  due(now: Instant, limit: number): Promise<Booking[]>;
  /** Whom the office has to call. */
  toCall(office: OfficeId, kind: AppointmentKind, limit: number): Promise<Booking[]>;
}

export interface Queue {
  find(reference: Reference): Promise<Ticket | undefined>;
  /** False: somebody else wrote first. */
  save(ticket: Ticket): Promise<boolean>;
  /** A sign of life; false when there is nobody. */
  seen(reference: Reference, now: Instant): Promise<boolean>;
  /** In the order of the line: as they came, with the head start of the green lane. */
  waiting(office: OfficeId, kind: AppointmentKind, limit: number): Promise<Ticket[]>;
  countAhead(office: OfficeId, kind: AppointmentKind, place: Instant): Promise<number>;
  /** Called and on their way, or silent for long: costs what is due. */
  due(now: Instant, limit: number): Promise<Ticket[]>;
  called(office: OfficeId, kind: AppointmentKind): Promise<Ticket[]>;
}

export interface Calendars {
  desk(office: OfficeId, kind: AppointmentKind): Promise<DeskCalendar>;
  agents(agents: readonly StaffId[]): Promise<Map<StaffId, AgentCalendar>>;
  /** False: somebody else wrote first. */
  saveDesk(office: OfficeId, kind: AppointmentKind, calendar: DeskCalendar): Promise<boolean>;
  saveAgent(agent: StaffId, calendar: AgentCalendar): Promise<boolean>;
}
