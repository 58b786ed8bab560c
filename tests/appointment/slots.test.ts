import fc from 'fast-check';
import {
  agentResource,
  deskResource,
  emptyDeskCalendar,
  usualAgentCalendar,
  type Resource,
  type ResourceId,
} from '../../models/appointment/resource.ts';
import { bookable, slotRulesOf, type SlotRules } from '../../models/appointment/rules.ts';
import {
  cellsOf,
  freeSlots,
  nextThree,
  pickPlaces,
  type Slot,
  type TakenPlace,
} from '../../models/appointment/slots.ts';
import { StaffId } from '../../models/ids.ts';
import type { Window } from '../../models/office/office.ts';
import {
  MINUTE,
  addDays,
  at,
  dayOf,
  instantOf,
  minuteOfDay,
  msOf,
  plus,
  type Day,
  type Instant,
} from '../../models/time.ts';

const usual = slotRulesOf('yinchuan', 'video-release') as SlotRules;
const NOW = '2026-11-18T01:10:00.000Z' as Instant; // Wednesday, 9:10
const desk = (over: object = {}): Resource =>
  deskResource('yinchuan', 'video-release', usual, { ...emptyDeskCalendar, ...over });
const clock = ({ start }: Slot): string =>
  `${dayOf(start).slice(5)} ${String(Math.floor(minuteOfDay(start) / 60))}:${String(minuteOfDay(start) % 60).padStart(2, '0')}`;

/** An invented person or desk: the same few days over and over. */
const anyWindows: fc.Arbitrary<Window[]> = fc
  .uniqueArray(
    fc.integer({ min: 30, max: 78 }).map((n) => n * 15),
    { maxLength: 6 },
  )
  .chain((minutes) => fc.constantFrom(0, 0, 0, 7).map((crooked) => minutes.map((m) => m + crooked)))
  .map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return sorted.flatMap((from, i) => {
      const to = sorted[i + 1];
      return i % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  });
const anyResource = (id: string): fc.Arbitrary<Resource> =>
  fc
    .record({ days: fc.array(anyWindows, { minLength: 1, maxLength: 4 }), places: fc.integer({ min: 0, max: 3 }) })
    .map(({ days, places }) => ({
      id: id as ResourceId,
      windows: (day) => days[Math.floor(Date.parse(day) / 86_400_000) % days.length] ?? [],
      places: () => places,
    }));
const anyRules: fc.Arbitrary<SlotRules> = fc
  .record({
    slotMinutes: fc.constantFrom(15, 30, 45, 60, 240),
    aheadDays: fc.integer({ min: 0, max: 4 }),
    noticeMinutes: fc.constantFrom(0, 60, 61, 1440),
  })
  .map((some) => ({ ...usual, ...some, bufferMinutes: 5 }));
const anyNow = fc
  .integer({ min: 0, max: 6 * 1440 })
  .map((m) => plus('2026-11-14T00:00:00.000Z' as Instant, m * MINUTE));
const anyTaken = fc.array(
  fc.record({
    resource: fc.constantFrom('desk-x-a', 'agent-y') as fc.Arbitrary<ResourceId>,
    quarter: fc.integer({ min: 0, max: 10 * 96 }),
    seat: fc.integer({ min: 1, max: 4 }),
    until: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
  }),
  { maxLength: 120 },
);
const takenFrom = (
  now: Instant,
  all: readonly { resource: ResourceId; quarter: number; seat: number; until?: number | undefined }[],
): TakenPlace[] =>
  [...new Map(all.map((one) => [`${one.resource}${String(one.quarter)}${String(one.seat)}`, one])).values()].map(
    ({ resource, quarter, seat, until }) => ({
      resource,
      at: instantOf(msOf(at('2026-11-14' as Day, 0)) + quarter * 15 * MINUTE),
      seat,
      booking: 'somebody',
      ...(until === undefined ? {} : { until: plus(now, until * MINUTE) }),
    }),
  );
