/** Files who follows the WeChat account: found by a keyed digest, the platform's name for them and what they wrote sealed. */
import { FollowerId, OfficeId, type DeliveryId } from '../ids.ts';
import type { Instant } from '../time.ts';
import { Follower } from '../wechat/follower.ts';
import { ARRIVED, type Followers, type LateTurn } from '../wechat/followers.ts';
import { Inbound } from '../wechat/message.ts';
import { dueKey, keys, lateWeChatTurns, SHARDS, shardOf, weChatDue, type Key } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { conditionInput, isFree, type Condition, type Item, type Table, type Write } from './table.ts';

const SEALED = ['openId'] as const;
/** A late turn's mark outlives every repeat of its message. */
const LATE_SECONDS = 86_400;
/** The platform says how a template message ended within minutes. */
const TEMPLATE_SECONDS = 3 * 86_400;

/** Longer than a seal is taken for one of this time. */
const NONCE_SECONDS = 3600;

const over = (read: number): Condition => ({
  expression: '#record.#version = :read',
  names: { '#record': 'record', '#version': 'version' },
  values: { ':read': read },
});

export function openFollowerStore(table: Table, sealer: Sealer, now: () => number): Followers {
  const seconds = (): number => Math.floor(now() / 1000);
  const dueIn = async (list: (shard: number) => string, at: Instant, limit: number): Promise<Item[]> => {
    const pages = await Promise.all(
      Array.from({ length: SHARDS }, (_, shard) =>
        table.query({ index: 'byDue', pk: list(shard), to: dueKey(at, '~'), limit }),
      ),
    );
    return pages
      .flatMap((page) => page.items)
      .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1))
      .slice(0, limit);
  };
  const lateOf = async (item: Item): Promise<LateTurn> => {
    const opened = await openFields(item, ['inbound'], `${item['pk'] as string}#${item['sk'] as string}`, sealer);
    return {
      follower: FollowerId.parse((item['pk'] as string).split('#')[1]),
      inbound: Inbound.parse(opened['inbound']),
      office: OfficeId.parse(item['office']),
      attempt: item['attempt'] as string,
      tries: item['tries'] as number,
    };
  };
  const lateItem = ({ follower, inbound, office, attempt, tries }: LateTurn, due?: Instant) => {
    const key = keys.lateWeChatTurn(follower, inbound.id, attempt);
    return {
      ...key,
      kind: 'wechat-late',
      ...sealFields({ inbound }, ['inbound'], `${key.pk}#${key.sk}`, sealer),
      office,
      attempt,
      tries,
      ...(due === undefined
        ? { expires: seconds() + LATE_SECONDS }
        : { gsi1pk: lateWeChatTurns(shardOf(inbound.id)), gsi1sk: dueKey(due, inbound.id) }),
    };
  };
  const filed = (follower: Follower, due: Instant | undefined): { item: Item & Key; asRead: Condition } => {
    const key = keys.follower(follower.id);
    const record = sealFields({ ...follower, version: follower.version + 1 }, SEALED, `${key.pk}#${key.sk}`, sealer);
    const when = due === undefined ? {} : { gsi1pk: weChatDue(shardOf(follower.id)), gsi1sk: dueKey(due, follower.id) };
    return {
      item: { ...key, kind: 'follower', record, ...when },
      asRead: follower.version === 0 ? isFree : over(follower.version),
    };
  };
  const withArrival = (follower: Follower, due: Instant | undefined, answered: DeliveryId): Write[] => {
    const { item, asRead } = filed(follower, due);
    const put = { TableName: table.name, Item: item, ...conditionInput(asRead) };
    return [{ Put: put }, { Update: arrivalOver(follower.id, answered) }];
  };
  /** Its mark stays, so that a repeat is not filed again; the words go. */
  const arrivalOver = (follower: FollowerId, id: DeliveryId) => ({
    TableName: table.name,
    Key: keys.lateWeChatTurn(follower, id, ARRIVED),
    UpdateExpression: 'SET #expires = :expires REMOVE gsi1pk, gsi1sk, inbound',
    ExpressionAttributeNames: { '#expires': 'expires' },
    ExpressionAttributeValues: { ':expires': seconds() + LATE_SECONDS },
  });
  return {
    idOf: (openId) => Promise.resolve(FollowerId.parse(sealer.digest(`wechat-follower#${openId}`))),
    async find(id) {
      const key = keys.follower(id);
      const item = await table.get(key);
      if (item === undefined) return undefined;
      return Follower.parse(await openFields(item['record'] as Item, SEALED, `${key.pk}#${key.sk}`, sealer));
    },
    async save(follower, due, answered) {
      const { item, asRead } = filed(follower, due);
      if (answered === undefined) return table.put(item, asRead);
      return (await table.transact(withArrival(follower, due, answered))).ok;
    },
    along: (follower, due, answered) => Promise.resolve({ writes: withArrival(follower, due, answered) }),
    async due(at, limit) {
      const items = await dueIn(weChatDue, at, limit);
      return items.map((item) => FollowerId.parse((item['pk'] as string).split('#')[1]));
    },

    fileLate: (turn, due) => table.put(lateItem(turn, due), isFree),
    async findLate(follower, id, attempt) {
      const item = await table.get(keys.lateWeChatTurn(follower, id, attempt));
      return item === undefined ? undefined : lateOf(item);
    },
    async saveLate(turn, due) {
      await table.put(lateItem(turn, due));
    },
    dueLate: async (at, limit) => Promise.all((await dueIn(lateWeChatTurns, at, limit)).map(lateOf)),

    async bindNonce(nonce, digest) {
      const key = keys.weChatNonce(nonce);
      const expires = seconds() + NONCE_SECONDS;
      if (await table.put({ ...key, kind: 'wechat-nonce', digest, expires }, isFree)) return true;
      return (await table.get(key))?.['digest'] === digest;
    },

    async noteTemplate(message, follower) {
      await table.put({
        ...keys.weChatTemplate(message),
        kind: 'wechat-template',
        follower,
        expires: seconds() + TEMPLATE_SECONDS,
      });
    },
    async ofTemplate(message) {
      const item = await table.get(keys.weChatTemplate(message));
      return item === undefined ? undefined : FollowerId.parse(item['follower']);
    },
  };
}
