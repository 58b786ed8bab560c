import { cancelBooking, confirmBooking, holdSlot, rescheduleBooking } from '../../functions/appointment/book.ts';
import { markArrived, markCalled, markMet, markNoShow } from '../../functions/appointment/attend.ts';
import { readAgentCalendar, readDesk, setAgentCalendar, setDesk } from '../../functions/appointment/keep-calendars.ts';
import { listSlots } from '../../functions/appointment/list-slots.ts';
import { bookingsToRemind, sweepBookings } from '../../functions/appointment/sweep-bookings.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import { agentId } from '../../models/appointment/resource.ts';
import { DeliveryId, StaffId } from '../../models/ids.ts';
import type { Day } from '../../models/time.ts';
import { officeAt } from '../office-of-matters.ts';
import { delivery, openWorld, type World } from '../world.ts';
import { asks, book, got, takersAt } from './office-of-bookings.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const MONDAY = '2026-11-16T01:00:00.000Z';
const zhou = StaffId.parse('zhou');
const ma = StaffId.parse('ma-agent');
const liu = StaffId.parse('liu');
const next = (): DeliveryId => DeliveryId.parse(delivery());

test('of fifty people who reach for the last two places of one time exactly two get it, the others are told what is free', async () => {
  const deps = await officeAt(MONDAY);
  const start = '2026-11-17T02:00:00.000Z';
  const all = await Promise.all(Array.from({ length: 50 }, () => holdSlot(deps, asks(deps, start))));
  expect(all.filter((one) => one.ok)).toHaveLength(2);
  expect(await takersAt(deps, start)).toBe(2);
  const lost = all.filter((one) => !one.ok);
  expect(new Set(lost.map((one) => one.refusal.detail))).toEqual(new Set(['this time is taken']));
  expect(lost.every((one) => one.instead?.length === 3)).toBe(true);
}, 60_000);

test('moving, holding, letting run out and calling off at once never fills a time above its places', async () => {
  const deps = await officeAt(MONDAY);
  const [ten, eleven] = ['2026-11-18T02:00:00.000Z', '2026-11-18T03:00:00.000Z'];
  const early = await Promise.all([ten, ten, eleven, eleven].map((start) => book(deps, start)));
  await holdSlot(await officeAt('2026-11-16T01:05:00.000Z'), asks(deps, '2026-11-18T05:00:00.000Z'));
  const later = await officeAt('2026-11-16T01:20:00.000Z');
  await Promise.all([
    ...early.map((b, i) =>
      rescheduleBooking(later, { id: b.id, delivery: next(), start: (i < 2 ? eleven : ten) as never }),
    ),
    ...early.slice(0, 1).map((b) => cancelBooking(later, b.id, 'citizen')),
    ...Array.from({ length: 10 }, (_, i) => holdSlot(later, asks(later, i % 2 === 0 ? ten : eleven))),
    ...Array.from({ length: 10 }, () => holdSlot(later, asks(later, '2026-11-18T05:00:00.000Z'))),
    sweepBookings(later),
  ]);
  expect(await takersAt(later, ten)).toBeLessThanOrEqual(2);
  expect(await takersAt(later, eleven)).toBeLessThanOrEqual(2);
  expect(await takersAt(later, '2026-11-18T05:00:00.000Z')).toBe(2);
  // Everybody who was told yes has a place, and every place is somebody's who was told yes.
  const day = '2026-11-18' as Day;
  const bookings = (await later.bookings.onDay('yinchuan', day)).filter((b) => b.places.length > 0);
  const taken = await later.bookings.taken(
    [...new Set(bookings.flatMap((b) => b.places.map((p) => p.resource)))],
    day,
    day,
  );
  const live = taken.filter((t) => t.until === undefined || t.until > later.now());
  expect(live.map((t) => `${t.booking}${t.at}`).sort()).toEqual(
    bookings.flatMap((b) => b.places.map((p) => `${b.id}${p.at}`)).sort(),
  );
}, 60_000);

