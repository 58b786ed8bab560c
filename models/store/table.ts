/** The filing room's door: the one place that speaks to DynamoDB. Every write is conditional, every list is paged. */
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  DynamoDBDocumentClient,
  type QueryCommandInput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Key } from './keys.ts';

export type Item = Record<string, unknown>;
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Page = { items: Item[]; next?: Key & Item };
export type Index = 'byDue' | 'byDigest';

/** Attribute names of each index, as in serverless.yml. */
const indexKeys = { byDue: ['gsi1pk', 'gsi1sk'], byDigest: ['gsi2pk', 'gsi2sk'] } as const satisfies Record<
  Index,
  readonly [string, string]
>;

export type Span = {
  index?: Index;
  pk: string;
  from?: string;
  to?: string;
  limit?: number;
  backwards?: boolean;
  start?: Item;
};

export interface Table {
  get(key: Key): Promise<Item | undefined>;
  batchGet(keys: readonly Key[]): Promise<Item[]>;
  /** Puts a whole item; false when `condition` does not hold. */
  put(item: Item & Key, condition?: Condition): Promise<boolean>;
  update(key: Key, change: Change): Promise<Item | undefined | false>;
  remove(key: Key): Promise<void>;
  query(span: Span): Promise<Page>;
  /** All pages of a span that is known to be short. */
  queryAll(span: Span): Promise<Item[]>;
  count(span: Span): Promise<number>;
  /** All or nothing. Answers with the index of the first write whose condition failed, or 'conflict' for one that met another transaction. */
  transact(writes: Write[]): Promise<{ ok: true } | { ok: false; failed: number | 'conflict' }>;
  readonly name: string;
}
export type Condition = { expression: string; names?: Record<string, string>; values?: Item };
export type Change = Condition & { set: string };

export function openTable(plain: DynamoDBClient, name: string): Table {
  // It makes a censored copy of every request and answer for a log that nobody keeps: a tenth of the time at a table that answers at once.
  plain.middlewareStack.remove('loggerMiddleware');
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const spanInput = ({ index, pk, from, to, limit, backwards, start }: Span): QueryCommandInput => {
    const [p, s] = index === undefined ? (['pk', 'sk'] as const) : indexKeys[index];
    const range =
      from !== undefined && to !== undefined
        ? ' AND #s BETWEEN :from AND :to'
        : from !== undefined
          ? ' AND #s >= :from'
          : to !== undefined
            ? ' AND #s <= :to'
            : '';
    return {
      TableName: name,
      ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
      KeyConditionExpression: `#p = :p${range}`,
      ExpressionAttributeNames: { '#p': p, ...(range === '' ? {} : { '#s': s }) },
      ExpressionAttributeValues: {
        ':p': pk,
        ...(from === undefined ? {} : { ':from': from }),
        ...(to === undefined ? {} : { ':to': to }),
      },
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      ScanIndexForward: backwards !== true,
    };
  };
  const query = async (span: Span): Promise<Page> => {
    const answer = await client.send(new QueryCommand(spanInput(span)));
    return {
      items: answer.Items ?? [],
      ...(answer.LastEvaluatedKey === undefined ? {} : { next: answer.LastEvaluatedKey as Key & Item }),
    };
  };
  return {
    name,
    query,
    async queryAll(span) {
      const items: Item[] = [];
      let start: Item | undefined;
      do {
        const page = await query({ ...span, ...(start === undefined ? {} : { start }) });
        items.push(...page.items);
        start = page.next;
      } while (start !== undefined);
      return items;
    },
    async get(key) {
      return (await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))).Item;
    },
    async batchGet(wanted) {
      const items: Item[] = [];
      let keys = [...wanted];
      while (keys.length > 0) {
        const answer = await client.send(
          new BatchGetCommand({ RequestItems: { [name]: { Keys: keys.slice(0, 100) } } }),
        );
        items.push(...(answer.Responses?.[name] ?? []));
        keys = [...((answer.UnprocessedKeys?.[name]?.Keys ?? []) as Key[]), ...keys.slice(100)];
      }
      return items;
    },
    async put(item, condition) {
      return heldOrFalse(
        client
          .send(new PutCommand({ TableName: name, Item: item, ...conditionInput(condition) }))
          .then(() => true as const),
      );
    },
    async update(key, { set, ...condition }) {
      return heldOrFalse(
        client
          .send(
            new UpdateCommand({
              TableName: name,
              Key: key,
              UpdateExpression: set,
              ...conditionInput(condition),
              ReturnValues: 'ALL_NEW',
            }),
          )
          .then((answer) => answer.Attributes),
      );
    },
    async remove(key) {
      await client.send(new DeleteCommand({ TableName: name, Key: key }));
    },
    async count(span) {
      let total = 0;
      let start: Item | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({ ...spanInput({ ...span, ...(start === undefined ? {} : { start }) }), Select: 'COUNT' }),
        );
        total += answer.Count ?? 0;
        start = answer.LastEvaluatedKey;
      } while (start !== undefined);
      return total;
    },
    async transact(writes) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: writes }));
        return { ok: true };
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map((r) => r.Code);
        const failed = codes.indexOf('ConditionalCheckFailed');
        if (failed >= 0) return { ok: false, failed };
        if (codes.includes('TransactionConflict')) return { ok: false, failed: 'conflict' };
        throw error;
      }
    },
  };
}

export const conditionInput = (condition?: Condition): object => {
  if (condition === undefined) return {};
  const { expression, names, values } = condition;
  return {
    ...(expression === '' ? {} : { ConditionExpression: expression }),
    ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  };
};

export const isFree: Condition = { expression: 'attribute_not_exists(pk)' };

async function heldOrFalse<T>(sent: Promise<T>): Promise<T | false> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
