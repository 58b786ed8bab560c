/** Serves call-backs in the middle of a talk: free times, one that is kept, the yes, another time, none at all. */
import type { Booking, Reference } from '../../models/appointment/booking.ts';
import { isLive } from '../../models/appointment/booking.ts';
import type { CallBackDesk, CallTime, CallWish } from '../../models/appointment/call-back-desk.ts';
import { nextThree, type Slot } from '../../models/appointment/slots.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { BookingId, type ConversationId, type DeliveryId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { minuteOfDay } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { remembering, type Once } from '../remembering.ts';
import { cancelBooking, confirmBooking, holdSlot, rescheduleBooking } from './book.ts';
import { callBackLink } from './call-back-link.ts';
import type { BookingDeps } from './change-booking.ts';
import { listSlots } from './list-slots.ts';

const KIND = 'call-back';
/** Somebody else is often a little quicker for the first free time; the day has more of them than this. */
const TRIED = 6;

/** One desk for one message, kept over the rounds of its turn: what was done once is answered from memory. */
export function openCallBacksFor(deps: Deps, delivery: DeliveryId): (c: Conversation) => CallBackDesk {
  const once = remembering();
  return (c) => deskOf(deps, c, delivery, once);
}

function deskOf(deps: Deps, c: Conversation, delivery: DeliveryId, once: Once): CallBackDesk {
  const { office, id: talk } = c;
  return {
    standing: () => once('standing', async () => timeOf(await standingCall(deps, talk))),
    times: async (wish) => nextThree(await freeFor(deps, office, wish)).map(({ start }) => start),
    keep: (wish, number) => once('keep', async () => timeOf(await keepCall(deps, c, wish, number))),
    confirm: (id) => once(`confirm#${id}`, async () => told(await confirmBooking(deps, id))),
    move: (id, start) =>
      once(`move#${start}`, async () => told(await rescheduleBooking(deps, { id, delivery, start }))),
    cancel: (id) =>
      once(`cancel#${id}`, async () => {
        const off = await cancelBooking(deps, id, 'citizen', { delivery });
        return off.ok ? done(undefined) : off;
      }),
    link: (id) => Promise.resolve(callBackLink(deps, id)),
  };
}

export const talkReference = (id: ConversationId): Reference => ({ kind: 'conversation', id });

/** Kept or settled, and not over yet. */
export async function standingCall(deps: BookingDeps, talk: ConversationId): Promise<Booking | undefined> {
  const all = await deps.bookings.of(talkReference(talk));
  const now = deps.now();
  return all.find((b) => b.kind === KIND && isLive(b, now) && (b.start > now || b.callDue));
}

async function freeFor(deps: BookingDeps, office: Conversation['office'], wish: CallWish): Promise<Slot[]> {
  const { notBefore, ...rest } = wish;
  const listed = await listSlots(deps, { office, kind: KIND, agents: [], wish: rest });
  if (!listed.ok) return [];
  return listed.value.slots.filter(({ start }) => notBefore === undefined || minuteOfDay(start) >= notBefore);
}

async function keepCall(
  deps: BookingDeps & Pick<Deps, 'newId'>,
  c: Conversation,
  wish: CallWish,
  number: string,
): Promise<Booking | undefined> {
  const before = await standingCall(deps, c.id);
  if (before?.state.name === 'confirmed') return before;
  if (before !== undefined) await cancelBooking(deps, before.id, 'citizen');
  for (const { start } of (await freeFor(deps, c.office, wish)).slice(0, TRIED)) {
    const held = await holdSlot(deps, {
      id: BookingId.parse(deps.newId()),
      office: c.office,
      kind: KIND,
      reference: talkReference(c.id),
      number,
      start,
      comes: ['citizen'],
      agents: [],
    });
    if (held.ok) return held.value;
    if (held.refusal.kind === 'too-many') return standingCall(deps, c.id);
  }
  return undefined;
}

const timeOf = (b: Booking | undefined): CallTime | undefined =>
  b === undefined ? undefined : { id: b.id, start: b.start, number: b.number, confirmed: b.state.name === 'confirmed' };

const told = (booked: Outcome<Booking>): Outcome<CallTime> => {
  if (!booked.ok) return booked;
  const { id, start, number } = booked.value;
  return done({ id, start, number, confirmed: true });
};
