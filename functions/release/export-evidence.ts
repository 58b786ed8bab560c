/** Hands over a closed record as files that anybody can check offline, for a reason that is kept. */
import type { Officer } from '../../models/access/staff.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { evidenceReadme } from '../../models/phrasebook/evidence-readme.ts';
import { canonical } from '../../models/release/evidence-chain.ts';
import { files } from '../../models/release/evidence-export.ts';
import { notedIn } from '../../models/release/evidence-file.ts';
import { Manifest } from '../../models/release/evidence-manifest.ts';
import { chunkObject, snapshotObject, type EvidenceObject } from '../../models/release/evidence-objects.ts';
import type { ExportEvidence } from '../../models/release/evidence-requests.ts';
import type { EvidenceLine } from '../../models/release/evidence.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { releaseWatchedBy } from './evidence-access.ts';
import { changeEvidenceFile, isKept } from './note-on-evidence.ts';

type Needed = Pick<
  Deps,
  'now' | 'newId' | 'evidence' | 'evidenceFiles' | 'evidenceKeys' | 'evidenceObjects' | 'heldReleases'
>;
/** What is large is opened only when its turn comes: an export never stands in memory. */
export type ExportedFile = { path: string; bytes: number; open(): AsyncIterable<Uint8Array> };
export type ExportedEvidence = { name: string; at: Instant; files: ExportedFile[] };

export async function exportEvidence(
  deps: Needed,
  by: Officer,
  { id, reason }: ExportEvidence,
): Promise<Outcome<ExportedEvidence>> {
  const release = await releaseWatchedBy(deps, by, id);
  if (!release.ok) return release;
  const signed = await deps.evidence.manifest(id);
  if (signed === undefined) return refused('wrong-state', 'the evidence is not closed yet');
  const keys = await deps.evidenceKeys.all(release.value.office);
  const key = keys.find((one) => one.id === signed.keyId);
  if (key === undefined) throw new Error(`no evidence key ${signed.keyId}`);
  const note = { by: by.id, what: 'exported' as const, text: reason };
  const noted = await changeEvidenceFile(deps, release.value, note, (file, at) => {
    const kept = isKept(file);
    return kept.ok ? done(notedIn(file, { at, what: 'evidence-exported', by: by.id })) : kept;
  });
  if (!noted.ok) return noted;
  const lines = await deps.evidence.lines(id);
  return done({
    name: `evidence-${id}`,
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
