/** Files radio scripts; what a manager remarked on one is sealed, the rest is written to be read out. */
import { Broadcast, isPublic } from '../broadcast/broadcast.ts';
import type { Broadcasts } from '../broadcast/broadcasts.ts';
import { done, refused } from '../outcome.ts';
import { broadcastsOf, broadcastsPublished, keys } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table } from './table.ts';

const SEALED = ['remark'] as const;

export function openBroadcastStore(table: Table, sealer: Sealer): Broadcasts {
  const opened = async (item: Item): Promise<Broadcast> =>
    Broadcast.parse(await openFields(item['record'] as Item, SEALED, `${item['pk'] as string}#RECORD`, sealer));
  return {
    async find(id) {
      const item = await table.get(keys.broadcast(id));
      return item === undefined ? refused('not-found', 'no such script') : done(await opened(item));
    },
    async save(broadcast) {
      const { id, office, week, version } = broadcast;
      const key = keys.broadcast(id);
      const filed: Broadcast = { ...broadcast, version: version + 1 };
      const saved = await table.put(
        {
          ...key,
          kind: 'broadcast',
          record: sealFields(filed, SEALED, `${key.pk}#RECORD`, sealer),
          gsi1pk: broadcastsOf(office),
          gsi1sk: week,
          ...(isPublic(filed) ? { gsi2pk: broadcastsPublished(office), gsi2sk: week } : {}),
        },
        version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': version },
            },
      );
      return saved ? done(filed) : refused('stale', 'somebody changed the script meanwhile');
    },
    async ofOffice(office, limit, start) {
      const { items, next } = await table.query({
        index: 'byDue',
        pk: broadcastsOf(office),
        // The last one that was shown is read again and left out: its week is where the page goes on.
        ...(start === undefined ? {} : { to: start }),
        limit: limit + (start === undefined ? 0 : 1),
        backwards: true,
      });
      const broadcasts = (await Promise.all(items.map(opened))).filter(({ week }) => week !== start);
      const last = broadcasts.at(-1);
      return { broadcasts, ...(next === undefined || last === undefined ? {} : { next: last.week }) };
    },
    async published(office, limit) {
      const { items } = await table.query({
        index: 'byDigest',
        pk: broadcastsPublished(office),
        limit,
        backwards: true,
      });
      return Promise.all(items.map(opened));
    },
  };
}
