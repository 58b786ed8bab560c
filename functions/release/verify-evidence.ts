/** Checks an export against itself and the office's key, without the office: every file, every line, the chain, the manifest, the signature. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonical, chainFaults } from '../../models/release/evidence-chain.ts';
import { files } from '../../models/release/evidence-export.ts';
import { gapsOf, openOnes } from '../../models/release/evidence-gaps.ts';
import { Manifest, manifestOf } from '../../models/release/evidence-manifest.ts';
import { EvidenceLine } from '../../models/release/evidence.ts';
import { mediaFaults } from './verify-media.ts';

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

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

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
  const faults: Fault[] = [
    ...twice(names),
    ...manifestFaults,
    ...key.faults,
    ...signatureFaults(signature, manifestText, key.pem),
    ...textFaults(readme, manifest),
    ...lineFaults,
    ...(manifest === undefined ? [] : [...(await chainedFaults(manifest, lines)), ...againstManifest(manifest, lines)]),
    ...(await mediaFaults(exported, names, manifest)),
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

async function wholeOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const twice = (names: readonly string[]): Fault[] =>
  [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((file) => ({ what: 'twice', file }));

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function manifestIn(bytes: Buffer | undefined): { manifest?: Manifest; faults: Fault[] } {
  const file = files.manifest;
  if (bytes === undefined) return { faults: [{ what: 'missing', file }] };
  const parsed = Manifest.safeParse(jsonIn(bytes.toString('utf8')));
  if (!parsed.success) return { faults: [{ what: 'unreadable', file }] };
  // The same content written otherwise would carry the same sense under another signature.
  const asWritten = Buffer.from(canonical(parsed.data)).equals(bytes);
  return { manifest: parsed.data, faults: asWritten ? [] : [{ what: 'changed', file }] };
}

/** The key as it was published when it was handed in, else as it lies in the export. */
function keyIn(
  bytes: Buffer | undefined,
  manifest: Manifest | undefined,
  pinned: string | undefined,
): { pem?: string; sha256?: string; faults: Fault[] } {
  const file = files.key;
  if (bytes === undefined)
    return { ...(pinned === undefined ? {} : { pem: pinned }), faults: [{ what: 'missing', file }] };
  const own = keyOf(bytes.toString('utf8'));
  if (own === undefined)
    return { ...(pinned === undefined ? {} : { pem: pinned }), faults: [{ what: 'unreadable', file }] };
  const faults: Fault[] = [];
  if (own.pem !== bytes.toString('utf8')) faults.push({ what: 'changed', file });
  if (manifest !== undefined && manifest.key.sha256 !== own.sha256) faults.push({ what: 'key', file });
  if (pinned !== undefined && keyOf(pinned)?.sha256 !== own.sha256 && faults.length === 0)
    faults.push({ what: 'key', file });
  return { pem: pinned ?? own.pem, sha256: own.sha256, faults };
}

export function keyOf(pem: string): { pem: string; sha256: string } | undefined {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') return undefined;
    return {
      pem: key.export({ type: 'spki', format: 'pem' }) as string,
      sha256: sha256(key.export({ type: 'spki', format: 'der' })),
    };
  } catch {
    return undefined;
  }
}

function signatureFaults(bytes: Buffer | undefined, manifest: Buffer | undefined, pem: string | undefined): Fault[] {
  const file = files.signature;
  if (bytes === undefined) return [{ what: 'missing', file }];
  const text = bytes.toString('utf8');
  const signature = Buffer.from(text, 'base64');
  if (`${signature.toString('base64')}\n` !== text) return [{ what: 'changed', file }];
  if (manifest === undefined || pem === undefined) return [];
  return keyOf(pem) !== undefined && verify(null, manifest, pem, signature)
    ? []
    : [{ what: 'signature', file: files.manifest }];
}

function textFaults(readme: Buffer | undefined, manifest: Manifest | undefined): Fault[] {
  const file = files.readme;
  if (readme === undefined) return [{ what: 'missing', file }];
  return manifest === undefined || sha256(readme) === manifest.readmeSha256 ? [] : [{ what: 'changed', file }];
}

function linesIn(
  bytes: Buffer | undefined,
  manifest: Manifest | undefined,
): { lines: EvidenceLine[]; faults: Fault[] } {
  const file = files.lines;
  if (bytes === undefined) return { lines: [], faults: [{ what: 'missing', file }] };
  const faults: Fault[] = [];
  const lines: EvidenceLine[] = [];
  const rows = bytes.toString('utf8').split('\n');
  if (rows.pop() !== '') faults.push({ what: 'changed', file, line: rows.length + 1 });
  rows.forEach((row, i) => {
    const parsed = EvidenceLine.safeParse(jsonIn(row));
    if (!parsed.success) faults.push({ what: 'unreadable', file, line: i + 1 });
    else {
      if (canonical(parsed.data) !== row) faults.push({ what: 'changed', file, line: parsed.data.seq });
      lines.push(parsed.data);
    }
  });
  if (manifest !== undefined && lines.length < manifest.lines) {
    const seen = new Set(lines.map(({ seq }) => seq));
    for (let seq = 1; seq <= manifest.lines; seq++)
      if (!seen.has(seq)) faults.push({ what: 'missing', file, line: seq });
  }
  return { lines, faults };
}

async function chainedFaults({ release, lines: n, headHash }: Manifest, lines: EvidenceLine[]): Promise<Fault[]> {
  const file = files.lines;
  const faults: Fault[] = [];
  for (const { seq, what } of await chainFaults(release, lines)) {
    // Missing lines were named one by one already, and the line behind a hole hangs on one that is not there.
    if (what === 'missing') continue;
    faults.push({ what: what === 'order' || what === 'foreign' ? what : 'changed', file, line: seq });
  }
  for (const { seq } of lines) if (seq > n) faults.push({ what: 'extra', file, line: seq });
  const last = lines.at(-1);
  if (last?.seq === n && last.hash !== headHash) faults.push({ what: 'changed', file, line: n });
  return faults;
}

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
