/** Files lenders, further applications under their codes, and which rows of their lists became releases. */
import type { LenderId, ReleaseId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import { Lender, LenderApplication, RevealReason } from '../release/lender.ts';
import type { LenderStateName } from '../release/lender-kinds.ts';
import type { Lenders, ReleaseRows } from '../release/lenders.ts';
import { msOf } from '../time.ts';
import { dueKey, keys, lendersOf } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const SEALED = ['contact', 'note'] as const;
/** Nobody took it over in half a year: then it is gone. */
const APPLICATION_SECONDS = 180 * 86_400;
const placeOf = (item: Item): string => `${item['pk'] as string}#${item['sk'] as string}`;

export function openLenderStore(table: Table, sealer: Sealer): Lenders {
  const opened = async (item: Item): Promise<Lender> =>
    Lender.parse(await openFields(item['record'] as Item, SEALED, placeOf(item), sealer));
  const recordWrite = (lender: Lender, before: Lender | undefined): Write => {
    const key = keys.lender(lender.id);
    return {
      Put: {
        TableName: table.name,
        Item: {
          ...key,
          kind: 'lender',
          record: sealFields(lender, SEALED, placeOf(key), sealer),
          gsi1pk: lendersOf(lender.office, lender.state.name),
          gsi1sk: dueKey(lender.since, lender.id),
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
  };
  /** The code's own item holds its place: whoever writes it first has it. */
  const codeWrites = (lender: Lender, before: Lender | undefined): Write[] =>
    before?.code === lender.code
      ? []
      : [
          {
            Put: {
              TableName: table.name,
              Item: { ...keys.lenderCode(lender.office, lender.code), lender: lender.id },
              ConditionExpression: isFree.expression,
            },
          },
          ...(before === undefined
            ? []
            : [{ Delete: { TableName: table.name, Key: keys.lenderCode(before.office, before.code) } }]),
        ];
  return {
    async find(id) {
      const item = await table.get(keys.lender(id));
      return item === undefined ? refused('not-found', 'no such lender') : done(await opened(item));
    },
    async standing(id) {
      const record = (await table.get(keys.lender(id)))?.['record'] as { state: { name: LenderStateName } } | undefined;
      return record?.state.name;
    },
    byCode: async (office, code) =>
      (await table.get(keys.lenderCode(office, code)))?.['lender'] as LenderId | undefined,
    async save(lender, before) {
      const filed: Lender = { ...lender, version: (before?.version ?? 0) + 1 };
      const saved = await table.transact([recordWrite(filed, before), ...codeWrites(filed, before)]);
      if (saved.ok) return done(filed);
      if (before?.code !== filed.code && (await table.get(keys.lenderCode(filed.office, filed.code))) !== undefined)
        return refused('bad-input', 'this credit code has a lender here already');
      return refused('stale', 'somebody else changed this lender first');
    },
    async ofState(office, state, limit, start) {
      const page = await table.query({
        index: 'byDue',
        pk: lendersOf(office, state),
        limit,
        backwards: state !== 'applied',
        ...(start === undefined ? {} : { start: JSON.parse(Buffer.from(start, 'base64url').toString()) as Item }),
      });
      return {
        lenders: await Promise.all(page.items.map(opened)),
        ...(page.next === undefined ? {} : { next: Buffer.from(JSON.stringify(page.next)).toString('base64url') }),
      };
    },
    count: (office, state) => table.count({ index: 'byDue', pk: lendersOf(office, state) }),
    async keepApplication(lender, application) {
      const key = keys.lenderApplication(lender, application.id);
      await table.put(
        {
          ...key,
          application: sealFields(application, ['details'], placeOf(key), sealer),
          expires: Math.floor(msOf(application.at) / 1000) + APPLICATION_SECONDS,
        },
        isFree,
      );
    },
    async applications(lender) {
      const { items } = await table.query({
        pk: keys.lender(lender).pk,
        from: 'APPLICATION#',
        to: 'APPLICATION#~',
        limit: 50,
      });
      return Promise.all(
        items.map(async (item) =>
          LenderApplication.parse(await openFields(item['application'] as Item, ['details'], placeOf(item), sealer)),
        ),
      );
    },
    dropApplication: (lender, application) => table.remove(keys.lenderApplication(lender, application)),
    async keepReason(lender, reason) {
      const key = keys.lenderReveal(lender, reason.id);
      await table.put({ ...key, reveal: sealFields(reason, ['reason'], placeOf(key), sealer) }, isFree);
    },
    async reasons(lender) {
      const { items } = await table.query({
        pk: keys.lender(lender).pk,
        from: 'REVEAL#',
        to: 'REVEAL#~',
        backwards: true,
        limit: 50,
      });
      return Promise.all(
        items.map(async (item) =>
          RevealReason.parse(await openFields(item['reveal'] as Item, ['reason'], placeOf(item), sealer)),
        ),
      );
    },
  };
}

export function openReleaseRowStore(table: Table, sealer: Sealer): ReleaseRows {
  const keyOf = (lender: LenderId, key: string) => keys.releaseRow(lender, sealer.digest(`release-row#${key}`));
  return {
    async reserve(lender, key, id) {
      const place = keyOf(lender, key);
      if (await table.put({ ...place, release: id, filed: false }, isFree)) return { release: id, filed: false };
      const item = await table.get(place);
      return { release: (item?.['release'] ?? id) as ReleaseId, filed: item?.['filed'] === true };
    },
    async filed(lender, key) {
      await table.update(keyOf(lender, key), {
        set: 'SET #filed = :yes',
        expression: 'attribute_exists(pk)',
        names: { '#filed': 'filed' },
        values: { ':yes': true },
      });
    },
    async known(lender, asked) {
      const places = new Map(asked.map((key) => [keyOf(lender, key).pk, key] as const));
      const items = await table.batchGet([...places.keys()].map((pk) => ({ pk, sk: 'RECORD' })));
      return new Set(
        items.filter((item) => item['filed'] === true).map((item) => places.get(item['pk'] as string) ?? ''),
      );
    },
  };
}
