/** Files common-cause reviews; what managers write in their own words is sealed. */
import type { Reviews } from '../aftermath/oversight-records.ts';
import { Review } from '../aftermath/review.ts';
import { done, refused } from '../outcome.ts';
import { keys, reviewsOf } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table } from './table.ts';

const SEALED = ['title', 'action', 'result'] as const;

export function openReviewStore(table: Table, sealer: Sealer): Reviews {
  const opened = async (item: Item): Promise<Review> =>
    Review.parse(await openFields(item['record'] as Item, SEALED, `${item['pk'] as string}#RECORD`, sealer));
  return {
    async find(id) {
      const item = await table.get(keys.review(id));
      return item === undefined ? refused('not-found', 'no such review') : done(await opened(item));
    },
    async save(review) {
      const key = keys.review(review.id);
      const filed: Review = { ...review, version: review.version + 1 };
      const saved = await table.put(
        {
          ...key,
          kind: 'review',
          record: sealFields(filed, SEALED, `${key.pk}#RECORD`, sealer),
          gsi1pk: reviewsOf(review.office),
          // What is done stands behind everything that is due.
          gsi1sk: `${review.state === 'done' ? '1' : '0'}#${review.dueDay ?? '9999-12-31'}#${review.id}`,
        },
        review.version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': review.version },
            },
      );
      return saved ? done(filed) : refused('stale', 'somebody changed the review meanwhile');
    },
    async ofOffice(office) {
      // An office has a handful at a time; what is long done is not read.
      const { items } = await table.query({ index: 'byDue', pk: reviewsOf(office), limit: 200 });
      return Promise.all(items.map(opened));
    },
  };
}
