/** An appointment: for which matter, when, who comes, which places it takes; held, confirmed, and then met, missed or called off. */
import * as z from 'zod';
import { BookingId, ConversationId, DeliveryId, OfficeId, ReleaseId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { AppointmentKind } from './rules.ts';
import { Place } from './slots.ts';

/** What it is for; other matters get their own kind here. */
export const Reference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('release'), id: ReleaseId }),
  /** A talk whose person is to be called. */
  z.strictObject({ kind: z.literal('conversation'), id: ConversationId }),
]);
export type Reference = z.infer<typeof Reference>;
export const referenceKey = ({ kind, id }: Reference): string => `${kind}#${id}`;

/** Those who come to the office's appointment; they may come to two different ones. */
export const Guest = z.enum(['citizen', 'agent']);
export type Guest = z.infer<typeof Guest>;

export const ReminderName = z.enum(['day-before', 'soon']);
export type ReminderName = z.infer<typeof ReminderName>;

export const cancelReasons = ['citizen', 'agent', 'office', 'done-otherwise', 'closed-day'] as const;
export const CancelReason = z.enum(cancelReasons);
export type CancelReason = z.infer<typeof CancelReason>;

export const BookingState = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('held'), until: Instant }),
  z.strictObject({ name: z.literal('confirmed'), at: Instant }),
  z.strictObject({ name: z.literal('met'), at: Instant, by: StaffId }),
  z.strictObject({ name: z.literal('no-show'), at: Instant, who: Guest }),
  z.strictObject({ name: z.literal('cancelled'), at: Instant, reason: CancelReason }),
  /** Held and never confirmed. */
  z.strictObject({ name: z.literal('expired'), at: Instant }),
]);

/** Closed words and ids only: audit lines and notices are drawn from it. */
export const bookingHappenings = [
  'booking-held',
  'booking-confirmed',
  'booking-moved',
  'booking-handed-on',
  'booking-cancelled',
  'booking-expired',
  'booking-reminded',
  'booking-arrived',
  'booking-met',
  'booking-missed',
  'booking-call-due',
  'booking-called',
  'booking-tried',
] as const;
const Happened = z.strictObject({
  at: Instant,
  what: z.enum(bookingHappenings),
  by: StaffId.optional(),
  /** A word from a closed list: which reminder, who was missing, why it was called off. */
  reason: z.string().max(40).optional(),
});

export const Booking = z.strictObject({
  id: BookingId,
  version: z.int().nonnegative(),
  kind: AppointmentKind,
  office: OfficeId,
  reference: Reference,
  /** The number of the matter, for lists. */
  number: z.string().max(24),
  start: Instant,
  /** As people are told it. */
  minutes: z.int().positive(),
  comes: z.array(Guest).min(1).max(2),
  agent: StaffId.optional(),
  places: z.array(Place).max(64),
  state: BookingState,
  /** Counts moves, for calendar programs. */
  sequence: z.int().nonnegative(),
  reminded: z.array(ReminderName).max(2),
  arrived: z.array(Guest).max(2),
  /** Appointments of the same matter that the citizen missed before. */
  missedBefore: z.int().nonnegative(),
  /** The office has to call: nobody should miss it a third time for want of a word. */
  callDue: z.boolean(),
  /** How often the office has called in vain. */
  tries: z.int().nonnegative().optional(),
  /** Since when it stands at this time. */
  settledAt: Instant,
  lastAt: Instant,
  /** The newest deeds that were taken, so that a repeated delivery has one effect. */
  deliveries: z.array(DeliveryId).max(20),
  history: z.array(Happened).max(60),
});
export type Booking = z.infer<typeof Booking>;
type Happening = z.infer<typeof Happened>;

export const noted = (b: Booking, now: Instant, ...happened: Omit<Happening, 'at'>[]): Booking => ({
  ...b,
  lastAt: now,
  history: [...b.history, ...happened.map((one) => ({ at: now, ...one }))].slice(-60),
});

/** It has places that nobody else can get. */
export const isLive = ({ state }: Pick<Booking, 'state'>, now: Instant): boolean =>
  state.name === 'confirmed' || (state.name === 'held' && state.until > now);
