/** The writes that chain and file have in common, so that both can stand in one transaction. */
import { gzipSync } from 'node:zlib';
import { nextSweep, type EvidenceFile } from '../release/evidence-file.ts';
import type { EvidenceNote, SignedText } from '../release/evidence-records.ts';
import type { EvidenceHead } from '../release/evidence.ts';
import { dayOf } from '../time.ts';
import { evidenceAnnounced, evidenceClosed, evidenceDue, keys, shardOf, type Key } from './keys.ts';
import { sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

/** Notes are sealed and bound to their place. */
export function noteWrite(
  table: Table,
  sealer: Sealer,
  { release }: Pick<EvidenceHead, 'release'>,
  note: EvidenceNote,
): Write {
  const key = keys.evidenceNote(release, note.id);
  return {
    Put: {
      TableName: table.name,
      Item: { ...key, note: sealFields(note, ['text'], `${key.pk}#${key.sk}`, sealer) },
      ConditionExpression: isFree.expression,
    },
  };
}

/** Packed: a manifest names every chunk of the recording, and an item holds 400 KB at most. */
export const signedWrite = (table: Table, key: Key, { text, signature, keyId }: SignedText): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...key, packed: gzipSync(text, { level: 9 }), signature, keyId },
    ConditionExpression: isFree.expression,
  },
});

export const fileWrite = (table: Table, file: EvidenceFile): Write => ({
  Put: {
    TableName: table.name,
    Item: itemOf({ ...file, version: file.version + 1 }),
    ...(file.version === 0
      ? { ConditionExpression: isFree.expression }
      : {
          ConditionExpression: '#record.#version = :read',
          ExpressionAttributeNames: { '#record': 'record', '#version': 'version' },
          ExpressionAttributeValues: { ':read': file.version },
        }),
  },
});

function itemOf(file: EvidenceFile): Item & Key {
  const { release, office, state, closedAt } = file;
  const due = nextSweep(file);
  const listed =
    state === 'announced' ? evidenceAnnounced(office) : closedAt && evidenceClosed(office, dayOf(closedAt));
  return {
    ...keys.evidenceFile(release),
    kind: 'evidence',
    record: file,
    ...(due === undefined ? {} : { gsi1pk: evidenceDue(shardOf(release)), gsi1sk: `${due}#${release}` }),
    ...(listed === undefined || state === 'deleted' ? {} : { gsi2pk: listed, gsi2sk: `${due ?? '9999'}#${release}` }),
  };
}
