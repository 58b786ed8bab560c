/** Files what was asked for as a copy of a record; filing one anew is what the background step is called by. */
import { EvidenceCopy, copyEnds, type EvidenceCopies } from '../release/evidence-copy.ts';
import { msOf } from '../time.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openEvidenceCopyStore(table: Table): EvidenceCopies {
  const find: EvidenceCopies['find'] = async (release, id) => {
    const item = await table.get(keys.evidenceCopy(release, id));
    return item === undefined ? undefined : EvidenceCopy.parse(item['copy']);
  };
  return {
    find,
    async add(copy) {
      const item = {
        ...keys.evidenceCopy(copy.release, copy.id),
        kind: 'evidence-copy',
        copy,
        expires: Math.floor(msOf(copyEnds(copy)) / 1000),
      };
      const added = await table.put(item, isFree);
      return added ? copy : ((await find(copy.release, copy.id)) ?? copy);
    },
    async ready({ release, id }, ready) {
      await table.update(keys.evidenceCopy(release, id), {
        set: 'SET #copy.#ready = :ready',
        expression: 'attribute_exists(pk) AND attribute_not_exists(#copy.#ready)',
        names: { '#copy': 'copy', '#ready': 'ready' },
        values: { ':ready': ready },
      });
    },
  };
}
