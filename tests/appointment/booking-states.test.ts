import fc from 'fast-check';
import { Booking, isLive } from '../../models/appointment/booking.ts';
import { arrive, cancel, confirm, meet, miss, move, noteCalled } from '../../models/appointment/changes.ts';
import { nextStepAt, reminderDue, takeStep } from '../../models/appointment/due-steps.ts';
import { MINUTE, plus, type Instant } from '../../models/time.ts';
import { START, anyDeeds, confirmed, held, lived, liu, must, placesAt, rules } from './some-booking.ts';

const at = (clock: string): Instant => `2026-11-${clock}:00.000Z` as Instant;

test('whatever anybody tries, the record stays whole, and who has places has them for its time', () => {
  fc.assert(
    fc.property(anyDeeds, fc.integer({ min: 0, max: 2 }), (deeds, missedBefore) => {
      for (const { booking, now } of lived(deeds, missedBefore)) {
        Booking.parse(booking);
        if (isLive(booking, now)) expect(booking.places).toEqual(placesAt(booking.start));
        if (booking.state.name === 'cancelled' || booking.state.name === 'expired') expect(booking.places).toEqual([]);
        // A hold's end, a reminder or a miss is always ahead, until the appointment is over.
        if (isLive(booking, now) && booking.arrived.length < 2) expect(nextStepAt(booking, rules)).toBeDefined();
      }
    }),
    { numRuns: 1_500 },
  );
}, 60_000);

test('what is over stays over: met, cancelled and expired take no other deed but a yes that comes late', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      const life = lived(deeds).map(({ booking }) => booking.state.name);
      const next = (name: string): string[] =>
        life.flatMap((n, i) => (n === name && life[i + 1] !== undefined ? [life[i + 1] as string] : []));
      expect(new Set(next('met'))).toEqual(new Set(next('met').length > 0 ? ['met'] : []));
      expect(new Set(next('cancelled'))).toEqual(new Set(next('cancelled').length > 0 ? ['cancelled'] : []));
      for (const after of next('expired')) expect(['expired', 'confirmed']).toContain(after);
      for (const after of next('no-show')) expect(['no-show', 'met']).toContain(after);
    }),
    { numRuns: 800 },
  );
}, 60_000);

test('the sweep always moves on: a step that is due is gone once it was taken', () => {
  fc.assert(
    fc.property(anyDeeds, fc.integer({ min: 0, max: 5 * 1440 }), (deeds, wait) => {
      let booking = lived(deeds).at(-1)?.booking as Booking;
      const now = plus(booking.lastAt, wait * MINUTE);
      for (let i = 0; i < 6; i++) booking = takeStep(booking, rules, now) ?? booking;
      const next = nextStepAt(booking, rules);
      if (next !== undefined) expect(next > now).toBe(true);
    }),
    { numRuns: 1_500 },
  );
}, 60_000);

test('nobody who is in the waiting room has ever missed it, and nobody misses it before the waiting is over', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      for (const { booking } of lived(deeds)) {
        if (booking.state.name !== 'no-show') continue;
        expect(booking.arrived).not.toContain(booking.state.who);
        expect(booking.state.at >= plus(booking.start, rules.waitMinutes * MINUTE)).toBe(true);
      }
    }),
    { numRuns: 800 },
  );
}, 60_000);

test('a hold is free again after ten minutes; a yes that comes later needs the places anew', () => {
  const b = held();
  expect(isLive(b, at('18T02:09'))).toBe(true);
  expect(isLive(b, at('18T02:10'))).toBe(false);
  expect(confirm(b, undefined, undefined, at('18T02:10'))).toMatchObject({ refusal: { detail: 'this time is taken' } });
  expect(confirm(b, { places: placesAt(START) }, undefined, at('18T02:30'))).toMatchObject({
    value: { state: { name: 'confirmed' } },
  });
  expect(takeStep(b, rules, at('18T02:10'))).toMatchObject({ state: { name: 'expired' }, places: [] });
});

test('people are reminded the evening before and an hour before, once each', () => {
  let b = confirmed();
  expect(nextStepAt(b, rules)).toBe(at('19T10:00')); // Thursday, 18:00
  expect(takeStep(b, rules, at('19T09:59'))).toBeUndefined();
  b = takeStep(b, rules, at('19T10:00')) as Booking;
  expect(b.history.at(-1)).toMatchObject({ what: 'booking-reminded', reason: 'day-before' });
  expect(nextStepAt(b, rules)).toBe(at('20T01:00'));
  expect(reminderDue(b, rules, at('20T01:00'))).toBe('soon');
  b = takeStep(b, rules, at('20T01:31')) as Booking;
  expect(b.history.at(-1)).toMatchObject({ reason: 'soon' });
  expect(reminderDue(b, rules, at('20T01:32'))).toBeUndefined();
  // Then comes the end of the waiting.
  expect(nextStepAt(b, rules)).toBe(at('20T02:10'));
});