const anyCase = fc.record({
  desk: anyResource('desk-x-a'),
  agent: anyResource('agent-y'),
  alone: fc.boolean(),
  rules: anyRules,
  now: anyNow,
  taken: anyTaken,
  part: fc.constantFrom(undefined, 'morning' as const, 'afternoon' as const),
});
type Case = Parameters<Parameters<typeof anyCase.filter>[0]>[0];
const read = (c: Case) => {
  const resources: [Resource, ...Resource[]] = c.alone ? [c.desk] : [c.desk, c.agent];
  return { resources, taken: takenFrom(c.now, c.taken), wish: c.part === undefined ? {} : { part: c.part } };
};

/** The slow way: every minute of every day is asked by itself. */
function counted(c: Case): Map<Instant, number> {
  const { resources, taken } = read(c);
  const found = new Map<Instant, number>();
  for (let i = 0; i <= c.rules.aheadDays; i++) {
    const day = addDays(dayOf(c.now), i);
    for (const window of c.desk.windows(day)) {
      let begin = window.from;
      while (begin % 15 !== 0) begin++;
      for (let minute = begin; minute + c.rules.slotMinutes <= window.to; minute++) {
        if ((minute - begin) % c.rules.slotMinutes !== 0) continue;
        if (c.part !== undefined && (c.part === 'morning' ? minute >= 720 : minute < 720)) continue;
        const start = at(day, minute);
        if (msOf(start) - msOf(c.now) < c.rules.noticeMinutes * MINUTE) continue;
        let left = Infinity;
        for (const r of resources) {
          for (let m = minute; m < minute + c.rules.slotMinutes; m++) {
            if (!r.windows(day).some((w) => w.from <= m && m < w.to)) left = 0;
            const here = at(day, m);
            const there = taken.filter(
              (t) =>
                t.resource === r.id &&
                msOf(t.at) <= msOf(here) &&
                msOf(here) < msOf(t.at) + 15 * MINUTE &&
                (t.until === undefined || msOf(t.until) > msOf(c.now)),
            );
            left = Math.min(left, r.places(day) - there.length);
          }
          // Windows that only touch are two: nobody sits through the gap of a change of shift.
          if (!r.windows(day).some((w) => w.from <= minute && minute + c.rules.slotMinutes <= w.to)) left = 0;
        }
        if (left > 0) found.set(start, left);
      }
    }
  }
  return found;
}

test('the free slots are exactly those that counting minute by minute finds, whatever the calendars and bookings', () => {
  fc.assert(
    fc.property(anyCase, (c) => {
      const { resources, taken, wish } = read(c);
      const slots = freeSlots(resources, taken, c.rules, c.now, wish);
      expect(new Map(slots.map(({ start, left }) => [start, left]))).toEqual(counted(c));
      expect(slots.map((s) => s.start)).toEqual(slots.map((s) => s.start).toSorted());
    }),
    { numRuns: 400 },
  );
}, 120_000);