test('a hold is free for the next after ten minutes, without anybody sweeping; its late yes is refused with other times', async () => {
  const deps = await officeAt(MONDAY);
  const start = '2026-11-19T02:00:00.000Z';
  const mine = got(await holdSlot(deps, asks(deps, start)));
  await book(deps, start);
  expect((await holdSlot(deps, asks(deps, start))).ok).toBe(false);
  const later = await officeAt('2026-11-16T01:10:00.000Z');
  await book(later, start);
  expect(await confirmBooking(later, mine.id)).toMatchObject({ ok: false, instead: [{}, {}, {}] });
  expect(await takersAt(later, start)).toBe(2);
  // The sweep writes the hold off and leaves alone what is another's now.
  await sweepBookings(later);
  expect(got(await later.bookings.find(mine.id)).state.name).toBe('expired');
  expect((await later.bookings.onDay('yinchuan', '2026-11-19' as Day)).map((b) => b.id)).not.toContain(mine.id);
  expect(await takersAt(later, start)).toBe(2);
});

test('a late yes to a time that is still free is a yes, also after the hold was written off', async () => {
  const deps = await officeAt(MONDAY);
  const [one, two] = [
    got(await holdSlot(deps, asks(deps, '2026-11-19T03:00:00.000Z'))),
    got(await holdSlot(deps, asks(deps, '2026-11-19T03:00:00.000Z'))),
  ];
  const later = await officeAt('2026-11-16T02:00:00.000Z');
  expect(got(await confirmBooking(later, one.id)).state.name).toBe('confirmed');
  await sweepBookings(later);
  expect(got(await confirmBooking(later, two.id)).state.name).toBe('confirmed');
  expect(await takersAt(later, '2026-11-19T03:00:00.000Z')).toBe(2);
});

test('the same hold, yes, move and cancellation delivered many times have one effect', async () => {
  const deps = await officeAt(MONDAY);
  const ask = asks(deps, '2026-11-20T02:00:00.000Z');
  const held = await Promise.all(Array.from({ length: 6 }, () => holdSlot(deps, ask)));
  expect(held.every((one) => one.ok)).toBe(true);
  await Promise.all(Array.from({ length: 6 }, () => confirmBooking(deps, ask.id)));
  const there = next();
  const move = { id: ask.id, delivery: there, start: '2026-11-20T03:00:00.000Z' as never };
  await Promise.all(Array.from({ length: 6 }, () => rescheduleBooking(deps, move)));
  await rescheduleBooking(deps, { id: ask.id, delivery: next(), start: '2026-11-20T05:00:00.000Z' as never });
  // The first move comes once more, late: the newer one stands.
  const again = got(await rescheduleBooking(deps, move));
  expect(again).toMatchObject({ start: '2026-11-20T05:00:00.000Z', sequence: 2 });
  await Promise.all(Array.from({ length: 3 }, () => cancelBooking(deps, ask.id, 'citizen')));
  const { history } = got(await deps.bookings.find(ask.id));
  expect(history.map((h) => h.what)).toEqual([
    'booking-held',
    'booking-confirmed',
    'booking-moved',
    'booking-moved',
    'booking-cancelled',
  ]);
  expect(await takersAt(deps, '2026-11-20T05:00:00.000Z')).toBe(0);
});

test('who wants to move to a full time keeps the old one', async () => {
  const deps = await officeAt(MONDAY);
  const full = '2026-11-20T06:00:00.000Z';
  await Promise.all([book(deps, full), book(deps, full)]);
  const mine = await book(deps, '2026-11-20T07:00:00.000Z');
  const moved = await rescheduleBooking(deps, { id: mine.id, delivery: next(), start: full as never });
  expect(moved).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
  expect(got(await deps.bookings.find(mine.id))).toMatchObject({ version: mine.version, start: mine.start });
  expect(await takersAt(deps, mine.start)).toBe(1);
});

