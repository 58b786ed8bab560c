/** Files applications for a release that are still being written, everything typed sealed; they expire after a day. */
import { ApplicationDraft, draftEnds, type ApplicationDrafts } from '../release/application-draft.ts';
import { msOf } from '../time.ts';
import { keys } from './keys.ts';
import { confirmDraft } from './confirm-draft.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import type { Item, Table } from './table.ts';

const SEALED = ['typed', 'confirmed'] as const;

export function openApplicationDraftStore(table: Table, sealer: Sealer): ApplicationDrafts {
  return {
    async find(id, now) {
      const item = await table.get(keys.applicationDraft(id));
      if (item === undefined) return undefined;
      const opened = await openFields(item['record'] as Item, SEALED, item['pk'] as string, sealer);
      const draft = ApplicationDraft.parse(opened);
      return now < draftEnds(draft) ? draft : undefined;
    },
    async save(draft) {
      const key = keys.applicationDraft(draft.id);
      await table.put({
        ...key,
        kind: 'application-draft',
        record: sealFields(draft, SEALED, key.pk, sealer),
        expires: Math.floor(msOf(draftEnds(draft)) / 1000),
      });
    },
    confirm: (id, confirmed) => confirmDraft(table, keys.applicationDraft(id), confirmed, sealer),
    remove: (id) => table.remove(keys.applicationDraft(id)),
  };
}
