/** Files what lies beside a record: retention, hold, notes; and finds what is due without looking at the rest. */
import { EvidenceFile } from '../release/evidence-file.ts';
import type { EvidenceFiles, EvidenceNote } from '../release/evidence-records.ts';
import { done, refused } from '../outcome.ts';
import { fileWrite, noteWrite, signedWrite } from './evidence-writes.ts';
import { evidenceAnnounced, evidenceClosed, evidenceDue, keys, SHARDS } from './keys.ts';
import { openFields, type Sealer } from './sealing.ts';
import type { Item, Table } from './table.ts';

const fileOf = (item: Item): EvidenceFile => EvidenceFile.parse(item['record']);

export function openEvidenceFileStore(table: Table, sealer: Sealer): EvidenceFiles {
  return {
    async find(release) {
      const item = await table.get(keys.evidenceFile(release));
      return item === undefined ? undefined : fileOf(item);
    },
    async save(file, { note, deletion } = {}) {
      const answer = await table.transact([
        fileWrite(table, file),
        ...(note === undefined ? [] : [noteWrite(table, sealer, file, note)]),
        ...(deletion === undefined ? [] : [signedWrite(table, keys.evidenceDeletion(file.release), deletion)]),
      ]);
      return answer.ok
        ? done({ ...file, version: file.version + 1 })
        : refused('stale', 'somebody changed the file meanwhile');
    },
    async notes(release) {
      const { pk } = keys.evidenceFile(release);
      const items = await table.queryAll({ pk, from: 'NOTE#', to: 'NOTE#~', backwards: true });
      return Promise.all(
        items.map(async (item) => {
          const place = `${pk}#${item['sk'] as string}`;
          return (await openFields(item['note'] as Item, ['text'], place, sealer)) as EvidenceNote;
        }),
      );
    },
    async due(today, limit) {
      const pages = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) =>
          table.query({ index: 'byDue', pk: evidenceDue(shard), to: `${today}#~`, limit }),
        ),
      );
      return pages
        .flatMap(({ items }) => items)
        .sort((a, b) => ((a['gsi1sk'] as string) < (b['gsi1sk'] as string) ? -1 : 1))
        .slice(0, limit)
        .map(fileOf);
    },
    async announced(office, limit) {
      const { items } = await table.query({ index: 'byDigest', pk: evidenceAnnounced(office), limit });
      return items.map(fileOf);
    },
    async closedOn(office, day) {
      return (await table.queryAll({ index: 'byDigest', pk: evidenceClosed(office, day) })).map(fileOf);
    },
  };
}
