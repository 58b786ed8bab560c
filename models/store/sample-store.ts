/** Files which closed matters were drawn on which day, and what the people said. */
import type { Samples } from '../aftermath/oversight-records.ts';
import { Sample } from '../aftermath/sample.ts';
import { done, refused } from '../outcome.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openSampleStore(table: Table): Samples {
  return {
    async find(office, day) {
      const item = await table.get(keys.sample(office, day));
      return item === undefined ? undefined : Sample.parse(item['sample']);
    },
    async save(sample) {
      const filed: Sample = { ...sample, version: sample.version + 1 };
      const saved = await table.put(
        { ...keys.sample(sample.office, sample.day), sample: filed },
        sample.version === 0
          ? isFree
          : {
              expression: '#sample.#version = :read',
              names: { '#sample': 'sample', '#version': 'version' },
              values: { ':read': sample.version },
            },
      );
      return saved ? done(filed) : refused('stale', 'somebody else wrote it down first');
    },
  };
}
