/** Files guidance sheets, the one open sheet of a talk and service, the codes they are found by, and what the clock has to do with them. */
import type { SheetId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import { nextStep } from '../sheet/changes/end.ts';
import { GuidanceSheet, isOver, isUntold } from '../sheet/sheet.ts';
import type { Sheets } from '../sheet/sheets.ts';
import { dueKey, keys, SHARDS, shardOf, sheetsDue, sheetsOf, sheetsToJudge } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const SEALED = ['words', 'code'] as const;
const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

export function openSheetStore(table: Table, sealer: Sealer): Sheets {
  const sheetOf = async (item: Item): Promise<GuidanceSheet> =>
    GuidanceSheet.parse(await openFields(item['record'] as Item, SEALED, `${item['pk'] as string}#RECORD`, sealer));
  const found = async (id: SheetId): Promise<GuidanceSheet | undefined> => {
    const item = await table.get(keys.sheet(id));
    return item === undefined ? undefined : sheetOf(item);
  };
  const idOf = (item: Item): SheetId => (item['pk'] as string).slice('SHEET#'.length) as SheetId;
  const codeKey = (office: GuidanceSheet['office'], code: string) =>
    keys.sheetCode(office, sealer.digest(`sheet-code#${code}`));

  return {
    async find(id) {
      const sheet = await found(id);
      return sheet === undefined ? refused('not-found', 'no such sheet') : done(sheet);
    },
    async ofTalk(conversation) {
      const items = await table.queryAll({ index: 'byDigest', pk: sheetsOf(conversation) });
      return Promise.all(items.map(sheetOf));
    },
    async openFor(conversation, service) {
      return (await table.get(keys.sheetAtHand(conversation, service)))?.['sheet'] as SheetId | undefined;
    },
    async commit(before, after) {
      const filed: GuidanceSheet = { ...after, version: (before?.version ?? 0) + 1 };
      const answer = await table.transact([
        recordWrite(table, sealer, before, filed),
        ...stepWrites(table, before, filed),
        ...atHandWrites(table, before, filed),
        ...(filed.code === undefined || before?.code === filed.code
          ? []
          : [
              {
                Put: {
                  TableName: table.name,
                  Item: { ...codeKey(filed.office, filed.code), sheet: filed.id },
                  ConditionExpression: isFree.expression,
                },
              },
            ]),
      ]);
      return answer.ok ? 'done' : 'stale';
    },
    async byCode(office, code) {
      const pointer = await table.get(codeKey(office, code));
      return pointer === undefined ? undefined : found(pointer['sheet'] as SheetId);
    },
    async toJudge(office, limit) {
      const pages = await Promise.all(
        shards.map((shard) => table.query({ index: 'byDue', pk: sheetsToJudge(office, shard), limit })),
      );
      const items = pages
        .flatMap((page) => page.items)
        .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1));
      return Promise.all(items.slice(0, limit).map(sheetOf));
    },
    async due(now, limit) {
      const pages = await Promise.all(
        shards.map((shard) => table.query({ index: 'byDue', pk: sheetsDue(shard), to: dueKey(now, '~'), limit })),
      );
      const sheets = await Promise.all(pages.flatMap((page) => page.items).map((item) => found(idOf(item))));
      return sheets.filter((sheet) => sheet !== undefined).slice(0, limit);
    },
    async nextNumber(office, day) {
      const item = await table.update(keys.counter(office, day, 'sheet'), {
        set: 'ADD #n :one',
        expression: '',
        names: { '#n': 'n' },
        values: { ':one': 1 },
      });
      return (item as { n: number }).n;
    },
  };
}

/** Since when the oldest photo waits for a verdict. */
const waitsSince = (sheet: GuidanceSheet): string | undefined =>
  isOver(sheet)
    ? undefined
    : sheet.items
        .flatMap(({ photos }) => photos)
        .filter((photo) => isUntold(photo) && photo.verdict === undefined)
        .map(({ at }) => at)
        .sort()[0];

/** Over the version that was read; a new sheet only where none is. */
function recordWrite(table: Table, sealer: Sealer, before: GuidanceSheet | undefined, after: GuidanceSheet): Write {
  const key = keys.sheet(after.id);
  const since = waitsSince(after);
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...key,
        kind: 'sheet',
        record: sealFields(after, SEALED, `${key.pk}#RECORD`, sealer),
        gsi2pk: sheetsOf(after.conversation),
        gsi2sk: after.id,
        ...(since === undefined
          ? {}
          : { gsi1pk: sheetsToJudge(after.office, shardOf(after.id)), gsi1sk: `${since}#${after.id}` }),
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

/** Written only when it moves. */
function stepWrites(table: Table, before: GuidanceSheet | undefined, after: GuidanceSheet): Write[] {
  const next = nextStep(after)?.at;
  if (before !== undefined && next === nextStep(before)?.at) return [];
  const key = keys.sheetStep(after.id);
  return [
    next === undefined
      ? { Delete: { TableName: table.name, Key: key } }
      : {
          Put: {
            TableName: table.name,
            Item: { ...key, gsi1pk: sheetsDue(shardOf(after.id)), gsi1sk: dueKey(next, after.id) },
          },
        },
  ];
}

/** Of a talk and service one sheet is open: whoever begins a second one is refused, and finds the first. */
function atHandWrites(table: Table, before: GuidanceSheet | undefined, after: GuidanceSheet): Write[] {
  const key = keys.sheetAtHand(after.conversation, after.service);
  if (before === undefined)
    return [
      {
        Put: {
          TableName: table.name,
          Item: { ...key, sheet: after.id },
          ConditionExpression: isFree.expression,
        },
      },
    ];
  return isOver(after) && !isOver(before) ? [{ Delete: { TableName: table.name, Key: key } }] : [];
}
