/** Files audit lines with everything counted from them, and closes each day with a digest. */
import { createHash } from 'node:crypto';
import { chainedText, type AuditLine, type AuditLines, type ChainedLine, type Counts } from '../aftermath/audit.ts';
import { blocksWith, withWeekday } from '../aftermath/blocks.ts';
import { digestText, type Digest, type Digests } from '../aftermath/figures.ts';
import { tallyOf } from '../aftermath/tally.ts';
import { addDays, dayOf, type Day } from '../time.ts';
import { auditOf, keys, type Key } from './keys.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const HEAD = 'HEAD';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function openAuditStore(table: Table): AuditLines & Digests {
  const onDay: AuditLines['onDay'] = async (office, day) =>
    (await table.queryAll({ index: 'byDigest', pk: auditOf(office, day) })).map((item) => item['line'] as ChainedLine);
  return {
    async add(line, today) {
      const key = keys.auditLine(line.record, line.version);
      let day = dayOf(line.at);
      // A lost race for the chain's head is run again; a line that is already there is left alone.
      for (;;) {
        const head = await table.get({ pk: key.pk, sk: HEAD });
        const previous = (head?.['hash'] as string | undefined) ?? '';
        const hash = sha256(chainedText(line, previous));
        const [open, ...counted] = [dayIsOpen(table, line.office, day), ...countedWrites(table, line, day)];
        const answer = await table.transact([
          open,
          lineWrite(table, key, line, { previous, hash, day }),
          headWrite(table, key, line.version, hash, head === undefined ? undefined : previous),
          ...counted,
        ]);
        if (answer.ok) return 'added';
        if (answer.failed === 1) return 'known';
        // The day's digest is published: what comes now belongs to today, or to the next day that is open.
        if (answer.failed === 0) day = day < today ? today : addDays(day, 1);
      }
    },
    async of(record) {
      return (await table.queryAll({ pk: keys.auditLine(record, 0).pk, from: '0', to: '9~' })).map(
        (item) => item['line'] as ChainedLine,
      );
    },
    async headOf(record) {
      const head = await table.get({ pk: keys.auditLine(record, 0).pk, sk: HEAD });
      return head === undefined ? undefined : { hash: head['hash'] as string, version: head['version'] as number };
    },
    onDay,

    async latest(office, limit) {
      const { items } = await table.query({ pk: keys.digest(office, '' as Day).pk, limit, backwards: true });
      return items.map((item) => item['digest'] as Digest);
    },
    async from(office, day) {
      return (await table.queryAll({ pk: keys.digest(office, day).pk, from: day })).map(
        (item) => item['digest'] as Digest,
      );
    },
    async firstDay(office) {
      const { items } = await table.query({ pk: keys.figure(office, '' as Day).pk, limit: 1 });
      return items[0]?.['sk'] as Day | undefined;
    },
    async close(office, day, previous, now) {
      const key = keys.digest(office, day);
      if ((await table.get(key)) !== undefined) return 'known';
      const lines = await onDay(office, day);
      const digest: Digest = {
        office,
        day,
        lines: lines.length,
        hash: sha256(digestText(previous, office, day, lines)),
        previous,
        writtenAt: now,
      };
      // The day's counter moves with every line: the digest is written only over exactly the lines that were read.
      const answer = await table.transact([
        { Put: { TableName: table.name, Item: { ...key, digest }, ConditionExpression: isFree.expression } },
        {
          ConditionCheck: {
            TableName: table.name,
            Key: keys.figure(office, day),
            ...(lines.length === 0
              ? {
                  ConditionExpression: 'attribute_not_exists(#lines)',
                  ExpressionAttributeNames: { '#lines': 'n:lines' },
                }
              : {
                  ConditionExpression: '#lines = :read',
                  ExpressionAttributeNames: { '#lines': 'n:lines' },
                  ExpressionAttributeValues: { ':read': lines.length },
                }),
          },
        },
      ]);
      return answer.ok ? 'written' : 'open';
    },
  };
}

const dayIsOpen = (table: Table, office: AuditLine['office'], day: Day): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: keys.digest(office, day),
    ConditionExpression: isFree.expression,
  },
});

const lineWrite = (
  table: Table,
  key: Key,
  line: AuditLine,
  { previous, hash, day }: { previous: string; hash: string; day: Day },
): Write => ({
  Put: {
    TableName: table.name,
    Item: {
      ...key,
      line: { ...line, previous, hash },
      gsi2pk: auditOf(line.office, day),
      gsi2sk: `${line.at}#${key.pk}#${key.sk}`,
    },
    ConditionExpression: isFree.expression,
  },
});

const headWrite = (table: Table, { pk }: Key, version: number, hash: string, previous: string | undefined): Write => ({
  Put: {
    TableName: table.name,
    Item: { pk, sk: HEAD, hash, version },
    ...(previous === undefined
      ? { ConditionExpression: isFree.expression }
      : {
          ConditionExpression: '#h = :previous',
          ExpressionAttributeNames: { '#h': 'hash' },
          ExpressionAttributeValues: { ':previous': previous },
        }),
  },
});

/** The line's figures, lists and standing, written with it or not at all. */
function countedWrites(table: Table, line: AuditLine, day: Day): Write[] {
  const { counts, by, pairs, topics, standing, cases, asks } = tallyOf(line);
  const { office } = line;
  return [
    // The day's and, so that long periods stay cheap, the week's and the month's.
    ...blocksWith(day).flatMap(({ of, first }) => [
      ...countWrite(table, keys.figure(office, first, of), of === 'day' ? counts : withWeekday(counts, day)),
      ...countWrite(table, keys.figureBy(office, first, of), by),
    ]),
    ...countWrite(table, keys.figurePairs(office, day), pairs),
    ...countWrite(table, keys.figureTopics(office, day), topics),
    ...countWrite(table, keys.standing(office), standing),
    ...cases.map((counted, i): Write => {
      const place = `${day}#${counted.at}#${counted.record}#${String(counted.version)}#${String(i)}`;
      return {
        Put: {
          TableName: table.name,
          Item: { ...keys.counted(office, counted.figure, place), counted: { ...counted, day } satisfies Item },
        },
      };
    }),
    ...asks.map(({ list, enters }): Write => {
      const key = keys.asking(office, list, line.record);
      return enters
        ? { Put: { TableName: table.name, Item: { ...key, since: line.at } } }
        : { Delete: { TableName: table.name, Key: key } };
    }),
  ];
}

function countWrite(table: Table, key: Key, counts: Counts): Write[] {
  const names = Object.keys(counts);
  if (names.length === 0) return [];
  const update: Write = {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: `ADD ${names.map((_, i) => `#c${String(i)} :c${String(i)}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#c${String(i)}`, `n:${name}`])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:c${String(i)}`, counts[name]])),
    },
  };
  return [update];
}