test('an appointment does not stand in its own way: the same time with another agent, at a full desk', async () => {
  const deps = await officeAt(MONDAY);
  const start = '2026-11-25T02:00:00.000Z';
  const mine = await book(deps, start, { agents: [ma], comes: ['citizen', 'agent'] });
  await book(deps, start);
  const held = got(await holdSlot(deps, asks(deps, '2026-11-25T03:00:00.000Z', { agents: [ma] })));
  const swapped = got(
    await rescheduleBooking(deps, {
      id: held.id,
      delivery: next(),
      start: '2026-11-25T03:00:00.000Z' as never,
      agents: [zhou],
    }),
  );
  expect(swapped.agent).toBe('zhou');
  const other = got(
    await rescheduleBooking(deps, { id: mine.id, delivery: next(), start: start as never, agents: [zhou] }),
  );
  expect(other).toMatchObject({ agent: 'zhou', sequence: 1 });
  expect([
    await takersAt(deps, start),
    await takersAt(deps, start, agentId(ma)),
    await takersAt(deps, start, agentId(zhou)),
  ]).toEqual([2, 0, 1]);
});

test('any one of a lender’s agents is enough, each as often as the own calendar allows, and the least busy one is asked', async () => {
  const deps = await officeAt(MONDAY);
  const usual = await readAgentCalendar(deps, zhou);
  const own = { ...usual, closed: ['2026-11-24' as Day] };
  const set = await Promise.all([1, 2].map(() => setAgentCalendar(deps, zhou, own)));
  expect(set.filter((one) => one.ok)).toHaveLength(1);
  expect(await readAgentCalendar(deps, zhou)).toEqual({ ...own, version: 1 });
  const start = '2026-11-23T02:00:00.000Z';
  const two = await Promise.all(
    [1, 2].map(() => book(deps, start, { agents: [zhou, ma], comes: ['citizen', 'agent'] })),
  );
  expect(two.map((b) => b.agent).sort()).toEqual(['ma-agent', 'zhou']);
  expect(await takersAt(deps, start, agentId(zhou))).toBe(1);
  const wish = { from: '2026-11-24' as Day, to: '2026-11-24' as Day };
  const of = async (agents: StaffId[]) => {
    const listed = await listSlots(deps, { office: 'yinchuan', kind: 'video-release', agents, wish });
    return listed.ok ? listed.value.slots.length : -1;
  };
  expect(await of([zhou])).toBe(0);
  expect(await of([zhou, ma])).toBe(14);
});

test('an agent’s place is one for all offices', async () => {
  const deps = await officeAt(MONDAY);
  const start = '2026-11-23T03:00:00.000Z';
  const taken = await Promise.all(
    Array.from({ length: 20 }, () => holdSlot(deps, asks(deps, start, { agents: [zhou], comes: ['agent'] }))),
  );
  expect(taken.filter((one) => one.ok)).toHaveLength(1);
  expect(await takersAt(deps, start, agentId(zhou))).toBe(1);
}, 60_000);

test('a manager closes a day: it is offered no more, what stands on it is listed to be moved; of two managers one saves', async () => {
  const deps = await officeAt(MONDAY);
  const booked = await book(deps, '2026-11-27T02:00:00.000Z');
  const chen = { office: 'yinchuan' } as const;
  const set = {
    kind: 'video-release',
    version: 0,
    closed: ['2026-11-27' as Day],
    placesOn: { ['2026-11-26' as Day]: 10 },
  } as const;
  const both = await Promise.all([1, 2].map(() => setDesk(deps, chen, { ...set, closed: [...set.closed] })));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const desk = await readDesk(deps, chen, 'video-release');
  expect(desk).toMatchObject({ value: { version: 1, onClosedDays: [{ id: booked.id }] } });
  const listed = await listSlots(deps, {
    office: 'yinchuan',
    kind: 'video-release',
    agents: [],
    wish: { from: '2026-11-26' as Day, to: '2026-11-27' as Day },
  });
  expect(listed).toMatchObject({ ok: true });
  const slots = listed.ok ? listed.value.slots : [];
  expect(slots).toHaveLength(14);
  expect(slots[0]).toMatchObject({ left: 7 });
  expect((await holdSlot(deps, asks(deps, '2026-11-27T03:00:00.000Z'))).ok).toBe(false);
  await cancelBooking(deps, booked.id, 'closed-day', { staff: liu });
});

