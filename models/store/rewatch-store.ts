/** Files which recordings were drawn for watching on which day, and what the managers saw. */
import { done, refused } from '../outcome.ts';
import type { Rewatches } from '../release/evidence-records.ts';
import { Rewatch } from '../release/rewatch.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openRewatchStore(table: Table): Rewatches {
  return {
    async find(office, day) {
      const item = await table.get(keys.rewatch(office, day));
      return item === undefined ? undefined : Rewatch.parse(item['rewatch']);
    },
    async save(rewatch) {
      const filed: Rewatch = { ...rewatch, version: rewatch.version + 1 };
      const saved = await table.put(
        { ...keys.rewatch(rewatch.office, rewatch.day), rewatch: filed },
        rewatch.version === 0
          ? isFree
          : {
              expression: '#rewatch.#version = :read',
              names: { '#rewatch': 'rewatch', '#version': 'version' },
              values: { ':read': rewatch.version },
            },
      );
      return saved ? done(filed) : refused('stale', 'somebody else wrote it down first');
    },
  };
}
