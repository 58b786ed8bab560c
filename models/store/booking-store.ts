/** Files appointments and the places they take: each place is an item of its own that one appointment can have. */
import { Booking, referenceKey } from '../appointment/booking.ts';
import type { Bookings } from '../appointment/bookings.ts';
import { nextStepAt } from '../appointment/due-steps.ts';
import { slotRulesOf } from '../appointment/rules.ts';
import { Place, type TakenPlace } from '../appointment/slots.ts';
import type { BookingId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import { addDays, at, DAY, dayOf, msOf, type Day, type Instant } from '../time.ts';
import {
  bookingsDue,
  bookingsFor,
  bookingsOn,
  bookingsToCall,
  dueKey,
  keys,
  placesOf,
  SHARDS,
  shardOf,
} from './keys.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

/** Places of past days are of no use; records stay, as the matter's file does. */
const PLACE_KEPT_MS = 60 * DAY;
const bookingOf = (item: Item): Booking => Booking.parse(item['record']);

export function openBookingStore(table: Table): Bookings {
  const find = async (id: BookingId): Promise<Booking | undefined> => {
    const item = await table.get(keys.booking(id));
    return item === undefined ? undefined : bookingOf(item);
  };
  return {
    async find(id) {
      const booking = await find(id);
      return booking === undefined ? refused('not-found', 'no such appointment') : done(booking);
    },

    async commit(before, after, now) {
      const filed: Booking = { ...after, version: (before?.version ?? 0) + 1 };
      const step = stepWrite(table, before, filed);
      const answer = await table.transact([
        recordWrite(table, before, filed),
        ...placeWrites(table, before, filed, now),
        ...(step === undefined ? [] : [step]),
      ]);
      return answer.ok ? 'done' : answer.failed === 0 || answer.failed === 'conflict' ? 'stale' : 'taken';
    },

    async taken(resources, from, to) {
      const days: Day[] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
      const months = new Set(days.flatMap((day) => resources.map((one) => placesOf(one, day))));
      const pages = await Promise.all(
        [...months].map((pk) => table.queryAll({ pk, from: at(from, 0), to: at(addDays(to, 1), 0) })),
      );
      return pages.flat().map(placeOf);
    },

    async onDay(office, day) {
      return (await table.queryAll({ index: 'byDue', pk: bookingsOn(office, day) })).map(bookingOf);
    },
    async of(reference) {
      return (await table.queryAll({ index: 'byDigest', pk: bookingsFor(referenceKey(reference)) })).map(bookingOf);
    },

    async due(now, limit) {
      const pages = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) =>
          table.query({ index: 'byDue', pk: bookingsDue(shard), to: dueKey(now, '~'), limit }),
        ),
      );
      return several(pages.flatMap((page) => page.items).slice(0, limit));
    },
    async toCall(office, kind, limit) {
      return several((await table.query({ index: 'byDue', pk: bookingsToCall(office, kind), limit })).items);
    },
  };

  async function several(steps: readonly Item[]): Promise<Booking[]> {
    const ids = steps.map((item) => (item['pk'] as string).slice('BOOKING#'.length) as BookingId);
    const items = await table.batchGet(ids.map((id) => keys.booking(id)));
    return items.map(bookingOf).sort((a, b) => (a.start < b.start ? -1 : 1));
  }
}

function recordWrite(table: Table, before: Booking | undefined, after: Booking): Write {
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.booking(after.id),
        kind: 'booking',
        record: after,
        // What was never confirmed is no appointment of the day any more.
        ...(after.state.name === 'expired'
          ? {}
          : { gsi1pk: bookingsOn(after.office, dayOf(after.start)), gsi1sk: dueKey(after.start, after.id) }),
        gsi2pk: bookingsFor(referenceKey(after.reference)),
        gsi2sk: after.id,
      },
      ...(before === undefined
        ? { ConditionExpression: isFree.expression }
        : {
            ConditionExpression: '#record.#version = :read',
            ExpressionAttributeNames: { '#record': 'record', '#version': 'version' },
            ExpressionAttributeValues: { ':read': before.version },
          }),
    },
  };
}

const keyOf = ({ resource, at: cell, seat }: Place): ReturnType<typeof keys.bookedPlace> =>
  keys.bookedPlace(resource, dayOf(cell), cell, seat);
const nameOf = (place: Place): string => Object.values(keyOf(place)).join('/');
const placeOf = (item: Item): TakenPlace => ({
  ...Place.parse(item['place']),
  booking: item['booking'] as string,
  ...(item['until'] === undefined ? {} : { until: item['until'] as Instant }),
});
const heldUntil = (b: Booking | undefined): Instant | undefined =>
  b?.state.name === 'held' ? b.state.until : undefined;

function placeWrites(table: Table, before: Booking | undefined, after: Booking, now: Instant): Write[] {
  const had = new Set((before?.places ?? []).map(nameOf));
  const has = new Set(after.places.map(nameOf));
  const until = heldUntil(after);
  const rewrite = heldUntil(before) !== until;
  const puts = after.places
    .filter((place) => rewrite || !had.has(nameOf(place)))
    .map((place): Write => ({
      Put: {
        TableName: table.name,
        Item: {
          ...keyOf(place),
          place,
          booking: after.id,
          ...(until === undefined ? {} : { until }),
          expires: Math.floor((msOf(place.at) + PLACE_KEPT_MS) / 1000),
        },
        ...(had.has(nameOf(place)) ? isMine(after) : isFreeAt(now)),
      },
    }));
  // Places of a hold that is over may be somebody else's by now: nobody counts them, so they are left.
  const ended = heldUntil(before);
  const over = ended !== undefined && ended <= now;
  const gone = over ? [] : (before?.places ?? []).filter((place) => !has.has(nameOf(place)));
  return [
    ...puts,
    ...gone.map((place): Write => ({ Delete: { TableName: table.name, Key: keyOf(place), ...isMine(after) } })),
  ];
}

const isMine = ({ id }: Booking): object => ({
  ConditionExpression: '#booking = :mine',
  ExpressionAttributeNames: { '#booking': 'booking' },
  ExpressionAttributeValues: { ':mine': id },
});
const isFreeAt = (now: Instant): object => ({
  ConditionExpression: `${isFree.expression} OR #until <= :now`,
  ExpressionAttributeNames: { '#until': 'until' },
  ExpressionAttributeValues: { ':now': now },
});

const stepOf = (b: Booking | undefined): { list: string; at: Instant } | undefined => {
  if (b === undefined) return undefined;
  if (b.callDue) return { list: bookingsToCall(b.office, b.kind), at: b.start };
  const rules = slotRulesOf(b.office, b.kind);
  const next = rules === undefined ? undefined : nextStepAt(b, rules);
  return next === undefined ? undefined : { list: bookingsDue(shardOf(b.id)), at: next };
};

/** Written only when it moves. */
function stepWrite(table: Table, before: Booking | undefined, after: Booking): Write | undefined {
  const next = stepOf(after);
  const was = stepOf(before);
  if (next?.list === was?.list && next?.at === was?.at) return undefined;
  const key = keys.bookingStep(after.id);
  return next === undefined
    ? { Delete: { TableName: table.name, Key: key } }
    : { Put: { TableName: table.name, Item: { ...key, gsi1pk: next.list, gsi1sk: dueKey(next.at, after.id) } } };
}
