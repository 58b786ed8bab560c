/** What may be asked about appointments: by citizens through other duties, by agents, officers and managers. */
import * as z from 'zod';
import { BookingId, DeliveryId, OfficeId, StaffId } from '../ids.ts';
import { Day, Instant } from '../time.ts';
import { CancelReason, Guest, Reference } from './booking.ts';
import { AgentCalendar, DeskCalendar } from './resource.ts';
import { AppointmentKind } from './rules.ts';
import { Wish } from './slots.ts';

const Comes = z
  .array(Guest)
  .min(1)
  .max(2)
  .refine((all) => new Set(all).size === all.length, 'each comes once');
const Agents = z.array(StaffId).max(12);
const Number_ = z.string().trim().min(1).max(24);

export const ListSlots = z.strictObject({
  office: OfficeId,
  kind: AppointmentKind,
  /** Any one of them has to be free; none: nobody but the office is needed. */
  agents: Agents,
  wish: Wish.default({}),
});
export type ListSlots = z.infer<typeof ListSlots>;

/** `id` is chosen by the one who asks, so that asking twice takes one place. */
export const HoldSlot = z.strictObject({
  id: BookingId,
  office: OfficeId,
  kind: AppointmentKind,
  reference: Reference,
  number: Number_,
  start: Instant,
  comes: Comes,
  agents: Agents,
});
export type HoldSlot = z.infer<typeof HoldSlot>;
/** `agents`: absent, the one who has it keeps it. `from`: the time on screen; absent, whatever it is. */
export const RescheduleBooking = z.strictObject({
  id: BookingId,
  delivery: DeliveryId,
  start: Instant,
  from: Instant.optional(),
  agents: Agents.optional(),
});
export type RescheduleBooking = z.infer<typeof RescheduleBooking>;

export const JoinQueue = z.strictObject({
  office: OfficeId,
  kind: AppointmentKind,
  reference: Reference,
  number: Number_,
  comes: Comes,
});
export type JoinQueue = z.infer<typeof JoinQueue>;

const kind = AppointmentKind.default('video-release');
export const ShowDay = z.strictObject({ day: Day.optional(), kind });
export type ShowDay = z.infer<typeof ShowDay>;
export const OfficeSlots = z.strictObject({
  kind,
  from: Day.optional(),
  to: Day.optional(),
  booking: BookingId.optional(),
});
export type OfficeSlots = z.infer<typeof OfficeSlots>;
export const OfDesk = z.strictObject({ kind });

/** What an officer does with one appointment. */
export const StaffAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('move'), start: Instant }),
  z.strictObject({ act: z.literal('cancel'), reason: CancelReason }),
  z.strictObject({ act: z.literal('met') }),
  z.strictObject({ act: z.literal('missed'), who: Guest }),
  z.strictObject({ act: z.literal('called') }),
  /** A call-back: what was said stands in the talk afterwards. */
  z.strictObject({ act: z.literal('reached'), words: z.string().trim().min(1).max(1000) }),
  z.strictObject({ act: z.literal('not-reached') }),
]);
export type StaffAct = z.infer<typeof StaffAct>;
export const ActOnBooking = z.strictObject({ id: BookingId, delivery: DeliveryId, what: StaffAct });
export type ActOnBooking = z.infer<typeof ActOnBooking>;

export const ActOnTicket = z.strictObject({ reference: Reference, act: z.enum(['met', 'left']) });
export type ActOnTicket = z.infer<typeof ActOnTicket>;

/** With the version that is on screen. */
export const SetDesk = DeskCalendar.extend({ kind });
export type SetDesk = z.infer<typeof SetDesk>;
export const SetAgentCalendar = AgentCalendar;
export type SetAgentCalendar = AgentCalendar;
