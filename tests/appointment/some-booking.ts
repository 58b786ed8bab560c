/** Invented appointments, and everything that anybody may try with one. */
import fc from 'fast-check';
import type { Booking } from '../../models/appointment/booking.ts';
import {
  arrive,
  cancel,
  confirm,
  hold,
  meet,
  miss,
  move,
  noteCalled,
  type Asked,
} from '../../models/appointment/changes.ts';
import { takeStep } from '../../models/appointment/due-steps.ts';
import { emptyDeskCalendar, deskResource } from '../../models/appointment/resource.ts';
import { slotRulesOf, type SlotRules } from '../../models/appointment/rules.ts';
import { pickPlaces } from '../../models/appointment/slots.ts';
import { BookingId, ReleaseId, StaffId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { MINUTE, plus, type Instant } from '../../models/time.ts';

export const rules = slotRulesOf('yinchuan', 'video-release') as SlotRules;
export const START = '2026-11-20T02:00:00.000Z' as Instant; // Friday, 10:00
export const HELD = '2026-11-18T02:00:00.000Z' as Instant; // Wednesday, 10:00
export const liu = StaffId.parse('liu');

export const asked: Asked = {
  id: BookingId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0'),
  kind: 'video-release',
  office: 'yinchuan',
  reference: { kind: 'release', id: ReleaseId.parse('01JABCDEFGHJKMNPQRSTVWXYZ1') },
  number: 'YC-1118-J001',
  start: START,
  comes: ['citizen', 'agent'],
};
const desk = deskResource('yinchuan', 'video-release', rules, emptyDeskCalendar);
export const placesAt = (start: Instant, now: Instant = HELD) => pickPlaces([desk], [], rules, start, now) ?? [];

export const held = (over: Partial<Asked> = {}, missedBefore = 0, now: Instant = HELD): Booking =>
  hold({ ...asked, ...over }, { places: placesAt(over.start ?? START) }, rules, missedBefore, now);

export function must(outcome: Outcome<Booking>): Booking {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
}
export const confirmed = (over: Partial<Asked> = {}, missedBefore = 0, now: Instant = HELD): Booking =>
  must(confirm(held(over, missedBefore, now), undefined, undefined, now));

/** One deed at some time; the sweep is one of those who act. */
export type Deed = { after: number; do: (b: Booking, now: Instant) => Outcome<Booking> };
const later = '2026-11-23T02:00:00.000Z' as Instant;
export const anyDeeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 * 1440 })),
    do: fc.constantFrom<Deed['do'][]>(
      (b, now) => confirm(b, undefined, undefined, now),
      (b, now) => confirm(b, { places: placesAt(b.start) }, undefined, now),
      (b, now) => move(b, later, { places: placesAt(later) }, rules, undefined, now),
      (b, now) => move(b, START, { places: placesAt(START) }, rules, liu, now),
      (b, now) => cancel(b, 'citizen', undefined, now),
      (b, now) => arrive(b, 'citizen', now),
      (b, now) => arrive(b, 'agent', now),
      (b, now) => meet(b, liu, now),
      (b, now) => miss(b, 'citizen', rules, liu, now),
      (b, now) => noteCalled(b, liu, now),
      (b, now) => done(takeStep(b, rules, now) ?? b),
    ),
  }),
  { maxLength: 14 },
);

/** Each deed in the order of its time; what is refused changes nothing. */
export function lived(deeds: readonly Deed[], missedBefore = 0): { booking: Booking; now: Instant }[] {
  let booking = held({}, missedBefore);
  const life = [{ booking, now: HELD }];
  for (const deed of deeds.toSorted((a, b) => a.after - b.after)) {
    const now = plus(HELD, deed.after * MINUTE);
    const outcome = deed.do(booking, now);
    if (outcome.ok) booking = outcome.value;
    life.push({ booking, now });
  }
  return life;
}
