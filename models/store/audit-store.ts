/** Files audit lines and the figures drawn from them. */
import { createHash } from 'node:crypto';
import { chainedText, type AuditLines, type ChainedLine, type Counts, type Figures } from '../aftermath/audit.ts';
import { addDays, dayOf, type Day } from '../time.ts';
import { auditOf, keys } from './keys.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const HEAD = 'HEAD';

export function openAuditStore(table: Table): AuditLines & Figures {
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
  return {
    async add(line, counts) {
      const key = keys.auditLine(line.record, line.version);
      // A lost race for the chain's head is run again; a line that is already there is left alone.
      for (;;) {
        const [known, head] = await Promise.all([table.get(key), table.get({ pk: key.pk, sk: HEAD })]);
        if (known !== undefined) return 'known';
        const previous = (head?.['hash'] as string | undefined) ?? '';
        const hash = createHash('sha256').update(chainedText(line, previous)).digest('hex');
        const day = dayOf(line.at);
        const writes: Write[] = [
          {
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
          },
          {
            Put: {
              TableName: table.name,
              Item: { pk: key.pk, sk: HEAD, hash, version: line.version },
              ...(head === undefined
                ? { ConditionExpression: isFree.expression }
                : {
                    ConditionExpression: '#h = :previous',
                    ExpressionAttributeNames: { '#h': 'hash' },
                    ExpressionAttributeValues: { ':previous': previous },
                  }),
            },
          },
          countWrite(table, keys.figure(line.office, day), counts),
        ];
        if ((await table.transact(writes)).ok) return 'added';
      }
    },
    async of(record) {
      return (await all({ pk: keys.auditLine(record, 0).pk, from: '0', to: '9~' })).map(
        (item) => item['line'] as ChainedLine,
      );
    },
    async onDay(office, day) {
      return (await all({ index: 'byDigest', pk: auditOf(office, day) })).map((item) => item['line'] as ChainedLine);
    },
    async between(office, from, to) {
      const items = await all({ pk: keys.figure(office, from).pk, from, to });
      const days = new Map(
        items.map((item) => [
          item['sk'] as Day,
          Object.fromEntries(
            Object.entries(item)
              .filter(([name]) => name.startsWith('n:'))
              .map(([name, n]) => [name.slice(2), n as number]),
          ),
        ]),
      );
      const out = [];
      for (let day = from; day <= to; day = addDays(day, 1)) out.push({ office, day, counts: days.get(day) ?? {} });
      return out;
    },
  };
}

function countWrite(table: Table, key: { pk: string; sk: string }, counts: Counts): Write {
  const names = Object.keys(counts);
  return {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: `ADD ${names.map((_, i) => `#c${String(i)} :c${String(i)}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#c${String(i)}`, `n:${name}`])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:c${String(i)}`, counts[name]])),
    },
  };
}
