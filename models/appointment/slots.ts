/** Which appointments are free: times at which everybody who is needed works and has a place left. */
import * as z from 'zod';
import type { Window } from '../office/office.ts';
import { Day, Instant, MINUTE, addDays, at, dayOf, minuteOfDay, msOf, plus } from '../time.ts';
import { ResourceId, type Resource } from './resource.ts';
import { CELL_MINUTES, type SlotRules } from './rules.ts';

/** One place of a resource for a quarter of an hour. */
export const Place = z.strictObject({ resource: ResourceId, at: Instant, seat: z.int().positive() });
export type Place = z.infer<typeof Place>;
/** A place that somebody has; one that is only held is free again after `until`. */
export type TakenPlace = Place & { booking: string; until?: Instant };

/** When somebody would like to come; what is not said is all the same. */
export const Wish = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  part: z.enum(['morning', 'afternoon']).optional(),
});
export type Wish = z.infer<typeof Wish>;

/** `minutes` is what people are told; `left` how many more can have it. */
export type Slot = { start: Instant; minutes: number; left: number };

const NOON = 12 * 60;
const placeKey = (resource: ResourceId, cell: Instant): string => `${resource}#${cell}`;
const isTaken = ({ until }: Pick<TakenPlace, 'until'>, now: Instant): boolean => until === undefined || until > now;

/** The quarters of an hour that an appointment takes. */
export const cellsOf = (start: Instant, slotMinutes: number): Instant[] =>
  Array.from({ length: slotMinutes / CELL_MINUTES }, (_, i) => plus(start, i * CELL_MINUTES * MINUTE));

const holds = (windows: readonly Window[], from: number, to: number): boolean =>
  windows.some((w) => w.from <= from && to <= w.to);
const fits = (minute: number, part: Wish['part']): boolean =>
  part === undefined || (part === 'morning') === minute < NOON;

/** The days that can be booked and are wished for. */
export function bookableDays(rules: SlotRules, now: Instant, wish: Wish = {}): Day[] {
  const today = dayOf(now);
  const days = Array.from({ length: rules.aheadDays + 1 }, (_, i) => addDays(today, i));
  return days.filter((day) => day >= (wish.from ?? today) && day <= (wish.to ?? day));
}

/**
 * All free slots, earliest first: on the grid of the first resource, whole inside a window of every resource, with a place left at
 * every one of them for the whole time, not sooner than the notice asks and as wished.
 */
export function freeSlots(
  resources: readonly [Resource, ...Resource[]],
  taken: readonly TakenPlace[],
  rules: SlotRules,
  now: Instant,
  wish: Wish = {},
): Slot[] {
  const counts = countTaken(taken, now);
  const soonest = plus(now, rules.noticeMinutes * MINUTE);
  return bookableDays(rules, now, wish).flatMap((day) =>
    startsOn(resources, rules, day)
      .filter((minute) => fits(minute, wish.part) && at(day, minute) >= soonest)
      .map((minute) => {
        const start = at(day, minute);
        return {
          start,
          minutes: rules.slotMinutes - rules.bufferMinutes,
          left: leftAt(resources, counts, rules, start),
        };
      })
      .filter(({ left }) => left > 0),
  );
}

/** Minutes of a day at which all of them could begin. */
function startsOn(resources: readonly [Resource, ...Resource[]], rules: SlotRules, day: Day): number[] {
  const [first, ...others] = resources;
  const windows = others.map((other) => other.windows(day));
  return first.windows(day).flatMap((w) => {
    const begin = Math.ceil(w.from / CELL_MINUTES) * CELL_MINUTES;
    const count = Math.max(0, Math.floor((w.to - begin) / rules.slotMinutes));
    return Array.from({ length: count }, (_, i) => begin + i * rules.slotMinutes).filter((minute) =>
      windows.every((of) => holds(of, minute, minute + rules.slotMinutes)),
    );
  });
}

function countTaken(taken: readonly TakenPlace[], now: Instant): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of taken) {
    if (!isTaken(place, now)) continue;
    const key = placeKey(place.resource, place.at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function leftAt(
  resources: readonly Resource[],
  counts: ReadonlyMap<string, number>,
  rules: SlotRules,
  start: Instant,
): number {
  const day = dayOf(start);
  return Math.min(
    ...resources.flatMap((r) =>
      cellsOf(start, rules.slotMinutes).map((cell) => r.places(day) - (counts.get(placeKey(r.id, cell)) ?? 0)),
    ),
  );
}

/**
 * The places that an appointment at `start` takes: the lowest free seat of each quarter. Two people who saw the same reach for the
 * same seat, so one of them is told. Undefined if it is no free slot.
 */
export function pickPlaces(
  resources: readonly [Resource, ...Resource[]],
  taken: readonly TakenPlace[],
  rules: SlotRules,
  start: Instant,
  now: Instant,
): Place[] | undefined {
  const day = dayOf(start);
  const free = freeSlots(resources, taken, rules, now, { from: day, to: day }).some((slot) => slot.start === start);
  if (!free) return undefined;
  const seats = new Set(
    taken.filter((one) => isTaken(one, now)).map((one) => `${placeKey(one.resource, one.at)}#${String(one.seat)}`),
  );
  return resources.flatMap((r) =>
    cellsOf(start, rules.slotMinutes).map((cell) => {
      let seat = 1;
      while (seats.has(`${placeKey(r.id, cell)}#${String(seat)}`)) seat += 1;
      return { resource: r.id, at: cell, seat };
    }),
  );
}

/** For a talk: the earliest, then others that differ as much as they can, by half day, then by day; at most three, in order. */
export function nextThree(slots: readonly Slot[]): Slot[] {
  const half = ({ start }: Slot): string => `${dayOf(start)}${minuteOfDay(start) < NOON ? 'a' : 'b'}`;
  const chosen: Slot[] = [];
  const take = (slot: Slot | undefined): void => {
    if (slot !== undefined && chosen.length < 3 && !chosen.includes(slot)) chosen.push(slot);
  };
  const [first] = slots;
  if (first === undefined) return [];
  take(first);
  take(slots.find((slot) => half(slot) !== half(first)));
  take(slots.find((slot) => chosen.every((other) => dayOf(other.start) !== dayOf(slot.start))));
  for (const slot of slots) take(slot);
  return chosen.sort((a, b) => msOf(a.start) - msOf(b.start));
}

/** For any one of several people: a slot is free if one of them has it free. */
export function anyOf(lists: readonly (readonly Slot[])[]): Slot[] {
  const best = new Map<Instant, Slot>();
  for (const slot of lists.flat()) if ((best.get(slot.start)?.left ?? 0) < slot.left) best.set(slot.start, slot);
  return [...best.values()].sort((a, b) => msOf(a.start) - msOf(b.start));
}
