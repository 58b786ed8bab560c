/** Files conversations, their lines and their notes. */
import type { Conversations } from '../conversation/conversations.ts';
import { Conversation } from '../conversation/conversation.ts';
import { comesFirst, standsAt } from '../conversation/green-lane.ts';
import { Line, Note } from '../conversation/line.ts';
import type { ConversationId, OfficeId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import { dayOf, msOf, type Instant } from '../time.ts';
import { closedList, dueKey, keys, lineSpan, lookUp, SHARDS, shardOf, workList } from './keys.ts';
import { addWithMentions } from './mention-store.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const SEALED = ['told', 'phone', 'confirmed', 'summary', 'dialog', 'rating', 'helper'] as const;
const LINE_SEALED = ['content', 'writer'] as const;
/** Deliveries are remembered this long; a device that repeats a message later than this has been offline for two months. */
const DELIVERY_DAYS = 60;

export function openConversationStore(table: Table, sealer: Sealer, now: () => number): Conversations {
  const recordOf = async (item: Item): Promise<Conversation> => {
    const { record, readByCitizen, readByOfficer } = item as {
      record: Item;
      readByCitizen?: number;
      readByOfficer?: number;
    };
    const place = `${item['pk'] as string}#RECORD`;
    return Conversation.parse({
      ...(await openFields(record, SEALED, place, sealer)),
      readByCitizen: readByCitizen ?? 0,
      readByOfficer: readByOfficer ?? 0,
    });
  };
  const look: Conversations['look'] = async (id) => {
    const item = await table.get(keys.conversation(id));
    const listeners = [...((item?.['listeners'] as Set<string> | undefined) ?? [])];
    return item?.['record'] === undefined ? { listeners } : { conversation: await recordOf(item), listeners };
  };
  const lineOf = async (item: Item): Promise<Line> =>
    Line.parse(
      await openFields(item['line'] as Item, LINE_SEALED, `${item['pk'] as string}#${item['sk'] as string}`, sealer),
    );
  const sealedLine = (line: Line): Item => {
    const key = keys.line(line.conversation, line.seq);
    return { ...key, line: sealFields(line, LINE_SEALED, `${key.pk}#${key.sk}`, sealer) };
  };

  const listed = async (
    office: OfficeId,
    list: 'waiting' | 'with-officer',
    limit: number,
    to?: string,
  ): Promise<Conversation[]> => {
    const pages = await Promise.all(
      Array.from({ length: SHARDS }, (_, shard) =>
        table.query({ index: 'byDue', pk: workList(office, list, shard), limit, ...(to === undefined ? {} : { to }) }),
      ),
    );
    const items = pages
      .flatMap((page) => page.items)
      .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1));
    return Promise.all(items.slice(0, limit).map(recordOf));
  };
  const looked = async (pk: string): Promise<Conversation[]> => {
    const { items } = await table.query({ index: 'byDigest', pk, backwards: true, limit: 20 });
    return Promise.all(items.map(recordOf));
  };

  return {
    async find(id) {
      const { conversation, listeners } = await look(id);
      return conversation === undefined
        ? refused('not-found', 'no such conversation')
        : done({ conversation, listeners });
    },
    look,

    async commit(before, after, lines, delivery, along) {
      const record = { ...after, version: (before?.version ?? 0) + 1 };
      const writes: Write[] = [
        recordWrite(table, sealer, before, record, along?.reached),
        ...((along?.writes ?? []) as readonly Write[]),
      ];
      if (delivery !== undefined) {
        const first = lines[0];
        const last = lines.at(-1);
        writes.push({
          Put: {
            TableName: table.name,
            Item: {
              ...keys.delivery(after.id, delivery),
              from: first?.seq ?? after.lastSeq + 1,
              to: last?.seq ?? after.lastSeq,
              expires: Math.floor(msOf(after.lastAt) / 1000) + DELIVERY_DAYS * 86_400,
            },
            ConditionExpression: isFree.expression,
          },
        });
      }
      const number = numberOf(after);
      if (number !== undefined && number !== numberOf(before)) {
        writes.push({
          Put: { TableName: table.name, Item: { ...keys.number(after.office, number), conversation: after.id } },
        });
      }
      for (const line of lines)
        writes.push({ Put: { TableName: table.name, Item: sealedLine(line), ConditionExpression: isFree.expression } });
      const answer = await table.transact(writes);
      if (answer.ok) return 'done';
      // A repeat is looked for first: the first delivery has also moved the version.
      if (delivery !== undefined && (await table.get(keys.delivery(after.id, delivery))) !== undefined)
        return 'repeated';
      return 'stale';
    },

    async delivered(id, delivery) {
      const item = await table.get(keys.delivery(id, delivery));
      return item === undefined ? undefined : { from: item['from'] as number, to: item['to'] as number };
    },

    async linesAfter(id, after, limit) {
      const { from, to } = lineSpan(after);
      const lines: Line[] = [];
      let start: Item | undefined;
      do {
        const page = await table.query({
          pk: keys.conversation(id).pk,
          from,
          to,
          limit: limit - lines.length,
          ...(start === undefined ? {} : { start }),
        });
        lines.push(...(await Promise.all(page.items.map(lineOf))));
        start = page.next;
      } while (start !== undefined && lines.length < limit);
      return lines;
    },

    addNote(note, mentions = []) {
      const key = keys.note(note.conversation, note.id);
      const item = { ...key, note: sealFields(note, ['text'], `${key.pk}#${key.sk}`, sealer) };
      return addWithMentions(table, item, mentions);
    },
    async notes(id) {
      const { items } = await table.query({ pk: keys.conversation(id).pk, from: 'NOTE#', to: 'NOTE#~' });
      const notes = await Promise.all(
        items.map(async (item) =>
          Note.parse(
            await openFields(item['note'] as Item, ['text'], `${item['pk'] as string}#${item['sk'] as string}`, sealer),
          ),
        ),
      );
      return notes.sort((a, b) => (a.at < b.at ? -1 : 1));
    },

    async markRead(id, by, seq) {
      const name = by === 'citizen' ? 'readByCitizen' : 'readByOfficer';
      await table.update(keys.conversation(id), {
        set: 'SET #n = :seq',
        expression: 'attribute_exists(pk) AND (attribute_not_exists(#n) OR #n < :seq) AND #record.#last >= :seq',
        names: { '#n': name, '#record': 'record', '#last': 'lastSeq' },
        values: { ':seq': seq },
      });
    },

    async show(id, viewer, until) {
      await table.put({ ...keys.viewer(id, viewer.id), viewer, until, expires: Math.floor(msOf(until) / 1000) + 60 });
    },
    async viewers(id, now) {
      const { items } = await table.query({ pk: keys.conversation(id).pk, from: 'VIEWER#', to: 'VIEWER#~' });
      return items.filter((item) => (item['until'] as string) > now).map((item) => item['viewer'] as never);
    },

    async listen(id, socket) {
      const add = { names: { '#l': 'listeners', '#record': 'record' }, values: { ':s': new Set([socket]) } };
      const held = await table.update(keys.conversation(id), {
        set: 'ADD #l :s',
        expression: 'attribute_exists(#record)',
        ...add,
      });
      if (held !== false) return;
      // The page is open, nothing was said yet: the list waits for a first word, for a day.
      await table.update(keys.conversation(id), {
        set: 'ADD #l :s SET #expires = :expires',
        expression: 'attribute_not_exists(#record)',
        names: { ...add.names, '#expires': 'expires' },
        values: { ...add.values, ':expires': Math.floor(now() / 1000) + 86_400 },
      });
    },
    async unlisten(id, socket) {
      await table.update(keys.conversation(id), {
        set: 'DELETE #l :s',
        expression: 'attribute_exists(pk)',
        names: { '#l': 'listeners' },
        values: { ':s': new Set([socket]) },
      });
    },

    list: (office, list, limit) => listed(office, list, limit),
    due: (office, list, now, limit) => listed(office, list, limit, dueKey(now, '~')),

    async closedOn(office, day, limit, start) {
      const page = await table.query({
        index: 'byDue',
        pk: closedList(office, day),
        limit,
        backwards: true,
        ...(start === undefined ? {} : { start: JSON.parse(Buffer.from(start, 'base64url').toString()) as Item }),
      });
      return {
        conversations: await Promise.all(page.items.map(recordOf)),
        ...(page.next === undefined ? {} : { next: Buffer.from(JSON.stringify(page.next)).toString('base64url') }),
      };
    },

    async countAhead(office, before) {
      const counts = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) =>
          table.count({ index: 'byDue', pk: workList(office, 'waiting', shard), to: dueKey(before, '') }),
        ),
      );
      return counts.reduce((sum, n) => sum + n, 0);
    },
    byPhoneTail: (office, tail) => looked(lookUp(office, 'phone-tail', sealer.digest(tail))),
    async byNumber(office, number) {
      const pointer = await table.get(keys.number(office, number.toUpperCase()));
      const item =
        pointer === undefined
          ? undefined
          : await table.get(keys.conversation(pointer['conversation'] as ConversationId));
      return item === undefined ? [] : [await recordOf(item)];
    },

    async nextNumber(office, day, of) {
      const item = await table.update(keys.counter(office, day, of), {
        set: 'ADD #n :one',
        expression: '',
        names: { '#n': 'n' },
        values: { ':one': 1 },
      });
      return (item as { n: number }).n;
    },
  };
}

