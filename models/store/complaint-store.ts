/** Files matters, their entries and memos, and the signs they are found by. */
import type { Complaints, MatterList } from '../complaint/complaints.ts';
import { dueOf } from '../complaint/clocks.ts';
import { nextRing } from '../complaint/changes/ring.ts';
import { Complaint, isOpen, ownerOf } from '../complaint/complaint.ts';
import { Entry, Memo } from '../complaint/entry.ts';
import { letters } from '../complaint/rules.ts';
import type { ComplaintId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import { dayOf, msOf, type Instant } from '../time.ts';
import {
  alarmList,
  dueKey,
  keys,
  lineSpan,
  matterList,
  matterLookUp,
  mattersClosed,
  mattersOf,
  SHARDS,
  shardOf,
  type Key,
} from './keys.ts';
import { addWithMentions, mentionWrite } from './mention-store.ts';
import { openMatter, sealMatter } from './sealed-matter.ts';
import { signsOf } from './matter-signs.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const DELIVERY_DAYS = 60;
const placeOf = (item: Item): string => `${item['pk'] as string}#${item['sk'] as string}`;

export function openComplaintStore(table: Table, sealer: Sealer): Complaints {
  const recordOf = async (item: Item): Promise<Complaint> =>
    Complaint.parse(await openMatter(item['record'] as Item, `${item['pk'] as string}#RECORD`, sealer));
  const all = async (span: Parameters<Table['query']>[0]): Promise<Item[]> => {
    const items: Item[] = [];
    let start: Item | undefined;
    do {
      const page = await table.query({ ...span, ...(start === undefined ? {} : { start }) });
      items.push(...page.items);
      start = page.next;
    } while (start !== undefined);
    return items;
  };
  const found = async (id: ComplaintId): Promise<Complaint | undefined> => {
    const item = await table.get(keys.complaint(id));
    return item?.['record'] === undefined ? undefined : recordOf(item);
  };
  const several: Complaints['several'] = async (ids) => {
    const wanted = [...new Set(ids)];
    const items = await table.batchGet(wanted.map((id) => keys.complaint(id)));
    const read = await Promise.all(items.filter((item) => item['record'] !== undefined).map(recordOf));
    const byId = new Map(read.map((c) => [c.id, c]));
    return wanted.map((id) => byId.get(id)).filter((c) => c !== undefined);
  };
  const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

  return {
    async find(id) {
      const complaint = await found(id);
      return complaint === undefined ? refused('not-found', 'no such matter') : done(complaint);
    },

    several,

    async byNumber(number, now) {
      const year = Number(now.slice(0, 4));
      for (const filed of [year, year - 1]) {
        const pointer = await table.get(keys.complaintNumber(String(filed), number));
        if (pointer !== undefined) return found(pointer['complaint'] as ComplaintId);
      }
      return undefined;
    },

    async commit(changes, delivery) {
      const [{ after: first }] = changes;
      const writes: Write[] = [];
      for (const { before, after, entries, memos = [], mentions = [] } of changes) {
        const filed: Complaint = { ...after, version: (before?.version ?? 0) + 1 };
        writes.push(recordWrite(table, sealer, before, filed));
        const alarm = alarmWrite(table, before, filed);
        if (alarm !== undefined) writes.push(alarm);
        if (before === undefined) writes.push(...(await pointerWrites(table, sealer, filed)));
        for (const entry of entries) {
          const key = keys.entry(after.id, entry.seq);
          writes.push({
            Put: {
              TableName: table.name,
              Item: { ...key, entry: sealFields(entry, ['text'], placeOf(key), sealer) },
              ConditionExpression: isFree.expression,
            },
          });
        }
        for (const memo of memos) writes.push(memoWrite(table, sealer, memo));
        for (const mention of mentions) writes.push(mentionWrite(table, mention));
      }
      if (delivery !== undefined) {
        writes.push({
          Put: {
            TableName: table.name,
            Item: {
              ...keys.complaintDelivery(first.id, delivery),
              expires: Math.floor(msOf(first.lastAt) / 1000) + DELIVERY_DAYS * 86_400,
            },
            ConditionExpression: isFree.expression,
          },
        });
      }
      const answer = await table.transact(writes);
      if (answer.ok) return 'done';
      // A repeat is looked for first: the first delivery has also moved the version.
      if (delivery !== undefined && (await table.get(keys.complaintDelivery(first.id, delivery))) !== undefined)
        return 'repeated';
      return 'stale';
    },

    delivered: async (id, delivery) => (await table.get(keys.complaintDelivery(id, delivery))) !== undefined,

    async nextNumber(office, day) {
      const item = await table.update(keys.counter(office, day, 'matter'), {
        set: 'ADD #n :one',
        expression: '',
        names: { '#n': 'n' },
        values: { ':one': 1 },
      });
      return (item as { n: number }).n;
    },

    async entries(id, after = 0) {
      const items = await all({ pk: keys.complaint(id).pk, ...lineSpan(after) });
      return Promise.all(
        items.map(async (item) =>
          Entry.parse(await openFields(item['entry'] as Item, ['text'], placeOf(item), sealer)),
        ),
      );
    },
    addMemo: (memo, mentions = []) => addWithMentions(table, memoItem(sealer, memo), mentions),
    async memos(id) {
      const items = await all({ pk: keys.complaint(id).pk, from: 'NOTE#', to: 'NOTE#~' });
      const memos = await Promise.all(
        items.map(async (item) => Memo.parse(await openFields(item['memo'] as Item, ['text'], placeOf(item), sealer))),
      );
      return memos.sort((a, b) => (a.at < b.at ? -1 : 1));
    },

    async list(office, list, limit, dueBefore) {
      const pages = await Promise.all(
        shards.map((shard) =>
          table.query({
            index: 'byDue',
            pk: matterList(office, list, shard),
            limit,
            ...(dueBefore === undefined ? {} : { to: dueKey(dueBefore, '~') }),
          }),
        ),
      );
      const items = pages
        .flatMap((page) => page.items)
        .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1));
      return Promise.all(items.slice(0, limit).map(recordOf));
    },
    async count(office, list, dueBefore, dueFrom) {
      const counts = await Promise.all(
        shards.map((shard) =>
          table.count({
            index: 'byDue',
            pk: matterList(office, list, shard),
            ...(dueFrom === undefined ? {} : { from: dueFrom }),
            ...(dueBefore === undefined ? {} : { to: dueKey(dueBefore, '~') }),
          }),
        ),
      );
      return counts.reduce((sum, n) => sum + n, 0);
    },
    async mine(staff, limit) {
      const { items } = await table.query({ index: 'byDigest', pk: mattersOf(staff), limit });
      return Promise.all(items.map(recordOf));
    },
    countMine: (staff) => table.count({ index: 'byDigest', pk: mattersOf(staff) }),
    async closedOn(office, day, limit, start) {
      const page = await table.query({
        index: 'byDue',
        pk: mattersClosed(office, day),
        limit,
        backwards: true,
        ...(start === undefined ? {} : { start: JSON.parse(Buffer.from(start, 'base64url').toString()) as Item }),
      });
      return {
        complaints: await Promise.all(page.items.map(recordOf)),
        ...(page.next === undefined ? {} : { next: Buffer.from(JSON.stringify(page.next)).toString('base64url') }),
      };
    },
    async filedBetween(office, from, to, limit, start) {
      // Where a list goes on is shown to strangers: it names the last matter by its id, never by its number, or an earlier year.
      const last = start === undefined || /^\d{4}$/u.test(start) ? undefined : await found(start as ComplaintId);
      const lastKey =
        last?.office === office ? keys.complaintNumber(dayOf(last.filedAt).slice(0, 4), last.number) : undefined;
      if (start !== undefined && start.length !== 4 && lastKey === undefined) return { complaints: [] };
      const year = lastKey?.pk.slice(-4) ?? start ?? to.slice(0, 4);
      const place = (day: string): string => `${letters[office]}-${day.slice(5, 7)}${day.slice(8, 10)}`;
      const page = await table.query({
        pk: keys.complaintNumber(year, '').pk,
        from: place(year === from.slice(0, 4) ? from : `${year}-01-01`),
        to: `${place(year === to.slice(0, 4) ? to : `${year}-12-31`)}~`,
        limit,
        backwards: true,
        ...(lastKey === undefined ? {} : { start: lastKey }),
      });
      const ids = page.items.map((item) => item['complaint'] as ComplaintId);
      // Numbers begin anew each year: an earlier year is another list.
      const next =
        page.next !== undefined ? ids.at(-1) : year > from.slice(0, 4) ? String(Number(year) - 1) : undefined;
      return { complaints: await several(ids), ...(next === undefined ? {} : { next }) };
    },
    async ringing(now, limit) {
      const pages = await Promise.all(
        shards.map((shard) => table.query({ index: 'byDue', pk: alarmList(shard), to: dueKey(now, '~'), limit })),
      );
      const due = pages.flatMap((page) => page.items);
      const complaints = await Promise.all(
        due.map((item) => found((item['pk'] as string).slice('COMPLAINT#'.length) as ComplaintId)),
      );
      return complaints.filter((c) => c !== undefined);
    },
    async bySign(sign, text, office) {
      const { items } = await table.query({
        index: 'byDigest',
        pk: matterLookUp(sign, sealer.digest(text)),
        backwards: true,
        limit: 20,
      });
      const complaints = await Promise.all(
        items.map((item) => found((item['pk'] as string).slice('COMPLAINT#'.length) as ComplaintId)),
      );
      return complaints.filter((c) => c !== undefined).filter((c) => office === undefined || c.office === office);
    },

    async show(id, viewer, until) {
      await table.put({
        ...keys.complaintViewer(id, viewer.id),
        viewer,
        until,
        expires: Math.floor(msOf(until) / 1000) + 60,
      });
    },
    async viewers(id, now) {
      const { items } = await table.query({ pk: keys.complaint(id).pk, from: 'VIEWER#', to: 'VIEWER#~' });
      return items.filter((item) => (item['until'] as string) > now).map((item) => item['viewer'] as never);
    },
  };
}