test('the sweep reminds when it is due, takes who did not come for missed, and asks to be called the second time', async () => {
  const monday = await officeAt(MONDAY);
  const first = await book(monday, '2026-11-17T05:00:00.000Z');
  const evening = await officeAt('2026-11-16T10:00:30.000Z');
  expect((await bookingsToRemind(evening)).map((b) => b.id)).toContain(first.id);
  await Promise.all([sweepBookings(evening), sweepBookings(evening), sweepBookings(evening)]);
  expect((await bookingsToRemind(evening)).map((b) => b.id)).not.toContain(first.id);
  const told = (b: Booking): string[] =>
    b.history.filter((h) => h.what === 'booking-reminded').map((h) => h.reason ?? '');
  expect(told(got(await evening.bookings.find(first.id)))).toEqual(['day-before']);
  await sweepBookings(await officeAt('2026-11-17T04:30:00.000Z'));
  expect(told(got(await evening.bookings.find(first.id)))).toEqual(['day-before', 'soon']);
  const after = await officeAt('2026-11-17T05:10:00.000Z');
  await sweepBookings(after);
  expect(got(await after.bookings.find(first.id))).toMatchObject({
    state: { name: 'no-show', who: 'citizen' },
    callDue: false,
  });

  const second = await book(after, '2026-11-17T06:30:00.000Z', { reference: first.reference });
  expect(second.missedBefore).toBe(1);
  const late = await officeAt('2026-11-17T06:41:00.000Z');
  await sweepBookings(late);
  expect((await late.bookings.toCall('yinchuan', 'video-release', 10)).map((b) => b.id)).toEqual([second.id]);
  await markCalled(late, second.id, liu);
  expect(await late.bookings.toCall('yinchuan', 'video-release', 10)).toEqual([]);
});

test('whoever is in the waiting room in time is met, however late the officer is', async () => {
  const deps = await officeAt(MONDAY);
  const b = await book(deps, '2026-11-18T07:00:00.000Z');
  await markArrived(await officeAt('2026-11-18T06:58:00.000Z'), b.id, 'citizen');
  const late = await officeAt('2026-11-18T07:40:00.000Z');
  await sweepBookings(late);
  expect(await markNoShow(late, b.id, 'citizen', liu)).toMatchObject({ ok: false });
  expect(got(await markMet(late, b.id, liu)).state.name).toBe('met');
});

test('one matter cannot keep all times from others; what was called off or has run out does not count', async () => {
  const deps = await officeAt(MONDAY);
  const { reference } = asks(deps, MONDAY);
  const hours = [1, 2, 3, 5].map((hour) => `2026-11-30T0${String(hour)}:00:00.000Z`);
  const mine: Booking[] = [];
  for (const start of hours) mine.push(got(await holdSlot(deps, asks(deps, start, { reference }))));
  const more = asks(deps, '2026-11-30T06:00:00.000Z', { reference });
  expect(await holdSlot(deps, more)).toMatchObject({ refusal: { kind: 'too-many' } });
  // The same one again is no further one.
  expect((await holdSlot(deps, { ...asks(deps, hours[0] ?? ''), id: mine[0]?.id as never, reference })).ok).toBe(true);
  await cancelBooking(deps, mine[1]?.id as never, 'citizen');
  expect((await holdSlot(deps, more)).ok).toBe(true);
  const later = await officeAt('2026-11-16T01:10:00.000Z');
  expect((await holdSlot(later, asks(later, '2026-11-30T07:00:00.000Z', { reference }))).ok).toBe(true);
});

test('what nobody offers cannot be booked', async () => {
  const deps = await officeAt(MONDAY);
  const start = '2026-11-17T02:00:00.000Z';
  for (const over of [{ office: 'yanchi' as const }, { kind: 'exam' as const }])
    expect(await holdSlot(deps, asks(deps, start, over))).toMatchObject({ refusal: { kind: 'wrong-state' } });
  // Night, lunch, too soon, too far, between two slots.
  for (const time of ['17T15:00', '17T04:00', '16T01:30', '16T00:30']
    .map((t) => `2026-11-${t}`)
    .concat('2027-02-01T02:00', '2026-11-17T02:15'))
    expect((await holdSlot(deps, asks(deps, `${time}:00.000Z`))).ok).toBe(false);
});