/** The record's write: only over the version that was read; what listens and what was read stay as they are. */
function recordWrite(
  table: Table,
  sealer: Sealer,
  before: Conversation | undefined,
  after: Conversation,
  reached: number | undefined,
): Write {
  const key = keys.conversation(after.id);
  const { readByCitizen: _c, readByOfficer: _o, ...kept } = after;
  const record = sealFields(kept, SEALED, `${key.pk}#RECORD`, sealer);
  const due = dueEntry(after);
  const found = lookUpEntry(after, sealer);
  // For the stream: up to here nothing is left to be brought to WeChat.
  const said =
    reached === undefined ? { set: '', values: {} } : { set: ', reached = :reached', values: { ':reached': reached } };
  const values: Item = { ':record': record, ':kind': 'conversation', ...due.values, ...found.values, ...said.values };
  return {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: `SET #record = :record, #kind = :kind${due.set}${found.set}${said.set} REMOVE #expires${due.remove}`,
      ExpressionAttributeNames: {
        '#record': 'record',
        '#kind': 'kind',
        '#expires': 'expires',
        ...(before === undefined ? {} : { '#version': 'version' }),
      },
      ExpressionAttributeValues: before === undefined ? values : { ...values, ':read': before.version },
      ConditionExpression: before === undefined ? 'attribute_not_exists(#record)' : '#record.#version = :read',
    },
  };
}

