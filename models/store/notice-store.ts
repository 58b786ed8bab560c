/** Files notices; nothing in them is personal, so nothing is sealed. */
import { noticeId, placeOfNotice } from '../aftermath/notice-about.ts';
import { Notice } from '../aftermath/notice.ts';
import type { Notices } from '../aftermath/notices.ts';
import { done, refused } from '../outcome.ts';
import { DAY, msOf, type Instant } from '../time.ts';
import { dueKey, keys, noticesDue, noticesFailed, SHARDS, shardOf, type Key } from './keys.ts';
import { isFree, type Item, type Table } from './table.ts';

/** A notice that went out is proof that the person was told; matters are judged within a year. */
const KEPT_MS = 400 * DAY;
const noticeOf = (item: Item): Notice => Notice.parse(item['notice']);

export function openNoticeStore(table: Table): Notices {
  return {
    async add(notice) {
      return (await table.put(itemOf(notice), isFree)) ? 'added' : 'known';
    },
    async find(id) {
      const place = placeOfNotice(id);
      const item = place === undefined ? undefined : await table.get(keys.notice(place));
      return item === undefined ? refused('not-found', 'no such notice') : done(noticeOf(item));
    },
    save: (notice) =>
      table.put(itemOf({ ...notice, revision: notice.revision + 1 }), {
        expression: '#notice.#revision = :read',
        names: { '#notice': 'notice', '#revision': 'revision' },
        values: { ':read': notice.revision },
      }),
    async hand({ about, version, index, revision }) {
      const handed = await table.update(keys.notice({ kind: about.kind, id: about.id, to: about.to, version, index }), {
        set: 'SET #notice.#state.#handed = :handed',
        expression: '#notice.#revision = :read',
        names: { '#notice': 'notice', '#state': 'state', '#handed': 'handed', '#revision': 'revision' },
        values: { ':handed': true, ':read': revision },
      });
      return handed !== false;
    },
    async due(now, limit) {
      const pages = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) =>
          table.query({ index: 'byDue', pk: noticesDue(shard), to: dueKey(now, '~'), limit }),
        ),
      );
      return pages
        .flatMap((page) => page.items)
        .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1))
        .slice(0, limit)
        .map(noticeOf);
    },
    async failed(office, limit, start) {
      const page = await table.query({
        index: 'byDue',
        pk: noticesFailed(office),
        limit,
        ...(start === undefined ? {} : { start: JSON.parse(Buffer.from(start, 'base64url').toString()) as Item }),
      });
      return {
        notices: page.items.map(noticeOf),
        ...(page.next === undefined ? {} : { next: Buffer.from(JSON.stringify(page.next)).toString('base64url') }),
      };
    },
  };
}

function itemOf(notice: Notice): Item & Key {
  const { state, about, version, index, office } = notice;
  const key = keys.notice({ kind: about.kind, id: about.id, to: about.to, version, index });
  const due = (when: Instant): Item => ({
    gsi1pk: noticesDue(shardOf(about.id)),
    gsi1sk: dueKey(when, noticeId(notice)),
  });
  switch (state.name) {
    case 'queued':
      return { ...key, notice, ...due(state.nextTry) };
    case 'sending':
      return { ...key, notice, ...due(state.until) };
    case 'failed':
      return { ...key, notice, gsi1pk: noticesFailed(office), gsi1sk: dueKey(state.at, noticeId(notice)) };
    case 'sent':
    case 'dropped':
      return { ...key, notice, expires: Math.floor((msOf(state.at) + KEPT_MS) / 1000) };
  }
}