test('filling every slot to the last place never puts anybody above a capacity or on somebody’s seat', () => {
  fc.assert(
    fc.property(anyCase, (c) => {
      const { resources } = read(c);
      const taken = takenFrom(c.now, c.taken);
      for (;;) {
        const [slot] = freeSlots(resources, taken, c.rules, c.now);
        if (slot === undefined) break;
        const places = pickPlaces(resources, taken, c.rules, slot.start, c.now) ?? [];
        expect(places).toHaveLength(resources.length * cellsOf(slot.start, c.rules.slotMinutes).length);
        const live = taken.filter((t) => t.until === undefined || t.until > c.now);
        for (const p of places) {
          const there = live.filter((t) => t.resource === p.resource && t.at === p.at);
          const places_ = resources.find((r) => r.id === p.resource)?.places(dayOf(p.at)) ?? 0;
          expect(there.length).toBeLessThan(places_);
          expect(there.map((t) => t.seat)).not.toContain(p.seat);
          expect(p.seat).toBeLessThanOrEqual(places_);
        }
        taken.push(...places.map((p) => ({ ...p, booking: 'me' })));
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('three proposals are free, different, in order, with the earliest among them', () => {
  fc.assert(
    fc.property(anyCase, (c) => {
      const { resources, taken } = read(c);
      const slots = freeSlots(resources, taken, c.rules, c.now);
      const three = nextThree(slots);
      expect(three).toHaveLength(Math.min(3, slots.length));
      expect(three[0]).toEqual(slots[0]);
      expect(three.map((s) => s.start)).toEqual([...new Set(three.map((s) => s.start))].toSorted());
      expect(slots).toEqual(expect.arrayContaining(three));
    }),
    { numRuns: 200 },
  );
});

test('an ordinary Wednesday: lunch, notice and closing are kept, and the share for “now” is not given away', () => {
  const day = '2026-11-18' as Day;
  const slots = freeSlots([desk()], [], usual, NOW, { from: day, to: day });
  expect(slots.map(clock)).toEqual(
    ['10:30', '11:00', '11:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30'].map(
      (t) => `11-18 ${t}`,
    ),
  );
  expect(slots[0]).toMatchObject({ minutes: 25, left: 2 });
  expect(nextThree(freeSlots([desk()], [], usual, NOW)).map(clock)).toEqual([
    '11-18 10:30',
    '11-18 13:00',
    '11-19 9:00',
  ]);
});

test('days off, make-up days, closed days and single days’ numbers count', () => {
  const before = '2026-09-29T01:00:00.000Z' as Instant;
  const days = (resource: Resource): string[] => [
    ...new Set(freeSlots([resource], [], usual, before).map(({ start }) => dayOf(start).slice(5))),
  ];
  // National Day 2026, with the Saturday that is worked for it.
  expect(days(desk())).toEqual(['09-29', '09-30', '10-08', '10-09', '10-10', '10-12', '10-13']);
  expect(days(desk({ closed: ['09-30', '10-12'].map((d) => `2026-${d}`), placesOn: { '2026-10-13': 0 } }))).toEqual([
    '09-29',
    '10-08',
    '10-09',
    '10-10',
  ]);
  expect(days(agentResource(StaffId.parse('zhou'), usualAgentCalendar))).toEqual(days(desk()));
});

test('a hold that ends this very moment is over', () => {
  const day = '2026-11-18' as Day;
  const ten30 = at(day, 630);
  const held = (until: Instant): TakenPlace[] =>
    [1, 2].flatMap((seat) =>
      cellsOf(ten30, 30).map((cell) => ({ resource: desk().id, at: cell, seat, booking: 'x', until })),
    );
  const first = (until: Instant): string | undefined => freeSlots([desk()], held(until), usual, NOW)[0]?.start;
  expect(first(NOW)).toBe(ten30);
  expect(first(plus(NOW, 1))).toBe(at(day, 660));
});

test('desk and agent have to be free together', () => {
  const agent = agentResource(StaffId.parse('zhou'), {
    ...usualAgentCalendar,
    weekly: [[], [], [], [{ from: 14 * 60, to: 15 * 60 + 20 }], [], [], []],
  });
  const taken: TakenPlace[] = [
    { resource: agent.id, at: at('2026-11-18' as Day, 14 * 60 + 45), seat: 1, booking: 'another office’s' },
  ];
  expect(freeSlots([desk(), agent], taken, usual, NOW).map(clock)).toEqual([
    '11-18 14:00',
    '11-25 14:00',
    '11-25 14:30',
    '12-02 14:00',
    '12-02 14:30',
  ]);
});

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 2],
  [10, 7],
])('of %i officers %i can be booked', (officers, places) => {
  expect(bookable(officers, 0.3)).toBe(places);
});
