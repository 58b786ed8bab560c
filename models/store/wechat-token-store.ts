/** Files the pass to WeChat's interfaces, sealed, with the lease of whoever renews it. */
import type { AccessTokens } from '../wechat/account.ts';
import { keys } from './keys.ts';
import type { Sealer } from './sealing.ts';
import type { Table } from './table.ts';

const key = keys.weChatToken();
const place = `${key.pk}#${key.sk}#token`;

export function openWeChatTokenStore(table: Table, sealer: Sealer): AccessTokens {
  const mine = { names: { '#holder': 'holder', '#lease': 'leaseUntil' } };
  return {
    async find() {
      const item = await table.get(key);
      if (item?.['token'] === undefined) return undefined;
      return { token: await sealer.open(item['token'] as string, place), until: item['until'] as string };
    },
    async lease(holder, untilMs, nowMs) {
      const taken = await table.update(key, {
        set: 'SET #holder = :holder, #lease = :until',
        expression: 'attribute_not_exists(#lease) OR #lease < :now',
        ...mine,
        values: { ':holder': holder, ':until': untilMs, ':now': nowMs },
      });
      return taken !== false;
    },
    async save(holder, { token, until }) {
      const saved = await table.update(key, {
        set: 'SET #token = :token, #until = :until, #kind = :kind REMOVE #holder, #lease',
        expression: '#holder = :holder',
        names: { ...mine.names, '#token': 'token', '#until': 'until', '#kind': 'kind' },
        values: {
          ':token': sealer.seal(token, place),
          ':until': until,
          ':kind': 'wechat-token',
          ':holder': holder,
        },
      });
      return saved !== false;
    },
    async release(holder) {
      await table.update(key, {
        set: 'REMOVE #holder, #lease',
        expression: '#holder = :holder',
        ...mine,
        values: { ':holder': holder },
      });
    },
  };
}
