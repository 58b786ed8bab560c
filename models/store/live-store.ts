/** Files live guidances: the record, its place in line, its next look, and the pointer that lets a talk have one at a time. */
import { standsAt } from '../conversation/green-lane.ts';
import { dueAt } from '../live/changes.ts';
import { LiveSession } from '../live/live-session.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import type { LiveId, OfficeId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { dueKey, keys, liveDue, liveWaiting, SHARDS, shardOf } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const SEALED = ['helper'] as const;
const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
const placeOf = (id: LiveId): string => `LIVE#${id}#RECORD`;
/** Sorts before the place of whoever asked at this moment. */
const before = ({ first, askedAt }: Pick<LiveSession, 'first' | 'askedAt'>): string => standsAt(askedAt, first);
const lineKey = (s: LiveSession): string => `${before(s)}#${s.id}`;

export function openLiveStore(table: Table, sealer: Sealer): LiveSessions {
  const sessionOf = async (item: Item): Promise<LiveSession> => {
    const record = item['record'] as Item;
    return LiveSession.parse(await openFields(record, SEALED, placeOf(record['id'] as LiveId), sealer));
  };
  const find = async (id: LiveId): Promise<LiveSession | undefined> => {
    const item = await table.get(keys.live(id));
    return item === undefined ? undefined : sessionOf(item);
  };
  const put = (s: LiveSession): Write => ({
    Put: {
      TableName: table.name,
      Item: {
        ...keys.live(s.id),
        kind: 'live',
        record: sealFields({ ...s, version: s.version + 1 }, SEALED, placeOf(s.id), sealer),
        ...(s.state.name === 'waiting' ? { gsi1pk: liveWaiting(s.office, shardOf(s.id)), gsi1sk: lineKey(s) } : {}),
      },
      ...(s.version === 0
        ? { ConditionExpression: isFree.expression }
        : {
            ConditionExpression: '#record.#version = :read',
            ExpressionAttributeNames: { '#record': 'record', '#version': 'version' },
            ExpressionAttributeValues: { ':read': s.version },
          }),
    },
  });
  const stepItem = (id: LiveId, at: Instant): Item => ({
    ...keys.liveStep(id),
    gsi1pk: liveDue(shardOf(id)),
    gsi1sk: dueKey(at, id),
  });
  const stepWrite = (s: LiveSession): Write => {
    const at = dueAt(s);
    return at === undefined
      ? { Delete: { TableName: table.name, Key: keys.liveStep(s.id) } }
      : { Put: { TableName: table.name, Item: stepItem(s.id, at) } };
  };
  const merged = async (list: (shard: number) => string, limit: number, to?: string): Promise<Item[]> => {
    const pages = await Promise.all(
      shards.map((shard) =>
        table.query({ index: 'byDue', pk: list(shard), limit, ...(to === undefined ? {} : { to }) }),
      ),
    );
    return pages
      .flatMap((page) => page.items)
      .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1))
      .slice(0, limit);
  };

  return {
    async find(id) {
      const session = await find(id);
      return session === undefined ? refused('not-found', 'no such live guidance') : done(session);
    },
    async ofTalk(conversation) {
      const pointer = await table.get(keys.liveOfTalk(conversation));
      return pointer === undefined ? undefined : find(pointer['live'] as LiveId);
    },
    async open(session, known) {
      const answer = await table.transact([
        put(session),
        {
          Put: {
            TableName: table.name,
            Item: { ...keys.liveOfTalk(session.conversation), live: session.id },
            ...(known === undefined
              ? { ConditionExpression: isFree.expression }
              : {
                  ConditionExpression: '#live = :before',
                  ExpressionAttributeNames: { '#live': 'live' },
                  ExpressionAttributeValues: { ':before': known },
                }),
          },
        },
        stepWrite(session),
      ]);
      return answer.ok ? 'done' : 'stale';
    },
    async save(session) {
      return (await table.transact([put(session), stepWrite(session)])).ok ? 'done' : 'stale';
    },
    async waiting(office: OfficeId, limit) {
      const items = await merged((shard) => liveWaiting(office, shard), limit);
      return Promise.all(items.map(sessionOf));
    },
    async countAhead(session) {
      const counts = await Promise.all(
        shards.map((shard) =>
          table.count({ index: 'byDue', pk: liveWaiting(session.office, shard), to: before(session) }),
        ),
      );
      return counts.reduce((sum, n) => sum + n, 0);
    },
    async due(now, limit) {
      const steps = await merged(liveDue, limit, dueKey(now, '~'));
      const items = await table.batchGet(steps.map((item) => ({ pk: item['pk'] as string, sk: 'RECORD' })));
      return Promise.all(items.map(sessionOf));
    },
    async lookAgain(id, at) {
      await table.put({ ...keys.liveStep(id), ...stepItem(id, at) });
    },
  };
}
