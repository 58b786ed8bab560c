/** Files releases, their notes and the signs they are found by. */
import type { DeliveryId, LenderId, ReleaseId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import { dueOf, nextRing } from '../release/changes/end.ts';
import { ReleaseNote } from '../release/note.ts';
import { isOver, Release } from '../release/release.ts';
import type { ReleaseChange, ReleaseList, Releases } from '../release/releases.ts';
import { dayOf, msOf } from '../time.ts';
import {
  dueKey,
  keys,
  releaseAlarms,
  releaseList,
  releasesClosed,
  releasesOf,
  releasesOfLender,
  releaseSigns,
  SHARDS,
  shardOf,
} from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const DELIVERY_DAYS = 60;
/** Everything in somebody's own words and everything that names a person, a vehicle or a paper. */
const SEALED = [
  'owner',
  'mortgagee',
  'helper',
  'vehicle',
  'code',
  'papers',
  'eligibility',
  'decision',
  'registry',
  'custody',
] as const;
const placeOf = (item: Item): string => `${item['pk'] as string}#${item['sk'] as string}`;
const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

export function openReleaseStore(table: Table, sealer: Sealer): Releases {
  const recordOf = async (item: Item): Promise<Release> =>
    Release.parse(await openFields(item['record'] as Item, SEALED, `${item['pk'] as string}#RECORD`, sealer));
  const found = async (id: ReleaseId): Promise<Release | undefined> => {
    const item = await table.get(keys.release(id));
    return item?.['record'] === undefined ? undefined : recordOf(item);
  };
  const idOf = (item: Item): ReleaseId => (item['pk'] as string).slice('RELEASE#'.length) as ReleaseId;
  const all = async (items: readonly Item[]): Promise<Release[]> =>
    (await Promise.all(items.map((item) => found(idOf(item))))).filter((r) => r !== undefined);

  return {
    async find(id) {
      const release = await found(id);
      return release === undefined ? refused('not-found', 'no such release') : done(release);
    },
    async byNumber(number, now) {
      const year = Number(now.slice(0, 4));
      for (const filed of [year, year - 1]) {
        const pointer = await table.get(keys.releaseNumber(String(filed), number));
        if (pointer !== undefined) return found(pointer['release'] as ReleaseId);
      }
      return undefined;
    },

    async commit(change, delivery) {
      const answer = await table.transact(changeWrites(table, sealer, change, delivery));
      if (answer.ok) return 'done';
      // A repeat is looked for first: the first delivery has also moved the version.
      if (delivery !== undefined && (await table.get(keys.releaseDelivery(change.after.id, delivery))) !== undefined)
        return 'repeated';
      return 'stale';
    },
    parcel: (change, delivery) => Promise.resolve({ writes: changeWrites(table, sealer, change, delivery) }),
    delivered: async (id, delivery) => (await table.get(keys.releaseDelivery(id, delivery))) !== undefined,

    async nextNumber(office, day) {
      const item = await table.update(keys.counter(office, day, 'release'), {
        set: 'ADD #n :one',
        expression: '',
        names: { '#n': 'n' },
        values: { ':one': 1 },
      });
      return (item as { n: number }).n;
    },
    async notes(id) {
      const items = await table.queryAll({ pk: keys.release(id).pk, from: 'NOTE#', to: 'NOTE#~' });
      const notes = await Promise.all(
        items.map(async (item) =>
          ReleaseNote.parse(await openFields(item['note'] as Item, ['text'], placeOf(item), sealer)),
        ),
      );
      return notes.sort((a, b) => (a.at < b.at ? -1 : 1));
    },

    async list(office, list, limit) {
      const pages = await Promise.all(
        shards.map((shard) => table.query({ index: 'byDue', pk: releaseList(office, list, shard), limit })),
      );
      const items = pages
        .flatMap((page) => page.items)
        .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1));
      return Promise.all(items.slice(0, limit).map(recordOf));
    },
    async count(office, list) {
      const counts = await Promise.all(
        shards.map((shard) => table.count({ index: 'byDue', pk: releaseList(office, list, shard) })),
      );
      return counts.reduce((sum, n) => sum + n, 0);
    },
    countMine: (staff) => table.count({ index: 'byDigest', pk: releasesOf(staff) }),
    async mine(staff, limit) {
      const { items } = await table.query({ index: 'byDigest', pk: releasesOf(staff), limit });
      return Promise.all(items.map(recordOf));
    },
    async ofLender(lender, limit, start) {
      const page = await table.query({
        index: 'byDigest',
        pk: releasesOfLender(lender),
        limit,
        ...(start === undefined ? {} : { start: await placeInLender(lender, start as ReleaseId) }),
      });
      const last = page.items.at(-1);
      return {
        releases: await all(page.items),
        ...(page.next === undefined || last === undefined ? {} : { next: idOf(last) }),
      };
    },
    async closedOn(office, day, limit) {
      const page = await table.query({ index: 'byDue', pk: releasesClosed(office, day), limit, backwards: true });
      return Promise.all(page.items.map(recordOf));
    },
    async bySign(sign, text, office) {
      const { items } = await table.query({
        index: 'byDigest',
        pk: releaseSigns(sign, sealer.digest(text)),
        backwards: true,
        limit: 20,
      });
      return (await all(items)).filter((r) => office === undefined || r.office === office);
    },
    async ringing(now, limit) {
      const pages = await Promise.all(
        shards.map((shard) => table.query({ index: 'byDue', pk: releaseAlarms(shard), to: dueKey(now, '~'), limit })),
      );
      return all(pages.flatMap((page) => page.items));
    },
  };

  /** Where a list goes on is named by the release's id; its place is looked up. */
  async function placeInLender(lender: LenderId, id: ReleaseId): Promise<Item> {
    const item = await table.get(keys.releaseOfLender(id));
    return { ...keys.releaseOfLender(id), gsi2pk: releasesOfLender(lender), gsi2sk: item?.['gsi2sk'] ?? '' };
  }
}