/** Over the version that was read; a new matter only where none is. */
function recordWrite(table: Table, sealer: Sealer, before: Complaint | undefined, after: Complaint): Write {
  const key = keys.complaint(after.id);
  const owner = isOpen(after) ? ownerOf(after) : undefined;
  const due = dueKey(dueOf(after, after.lastAt), after.id);
  const list = listOf(after);
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...key,
        kind: 'complaint',
        record: sealMatter(after, `${key.pk}#RECORD`, sealer),
        ...(list === undefined
          ? after.state.name === 'closed'
            ? { gsi1pk: mattersClosed(after.office, dayOf(after.state.at)), gsi1sk: dueKey(after.state.at, after.id) }
            : {}
          : { gsi1pk: matterList(after.office, list, shardOf(after.id)), gsi1sk: due }),
        ...(owner === undefined ? {} : { gsi2pk: mattersOf(owner.id), gsi2sk: due }),
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

export function listOf(c: Complaint): MatterList | undefined {
  switch (c.state.name) {
    case 'filed':
    case 'accepted':
      return 'new';
    case 'assigned':
    case 'working':
      return 'in-hand';
    case 'waiting-for-citizen':
      return 'waiting';
    case 'resolved':
    case 'confirmed':
    case 'declined':
      return 'answered';
    case 'closed':
      // What a low grade started is work, also after the filing away.
      return c.rectification !== undefined && c.rectification.clock.stoppedAt === undefined ? 'answered' : undefined;
    case 'withdrawn':
    case 'merged':
      return undefined;
  }
}

const ringOf = (c: Complaint | undefined): Instant | undefined => (c === undefined ? undefined : nextRing(c, c.lastAt));

/** Written only when it moves: most changes leave it where it is. */
function alarmWrite(table: Table, before: Complaint | undefined, after: Complaint): Write | undefined {
  const next = ringOf(after);
  if (before !== undefined && next === ringOf(before)) return undefined;
  const key = keys.alarm(after.id);
  return next === undefined
    ? { Delete: { TableName: table.name, Key: key } }
    : {
        Put: {
          TableName: table.name,
          Item: { ...key, gsi1pk: alarmList(shardOf(after.id)), gsi1sk: dueKey(next, after.id) },
        },
      };
}

/** Number and signs; only keyed digests leave this function. */
async function pointerWrites(table: Table, sealer: Sealer, c: Complaint): Promise<Write[]> {
  return [
    {
      Put: {
        TableName: table.name,
        Item: { ...keys.complaintNumber(dayOf(c.filedAt).slice(0, 4), c.number), complaint: c.id },
        ConditionExpression: isFree.expression,
      },
    },
    ...(await signsOf(c)).map(({ sign, text }, i): Write => ({
      Put: {
        TableName: table.name,
        Item: {
          ...keys.lookUpMark(c.id, `${sign}#${String(i)}`),
          gsi2pk: matterLookUp(sign, sealer.digest(text)),
          gsi2sk: c.filedAt,
        },
      },
    })),
  ];
}

function memoItem(sealer: Sealer, memo: Memo): Item & Key {
  const key = keys.memo(memo.complaint, memo.id);
  return { ...key, memo: sealFields(memo, ['text'], placeOf(key), sealer) };
}
const memoWrite = (table: Table, sealer: Sealer, memo: Memo): Write => ({
  Put: { TableName: table.name, Item: memoItem(sealer, memo), ConditionExpression: isFree.expression },
});
