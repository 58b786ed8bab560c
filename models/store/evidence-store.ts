/** Files the records of calls: lines that only a free number takes, a head that moves with them, and the signed manifest that closes it. */
import { gunzipSync } from 'node:zlib';
import type { DeliveryId } from '../ids.ts';
import { emptyHead } from '../release/evidence-chain.ts';
import type { EvidenceRecords, SignedText } from '../release/evidence-records.ts';
import { EvidenceHead, EvidenceLine } from '../release/evidence.ts';
import { DAY, msOf, type Instant } from '../time.ts';
import { fileWrite, noteWrite, signedWrite } from './evidence-writes.ts';
import { keys, lineSpan } from './keys.ts';
import type { Sealer } from './sealing.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const DELIVERY_MS = 60 * DAY;
const lineOf = (item: Item): EvidenceLine => EvidenceLine.parse(item['line']);

export function openEvidenceStore(table: Table, sealer: Sealer): EvidenceRecords {
  return {
    async head(release) {
      const item = await table.get(keys.evidenceHead(release));
      return item === undefined ? emptyHead(release) : EvidenceHead.parse(item['head']);
    },
    async lines(release) {
      const { pk } = keys.evidenceHead(release);
      return (await table.queryAll({ pk, ...lineSpan(0) })).map(lineOf);
    },
    async page(release, after, limit) {
      const { items, next } = await table.query({ pk: keys.evidenceHead(release).pk, ...lineSpan(after), limit });
      const lines = items.map(lineOf);
      const last = lines.at(-1);
      return { lines, ...(next === undefined || last === undefined ? {} : { next: last.seq }) };
    },
    async several(release, seqs) {
      const items = await table.batchGet([...new Set(seqs)].map((seq) => keys.evidenceLine(release, seq)));
      return items.map(lineOf).sort((a, b) => a.seq - b.seq);
    },
    async append(read, after, lines, delivery, along) {
      const answer = await table.transact([
        headWrite(table, read, after),
        ...lines.map((line) => lineWrite(table, line)),
        deliveryWrite(table, lines, delivery),
        ...(along === undefined
          ? []
          : [fileWrite(table, along.file), noteWrite(table, sealer, along.file, along.note)]),
      ]);
      return answer.ok ? 'added' : 'stale';
    },
    async delivered(release, delivery) {
      const item = await table.get(keys.evidenceDelivery(release, delivery));
      return item?.['seqs'] as number[] | undefined;
    },
    async close(read, after, lines, manifest, file, along) {
      const answer = await table.transact([
        headWrite(table, read, after),
        ...lines.map((line) => lineWrite(table, line)),
        signedWrite(table, keys.evidenceManifest(read.release), manifest),
        fileWrite(table, file),
        ...((along?.writes ?? []) as Write[]),
      ]);
      return answer.ok ? 'closed' : 'stale';
    },
    manifest: async (release) => signedOf(await table.get(keys.evidenceManifest(release))),
    deletion: async (release) => signedOf(await table.get(keys.evidenceDeletion(release))),
    seal: (release, text) => Promise.resolve(sealer.seal(text, `EVIDENCE#${release}#people`)),
  };
}

const headWrite = (table: Table, read: EvidenceHead, after: EvidenceHead): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...keys.evidenceHead(read.release), head: { ...after, version: read.version + 1 } },
    ...(read.version === 0
      ? { ConditionExpression: isFree.expression }
      : {
          ConditionExpression: '#head.#version = :read',
          ExpressionAttributeNames: { '#head': 'head', '#version': 'version' },
          ExpressionAttributeValues: { ':read': read.version },
        }),
  },
});

const lineWrite = (table: Table, line: EvidenceLine): Write => ({
  Put: {
    TableName: table.name,
    Item: { ...keys.evidenceLine(line.release, line.seq), line },
    ConditionExpression: isFree.expression,
  },
});

function deliveryWrite(table: Table, lines: readonly EvidenceLine[], delivery: DeliveryId): Write {
  const [first] = lines;
  if (first === undefined) throw new Error('nothing to append');
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.evidenceDelivery(first.release, delivery),
        seqs: lines.map(({ seq }) => seq),
        expires: expiryOf(first.at),
      },
      ConditionExpression: isFree.expression,
    },
  };
}
const expiryOf = (at: Instant): number => Math.floor((msOf(at) + DELIVERY_MS) / 1000);

function signedOf(item: Item | undefined): SignedText | undefined {
  if (item === undefined) return undefined;
  return {
    text: gunzipSync(item['packed'] as Uint8Array).toString('utf8'),
    signature: item['signature'] as string,
    keyId: item['keyId'] as string,
  };
}
