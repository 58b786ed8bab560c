/** Files who was named where, under the name of the one who is meant, until they have read it. */
import { Mention, MENTION_MS, MENTIONS_SHOWN, type Mentions } from '../conversation/mention.ts';
import { msOf, plus } from '../time.ts';
import { keys, type Key } from './keys.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const itemOf = (mention: Mention): Item & Key => ({
  ...keys.mention(mention.to, mention.key),
  mention,
  expires: Math.floor((msOf(mention.at) + MENTION_MS) / 1000),
});
export const mentionWrite = (table: Table, mention: Mention): Write => ({
  Put: { TableName: table.name, Item: itemOf(mention) },
});

/** A note and word of it to those who are meant: all or nothing, and once. */
export async function addWithMentions(
  table: Table,
  note: Item & Key,
  mentions: readonly Mention[],
): Promise<'done' | 'repeated'> {
  if (mentions.length === 0) return (await table.put(note, isFree)) ? 'done' : 'repeated';
  for (;;) {
    const answer = await table.transact([
      { Put: { TableName: table.name, Item: note, ConditionExpression: isFree.expression } },
      ...mentions.map((mention) => mentionWrite(table, mention)),
    ]);
    if (answer.ok) return 'done';
    // The same delivery twice at once: the next look tells which of them came first.
    if (answer.failed !== 'conflict') return 'repeated';
  }
}

export function openMentionStore(table: Table): Mentions {
  return {
    async add(mentions) {
      await Promise.all(mentions.map((mention) => table.put(itemOf(mention))));
    },
    async of(staff, now) {
      const { items } = await table.query({
        pk: keys.mention(staff, '').pk,
        from: plus(now, -MENTION_MS),
        limit: MENTIONS_SHOWN + 1,
        backwards: true,
      });
      return {
        mentions: items.slice(0, MENTIONS_SHOWN).map((item) => Mention.parse(item['mention'])),
        more: items.length > MENTIONS_SHOWN,
      };
    },
    async read(staff, read) {
      await Promise.all(read.map((key) => table.remove(keys.mention(staff, key))));
    },
  };
}
