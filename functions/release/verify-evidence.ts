/** Checks an export against itself and the office's key, without the office: every file, every line, the chain, the manifest, the signature. */
import { canonical } from '../../models/release/evidence-chain.ts';
import { files } from '../../models/release/evidence-export.ts';
import { gapsOf, openOnes } from '../../models/release/evidence-gaps.ts';
import { manifestOf, type Manifest } from '../../models/release/evidence-manifest.ts';
import type { EvidenceLine } from '../../models/release/evidence.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import { mediaFaults } from './verify-media.ts';
import { chainedFaults, keyIn, linesIn, manifestIn, signatureFaults, textFaults } from './verify-texts.ts';

/** A folder or an archive. */
export interface ExportFiles {
  /** Every file in it; a name that comes twice stands twice. */
  names(): Promise<string[]>;
  open(name: string): AsyncIterable<Uint8Array>;
}
export type Fault = {
  /** `missing` makes the export incomplete, everything else altered. */
  what:
    | 'missing'
    | 'open-gap'
    | 'changed'
    | 'signature'
    | 'key'
    | 'unreadable'
    | 'extra'
    | 'twice'
    | 'order'
    | 'foreign'
    | 'not-as-manifest'
    | 'joined';
  file: string;
  /** The number of the line in the record, not in the file. */
  line?: number;
  /** Which part of the manifest. */
  field?: string;
};
export type Verdict = 'complete' | 'incomplete' | 'altered';
export type VerifiedEvidence = {
  verdict: Verdict;
  faults: Fault[];
  release?: string;
  lines: number;
  files: number;
  decision?: string;
  /** Of the key in the export; `pinned` says that it is the one that was handed in. */
  key?: { id: string; sha256: string; pinned: boolean };
};

const incomplete: readonly Fault['what'][] = ['missing', 'open-gap'];
export const verdictOf = (faults: readonly Fault[]): Verdict =>
  faults.some(({ what }) => !incomplete.includes(what)) ? 'altered' : faults.length > 0 ? 'incomplete' : 'complete';

export async function verifyEvidence(exported: ExportFiles, pinnedKey?: string): Promise<VerifiedEvidence> {
  const names = await exported.names();
  const there = new Set(names);
  const read = async (name: string): Promise<Buffer | undefined> =>
    there.has(name) ? wholeOf(exported.open(name)) : undefined;
  const [readme, manifestText, signature, pem, linesText] = await Promise.all(
    [files.readme, files.manifest, files.signature, files.key, files.lines].map(read),
  );
  const { manifest, faults: manifestFaults } = manifestIn(manifestText);
  const { lines, faults: lineFaults } = linesIn(linesText, manifest);
  const key = keyIn(pem, manifest, pinnedKey);
  // Without a manifest the lines themselves say what there should be; that it is missing is said besides.
  const basis = manifest ?? manifestOfLines(lines);
  const faults: Fault[] = [
    ...twice(names),
    ...manifestFaults,
    ...key.faults,
    ...signatureFaults(signature, manifestText, key.pem),
    ...textFaults(readme, manifest),
    ...lineFaults,
    ...(basis === undefined ? [] : await chainedFaults(basis, lines)),
    ...(manifest === undefined ? [] : againstManifest(manifest, lines)),
    ...(basis === undefined ? [] : await mediaFaults(exported, names, basis)),
  ];
  return {
    verdict: verdictOf(faults),
    faults,
    ...(manifest === undefined ? {} : { release: manifest.release }),
    lines: lines.length,
    files: names.length,
    ...(manifest?.decision === undefined ? {} : { decision: manifest.decision.what }),
    ...(manifest === undefined || key.sha256 === undefined
      ? {}
      : { key: { id: manifest.key.id, sha256: key.sha256, pinned: pinnedKey !== undefined } }),
  };
}

function manifestOfLines(lines: readonly EvidenceLine[]): Manifest | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return manifestOf(first.release, last.hash, lines, {
    office: 'yinchuan',
    closedAt: last.at,
    software: '',
    rules: strictness(),
    key: { id: '', sha256: first.previous },
    readmeSha256: first.previous,
  });
}

async function wholeOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const twice = (names: readonly string[]): Fault[] =>
  [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((file) => ({ what: 'twice', file }));

/** What the lines say must be what was signed; a break in the recording that nobody mended shows here, too. */
function againstManifest(manifest: Manifest, lines: EvidenceLine[]): Fault[] {
  if (lines.length !== manifest.lines) return [];
  const { office, closedAt, software, rules, key, readmeSha256, people } = manifest;
  const given = { office, closedAt, software, rules, key, readmeSha256, ...(people === undefined ? {} : { people }) };
  const again: Record<string, unknown> = manifestOf(
    manifest.release,
    lines.at(-1)?.hash ?? manifest.headHash,
    lines,
    given,
  );
  const said: Record<string, unknown> = manifest;
  const differing = [...new Set([...Object.keys(again), ...Object.keys(said)])].filter(
    (field) => canonical([again[field]]) !== canonical([said[field]]),
  );
  const open = manifest.decision?.what === 'approved' ? openOnes(gapsOf(lines, rules)) : [];
  return [
    ...differing.map((field): Fault => ({ what: 'not-as-manifest', file: files.manifest, field })),
    ...open.map(({ seq, behind }): Fault => ({ what: 'open-gap', file: files.lines, line: seq ?? behind })),
  ];
}
