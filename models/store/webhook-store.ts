/** Files webhooks, with address and secrets sealed, and what is on its way to them. */
import { msOf, DAY, type Instant } from '../time.ts';
import { Delivery, type Deliveries } from '../webhook/delivery.ts';
import { Webhook, type Webhooks } from '../webhook/webhook.ts';
import { deliveriesDue, dueKey, keys, SHARDS, shardOf, webhooksOf, type Key } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table } from './table.ts';

const SEALED = ['url', 'secrets'] as const;
const placeOf = ({ pk, sk }: Key): string => `${pk}#${sk}`;

export function openWebhookStore(table: Table, sealer: Sealer): Webhooks {
  const opened = async (item: Item): Promise<Webhook> =>
    Webhook.parse(await openFields(item['record'] as Item, SEALED, placeOf(item as Key), sealer));
  return {
    async find(id) {
      const item = await table.get(keys.webhook(id));
      return item === undefined ? undefined : opened(item);
    },
    save(webhook) {
      const key = keys.webhook(webhook.id);
      const filed: Webhook = { ...webhook, version: webhook.version + 1 };
      return table.put(
        {
          ...key,
          kind: 'webhook',
          record: sealFields(filed, SEALED, placeOf(key), sealer),
          ...(webhook.state === 'removed' ? {} : { gsi2pk: webhooksOf(webhook.office), gsi2sk: webhook.id }),
        },
        webhook.version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': webhook.version },
            },
      );
    },
    ofOffice: async (office) =>
      Promise.all((await table.queryAll({ index: 'byDigest', pk: webhooksOf(office) })).map(opened)),
  };
}

/** What went out is looked into within weeks, or never. */
const KEPT_MS = 30 * DAY;
const deliveryOf = (item: Item): Delivery => Delivery.parse(item['delivery']);

export function openDeliveryStore(table: Table): Deliveries {
  return {
    async add(delivery) {
      return (await table.put(itemOf(delivery), isFree)) ? 'added' : 'known';
    },
    async find(webhook, at, event) {
      const item = await table.get(keys.webhookDelivery(webhook, at, event));
      return item === undefined ? undefined : deliveryOf(item);
    },
    save: (delivery) =>
      table.put(itemOf({ ...delivery, revision: delivery.revision + 1 }), {
        expression: '#delivery.#revision = :read',
        names: { '#delivery': 'delivery', '#revision': 'revision' },
        values: { ':read': delivery.revision },
      }),
    async due(now, limit) {
      const pages = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) =>
          table.query({ index: 'byDue', pk: deliveriesDue(shard), to: dueKey(now, '~'), limit }),
        ),
      );
      return pages
        .flatMap((page) => page.items)
        .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1))
        .slice(0, limit)
        .map(deliveryOf);
    },
    async log(webhook, limit, start) {
      const page = await table.query({
        pk: keys.webhook(webhook).pk,
        from: 'DELIVERY#',
        to: 'DELIVERY#~',
        backwards: true,
        limit,
        ...(start === undefined ? {} : { start: JSON.parse(Buffer.from(start, 'base64url').toString()) as Item }),
      });
      return {
        deliveries: page.items.map(deliveryOf),
        ...(page.next === undefined ? {} : { next: Buffer.from(JSON.stringify(page.next)).toString('base64url') }),
      };
    },
  };
}

function itemOf(delivery: Delivery): Item & Key {
  const { webhook, event, body, state } = delivery;
  const due = (when: Instant): Item => ({
    gsi1pk: deliveriesDue(shardOf(body.data.id)),
    gsi1sk: dueKey(when, `${webhook}#${event}`),
  });
  return {
    ...keys.webhookDelivery(webhook, body.timestamp, event),
    delivery,
    expires: Math.floor((msOf(body.timestamp) + KEPT_MS) / 1000),
    ...(state.name === 'queued' ? due(state.nextTry) : state.name === 'sending' ? due(state.until) : {}),
  };
}
