/** Files the “now” queue: one ticket a matter, the line spread over shards and put together by the time of joining. */
import { referenceKey } from '../appointment/booking.ts';
import type { Queue } from '../appointment/bookings.ts';
import { Ticket, lostAt, placeInQueue } from '../appointment/queue.ts';
import { slotRulesOf } from '../appointment/rules.ts';
import type { Instant } from '../time.ts';
import { dueKey, keys, queueList, SHARDS, shardOf, ticketsDue } from './keys.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
/** The sign of life lies beside the record. */
const ticketOf = (item: Item): Ticket => Ticket.parse({ ...(item['record'] as Item), seenAt: item['seenAt'] });

export function openQueueStore(table: Table): Queue {
  const inLine = async (list: (shard: number) => string, limit: number, before?: Instant): Promise<Item[]> => {
    const pages = await Promise.all(
      shards.map((shard) =>
        table.query({
          index: 'byDue',
          pk: list(shard),
          limit,
          ...(before === undefined ? {} : { to: dueKey(before, '~') }),
        }),
      ),
    );
    return pages
      .flatMap((page) => page.items)
      .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1))
      .slice(0, limit);
  };
  return {
    async find(reference) {
      const item = await table.get(keys.ticket(referenceKey(reference)));
      return item === undefined ? undefined : ticketOf(item);
    },
    async save(ticket) {
      return (await table.transact([recordWrite(table, ticket), stepWrite(table, ticket)])).ok;
    },
    async seen(reference, now) {
      const change = { set: 'SET #seen = :now', names: { '#seen': 'seenAt' }, values: { ':now': now } };
      const key = keys.ticket(referenceKey(reference));
      return (await table.update(key, { ...change, expression: 'attribute_exists(pk)' })) !== false;
    },
    async waiting(office, kind, limit) {
      return (await inLine((shard) => queueList(office, kind, 'waiting', shard), limit)).map(ticketOf);
    },
    async countAhead(office, kind, place) {
      const counts = await Promise.all(
        shards.map((shard) =>
          table.count({ index: 'byDue', pk: queueList(office, kind, 'waiting', shard), to: place }),
        ),
      );
      return counts.reduce((sum, n) => sum + n, 0);
    },
    async called(office, kind) {
      return (await inLine((shard) => queueList(office, kind, 'called', shard), 100)).map(ticketOf);
    },
    async due(now, limit) {
      const steps = await inLine(ticketsDue, limit, now);
      const items = await table.batchGet(steps.map((item) => ({ pk: item['pk'] as string, sk: 'RECORD' })));
      return items.map(ticketOf);
    },
  };
}

function recordWrite(table: Table, ticket: Ticket): Write {
  const { seenAt, ...record } = ticket;
  const name = referenceKey(ticket.reference);
  const list = ticket.state.name === 'waiting' || ticket.state.name === 'called' ? ticket.state.name : undefined;
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.ticket(name),
        kind: 'queue-ticket',
        record: { ...record, version: ticket.version + 1 },
        seenAt,
        ...(list === undefined
          ? {}
          : {
              gsi1pk: queueList(ticket.office, ticket.kind, list, shardOf(name)),
              gsi1sk: dueKey(placeInQueue(ticket), name),
            }),
      },
      ...(ticket.version === 0
        ? { ConditionExpression: isFree.expression }
        : {
            ConditionExpression: '#record.#version = :read',
            ExpressionAttributeNames: { '#record': 'record', '#version': 'version' },
            ExpressionAttributeValues: { ':read': ticket.version },
          }),
    },
  };
}

function stepWrite(table: Table, ticket: Ticket): Write {
  const name = referenceKey(ticket.reference);
  const rules = slotRulesOf(ticket.office, ticket.kind);
  const due = rules === undefined ? undefined : lostAt(ticket, rules);
  const key = keys.ticketStep(name);
  return due === undefined
    ? { Delete: { TableName: table.name, Key: key } }
    : {
        Put: { TableName: table.name, Item: { ...key, gsi1pk: ticketsDue(shardOf(name)), gsi1sk: dueKey(due, name) } },
      };
}
