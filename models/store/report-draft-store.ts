/** Files reports that are still being written, everything typed sealed; they expire after a day. */
import { DRAFT_MS, ReportDraft, type ReportDrafts } from '../complaint/report-draft.ts';
import { msOf, plus } from '../time.ts';
import { keys } from './keys.ts';
import { confirmDraft } from './confirm-draft.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import type { Item, Table } from './table.ts';

const SEALED = ['typed', 'confirmed'] as const;

export function openReportDraftStore(table: Table, sealer: Sealer): ReportDrafts {
  return {
    async find(id, now) {
      const item = await table.get(keys.reportDraft(id));
      if (item === undefined) return undefined;
      const draft = ReportDraft.parse(await openFields(item['record'] as Item, SEALED, item['pk'] as string, sealer));
      return now < plus(draft.at, DRAFT_MS) ? draft : undefined;
    },
    async save(draft) {
      const key = keys.reportDraft(draft.id);
      await table.put({
        ...key,
        kind: 'report-draft',
        record: sealFields(draft, SEALED, key.pk, sealer),
        expires: Math.floor((msOf(draft.at) + DRAFT_MS) / 1000),
      });
    },
    confirm: (id, confirmed) => confirmDraft(table, keys.reportDraft(id), confirmed, sealer),
    remove: (id) => table.remove(keys.reportDraft(id)),
  };
}