function changeWrites(
  table: Table,
  sealer: Sealer,
  { before, after, notes = [] }: ReleaseChange,
  delivery: DeliveryId | undefined,
): Write[] {
  const filed: Release = { ...after, version: (before?.version ?? 0) + 1 };
  const writes: Write[] = [recordWrite(table, sealer, before, filed), ...alarmWrites(table, before, filed)];
  if (before === undefined) writes.push(...pointerWrites(table, sealer, filed));
  writes.push(...lenderWrites(table, before, filed));
  for (const note of notes) writes.push(noteWrite(table, sealer, note));
  if (delivery !== undefined)
    writes.push({
      Put: {
        TableName: table.name,
        Item: {
          ...keys.releaseDelivery(after.id, delivery),
          expires: Math.floor(msOf(after.lastAt) / 1000) + DELIVERY_DAYS * 86_400,
        },
        ConditionExpression: isFree.expression,
      },
    });
  return writes;
}

/** Over the version that was read; a new release only where none is. */
function recordWrite(table: Table, sealer: Sealer, before: Release | undefined, after: Release): Write {
  const key = keys.release(after.id);
  const due = dueKey(dueOf(after, after.lastAt), after.id);
  const list = listOf(after);
  const officer = list === undefined ? undefined : after.officer;
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...key,
        kind: 'release',
        record: sealFields(after, SEALED, `${key.pk}#RECORD`, sealer),
        ...(list === undefined
          ? { gsi1pk: releasesClosed(after.office, dayOf(after.state.at)), gsi1sk: dueKey(after.state.at, after.id) }
          : { gsi1pk: releaseList(after.office, list, shardOf(after.id)), gsi1sk: due }),
        ...(officer === undefined ? {} : { gsi2pk: releasesOf(officer.id), gsi2sk: due }),
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

function listOf({ state }: Release): ReleaseList | undefined {
  switch (state.name) {
    case 'applied':
    case 'checking-papers':
      return 'to-check';
    case 'papers-missing':
    case 'booked':
      return 'waiting';
    case 'in-session':
    case 'decided':
    case 'registry-done':
    case 'certificate-returned':
      return 'to-finish';
    case 'closed':
    case 'cancelled':
    case 'expired':
      return undefined;
  }
}

/** Written only when it moves. */
function alarmWrites(table: Table, before: Release | undefined, after: Release): Write[] {
  const next = nextRing(after, after.lastAt);
  if (before !== undefined && next === nextRing(before, before.lastAt)) return [];
  const key = keys.releaseAlarm(after.id);
  return [
    next === undefined
      ? { Delete: { TableName: table.name, Key: key } }
      : {
          Put: {
            TableName: table.name,
            Item: { ...key, gsi1pk: releaseAlarms(shardOf(after.id)), gsi1sk: dueKey(next, after.id) },
          },
        },
  ];
}

/** Number and signs; only keyed digests leave this function. */
function pointerWrites(table: Table, sealer: Sealer, r: Release): Write[] {
  const signs = [
    ...(r.owner.phone === undefined ? [] : [{ sign: 'phone' as const, text: r.owner.phone }]),
    { sign: 'plate' as const, text: r.vehicle.plate },
  ];
  return [
    {
      Put: {
        TableName: table.name,
        Item: { ...keys.releaseNumber(dayOf(r.filedAt).slice(0, 4), r.number), release: r.id },
        ConditionExpression: isFree.expression,
      },
    },
    ...signs.map(({ sign, text }): Write => ({
      Put: {
        TableName: table.name,
        Item: {
          ...keys.releaseLookUp(r.id, sign),
          gsi2pk: releaseSigns(sign, sealer.digest(text)),
          gsi2sk: r.filedAt,
        },
      },
    })),
  ];
}

/** On the lender's list until it is over; written only when its place moves. */
function lenderWrites(table: Table, before: Release | undefined, after: Release): Write[] {
  const key = keys.releaseOfLender(after.id);
  if (after.lender === undefined) return [];
  if (isOver(after))
    return before === undefined || isOver(before) ? [] : [{ Delete: { TableName: table.name, Key: key } }];
  const due = dueOf(after, after.lastAt);
  if (before !== undefined && !isOver(before) && dueOf(before, before.lastAt) === due) return [];
  return [
    {
      Put: {
        TableName: table.name,
        Item: { ...key, gsi2pk: releasesOfLender(after.lender.lender), gsi2sk: dueKey(due, after.id) },
      },
    },
  ];
}

function noteWrite(table: Table, sealer: Sealer, note: ReleaseNote): Write {
  const key = keys.releaseNote(note.release, note.id);
  return {
    Put: {
      TableName: table.name,
      Item: { ...key, note: sealFields(note, ['text'], placeOf(key), sealer) },
      ConditionExpression: isFree.expression,
    },
  };
}
