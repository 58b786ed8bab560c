/** Checks the files of an export against the manifest: each is there, is what was recorded, and nothing lies beside them. */
import { createHash, type Hash } from 'node:crypto';
import { files } from '../../models/release/evidence-export.ts';
import type { Manifest } from '../../models/release/evidence-manifest.ts';
import type { ExportFiles, Fault } from './verify-evidence.ts';

type Wanted = { file: string; sha256: string; bytes: number; line: number };

export async function mediaFaults(
  exported: ExportFiles,
  names: readonly string[],
  manifest: Pick<Manifest, 'snapshots' | 'takes'>,
): Promise<Fault[]> {
  const there = new Set(names);
  const faults: Fault[] = [];
  const known = new Set<string>([files.readme, files.manifest, files.signature, files.key, files.lines]);
  for (const { seq, mime, sha256, bytes } of manifest.snapshots) {
    const file = files.snapshot(seq, mime);
    known.add(file);
    faults.push(...(await pieceFaults(exported, there, { file, sha256, bytes, line: seq })));
  }
  for (const { take, mime, chunks } of manifest.takes) {
    if (chunks.length === 0) continue;
    const joined = files.joined(take, mime);
    known.add(joined);
    const pieces = chunks.map(({ seq, n, sha256, bytes }) => ({
      file: files.chunk(take, n, mime),
      sha256,
      bytes,
      line: seq,
    }));
    for (const piece of pieces) {
      known.add(piece.file);
      faults.push(...(await pieceFaults(exported, there, piece)));
    }
    if (!there.has(joined)) faults.push({ what: 'missing', file: joined });
    else faults.push(...(await joinedFaults(exported, joined, pieces)));
  }
  return [...faults, ...[...there].filter((name) => !known.has(name)).map((file): Fault => ({ what: 'extra', file }))];
}

async function pieceFaults(
  exported: ExportFiles,
  there: ReadonlySet<string>,
  { file, sha256, line }: Wanted,
): Promise<Fault[]> {
  if (!there.has(file)) return [{ what: 'missing', file, line }];
  const hash = createHash('sha256');
  for await (const part of exported.open(file)) hash.update(part);
  return hash.digest('hex') === sha256 ? [] : [{ what: 'changed', file, line }];
}

/** The joined file is cut where the manifest says the chunks end: the first stretch that is not its chunk is named. */
async function joinedFaults(exported: ExportFiles, file: string, pieces: readonly Wanted[]): Promise<Fault[]> {
  const wrong = (i: number): Fault[] => [
    { what: 'joined', file, ...(pieces[i] === undefined ? {} : { line: pieces[i].line }) },
  ];
  let i = 0;
  let left = pieces[0]?.bytes ?? 0;
  let hash: Hash = createHash('sha256');
  for await (const part of exported.open(file)) {
    let rest: Uint8Array = part;
    while (rest.length > 0) {
      if (pieces[i] === undefined) return wrong(i - 1);
      const now = rest.subarray(0, left);
      hash.update(now);
      left -= now.length;
      rest = rest.subarray(now.length);
      if (left > 0) continue;
      if (hash.digest('hex') !== pieces[i]?.sha256) return wrong(i);
      i += 1;
      left = pieces[i]?.bytes ?? 0;
      hash = createHash('sha256');
    }
  }
  return i === pieces.length ? [] : wrong(i);
}