function dueEntry(c: Conversation): { set: string; remove: string; values: Item } {
  const entry = (pk: string, due: Instant) => ({
    set: ', gsi1pk = :g1p, gsi1sk = :g1s',
    remove: '',
    values: { ':g1p': pk, ':g1s': dueKey(due, c.id) },
  });
  const shard = shardOf(c.id);
  switch (c.state.name) {
    case 'waiting-for-officer':
      return entry(workList(c.office, 'waiting', shard), standsAt(c.state.dueAt, comesFirst(c)));
    case 'with-officer':
      return entry(workList(c.office, 'with-officer', shard), c.state.leaseUntil);
    case 'closed':
      return entry(closedList(c.office, dayOf(c.state.at)), c.state.at);
    case 'with-bot':
      return { set: '', remove: ', gsi1pk, gsi1sk', values: {} };
  }
}

/** By the last four digits of the phone; only their digest leaves this function. */
function lookUpEntry(c: Conversation, sealer: Sealer): { set: string; values: Item } {
  if (c.phone === undefined) return { set: '', values: {} };
  return {
    set: ', gsi2pk = :g2p, gsi2sk = :g2s',
    values: { ':g2p': lookUp(c.office, 'phone-tail', sealer.digest(c.phone.slice(-4))), ':g2s': c.lastAt },
  };
}

const numberOf = (c: Conversation | undefined): string | undefined =>
  c !== undefined && (c.state.name === 'waiting-for-officer' || c.state.name === 'with-officer')
    ? c.state.number
    : undefined;