test('who booked after the evening before is not told of it, who was swept late gets one word, none after the beginning', () => {
  const late = confirmed({}, 0, at('19T12:00'));
  expect(nextStepAt(late, rules)).toBe(at('20T01:00'));
  const swept = takeStep(confirmed(), rules, at('20T01:45')) as Booking;
  expect(swept.history.filter((h) => h.what === 'booking-reminded')).toEqual([
    { at: at('20T01:45'), what: 'booking-reminded', reason: 'soon' },
  ]);
  const begun = takeStep(confirmed(), rules, at('20T02:05')) as Booking;
  expect(begun.history.some((h) => h.what === 'booking-reminded')).toBe(false);
});

test('somebody who shows up before a reminder was swept is still reminded, and a late sweep after the beginning only moves on', () => {
  const early = must(arrive(confirmed(), 'agent', at('19T10:01')));
  expect(takeStep(early, rules, at('19T10:02'))).toMatchObject({ reminded: ['day-before'] });
  const both = must(arrive(must(arrive(confirmed(), 'agent', at('20T01:59'))), 'citizen', at('20T01:59')));
  const swept = takeStep(both, rules, at('20T02:30')) as Booking;
  expect(swept).toMatchObject({ state: { name: 'confirmed' }, reminded: ['day-before', 'soon'] });
  expect(takeStep(swept, rules, at('20T02:31'))).toBeUndefined();
});

test('moving reminds anew, counts up for calendar programs and keeps what a colleague wrote', () => {
  const told = takeStep(confirmed(), rules, at('19T10:00')) as Booking;
  const to = at('24T02:00');
  const moved = must(move(told, to, { places: placesAt(to) }, rules, liu, at('19T11:00')));
  expect(moved).toMatchObject({ start: to, sequence: 1, reminded: [], state: { name: 'confirmed' } });
  expect(nextStepAt(moved, rules)).toBe(at('23T10:00'));
});

test('after the second miss the office calls; nobody loses the right to another appointment', () => {
  const first = must(miss(confirmed(), 'citizen', rules, undefined, at('20T02:10')));
  expect(first).toMatchObject({ callDue: false, state: { name: 'no-show', who: 'citizen' } });
  const second = must(miss(confirmed({}, 1), 'citizen', rules, undefined, at('20T02:10')));
  expect(second.callDue).toBe(true);
  expect(must(noteCalled(second, liu, at('20T03:00'))).callDue).toBe(false);
  // The lender's own agent was missing: that is nothing the citizen is called for.
  expect(must(miss(confirmed({}, 1), 'agent', rules, undefined, at('20T02:10'))).callDue).toBe(false);
  expect(held({}, 5).state.name).toBe('held');
});

test('whoever came late and is seen after all has been met', () => {
  const missed = takeStep({ ...confirmed({}, 1), reminded: ['day-before', 'soon'] }, rules, at('20T02:10')) as Booking;
  expect(missed.state).toMatchObject({ name: 'no-show', who: 'citizen' });
  expect(must(meet(missed, liu, at('20T02:20')))).toMatchObject({ state: { name: 'met', by: 'liu' }, callDue: false });
});

test('refusals say what goes instead', () => {
  const cancelled = must(cancel(confirmed(), 'citizen', undefined, at('18T03:00')));
  expect(move(cancelled, START, { places: [] }, rules, undefined, at('18T03:00'))).toMatchObject({
    refusal: { kind: 'wrong-state' },
  });
  expect(miss(confirmed(), 'citizen', rules, liu, at('20T02:09'))).toMatchObject({
    refusal: { detail: 'they still have some minutes' },
  });
  const here = must(arrive(confirmed(), 'citizen', at('20T01:55')));
  expect(miss(here, 'citizen', rules, liu, at('20T02:30'))).toMatchObject({
    refusal: { detail: 'they are in the waiting room' },
  });
  expect(arrive(confirmed({ comes: ['agent'] }), 'citizen', at('20T01:55'))).toMatchObject({
    refusal: { kind: 'bad-input' },
  });
});
