/** A closed record as files that anybody can check offline. */
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { evidenceReadme } from '../../models/phrasebook/evidence-readme.ts';
import { canonical } from '../../models/release/evidence-chain.ts';
import { copyName } from '../../models/release/evidence-copy.ts';
import { files } from '../../models/release/evidence-export.ts';
import { Manifest } from '../../models/release/evidence-manifest.ts';
import { chunkObject, snapshotObject, type EvidenceObject } from '../../models/release/evidence-objects.ts';
import type { EvidenceLine } from '../../models/release/evidence.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { isKept } from './note-on-evidence.ts';

type Needed = Pick<Deps, 'evidence' | 'evidenceFiles' | 'evidenceKeys' | 'evidenceObjects' | 'heldReleases'>;
/** What is large is opened only when its turn comes: an export never stands in memory. */
export type ExportedFile = { path: string; bytes: number; open(): AsyncIterable<Uint8Array> };
export type ExportedEvidence = { name: string; at: Instant; files: ExportedFile[] };

/** Whoever calls this has seen to it that somebody may have it, and that it is written down. */
export async function exportEvidence(deps: Needed, id: ReleaseId): Promise<Outcome<ExportedEvidence>> {
  const [release, signed, file] = await Promise.all([
    deps.heldReleases.find(id),
    deps.evidence.manifest(id),
    deps.evidenceFiles.find(id),
  ]);
  if (!release.ok) return release;
  if (signed === undefined || file === undefined) return refused('wrong-state', 'the evidence is not closed yet');
  const kept = isKept(file);
  if (!kept.ok) return kept;
  const keys = await deps.evidenceKeys.all(release.value.office);
  const key = keys.find((one) => one.id === signed.keyId);
  if (key === undefined) throw new Error(`no evidence key ${signed.keyId}`);
  const lines = await deps.evidence.lines(id);
  return done({
    name: copyName({ release: id }),
    at: Manifest.parse(JSON.parse(signed.text)).closedAt,
    files: [
      textFile(files.readme, evidenceReadme),
      textFile(files.manifest, signed.text),
      textFile(files.signature, `${signed.signature}\n`),
      textFile(files.key, key.pem),
      textFile(files.lines, lines.map((line) => `${canonical(line)}\n`).join('')),
      ...mediaFiles(deps, id, lines),
    ],
  });
}

function textFile(path: string, text: string): ExportedFile {
  const body = Buffer.from(text);
  return {
    path,
    bytes: body.length,
    open: async function* () {
      yield await Promise.resolve(body);
    },
  };
}

function mediaFiles(deps: Needed, id: ReleaseId, lines: readonly EvidenceLine[]): ExportedFile[] {
  const takes = new Map<string, EvidenceObject[]>();
  const single: ExportedFile[] = [];
  for (const { seq, body } of lines) {
    if (body.kind === 'snapshot')
      single.push(objectFile(deps, files.snapshot(seq, body.mime), snapshotObject(id, body)));
    if (body.kind !== 'chunk') continue;
    const object = chunkObject(id, body);
    single.push(objectFile(deps, files.chunk(body.take, body.n, body.mime), object));
    takes.set(body.take, [...(takes.get(body.take) ?? []), object]);
  }
  const joined = [...takes].map(([take, objects]): ExportedFile => ({
    path: files.joined(take, objects[0]?.mime ?? ''),
    bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
    open: async function* () {
      for (const object of objects) yield* await deps.evidenceObjects.read(object);
    },
  }));
  return [...single, ...joined];
}

const objectFile = (deps: Needed, path: string, object: EvidenceObject): ExportedFile => ({
  path,
  bytes: object.bytes,
  open: async function* () {
    yield* await deps.evidenceObjects.read(object);
  },
});
