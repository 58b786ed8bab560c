/** Reads the texts of an export (manifest, signature, key, lines) and names what of them is not as it was written. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonical, chainFaults } from '../../models/release/evidence-chain.ts';
import { files } from '../../models/release/evidence-export.ts';
import { Manifest } from '../../models/release/evidence-manifest.ts';
import { EvidenceLine } from '../../models/release/evidence.ts';
import type { Fault } from './verify-evidence.ts';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function manifestIn(bytes: Buffer | undefined): { manifest?: Manifest; faults: Fault[] } {
  const file = files.manifest;
  if (bytes === undefined) return { faults: [{ what: 'missing', file }] };
  const parsed = Manifest.safeParse(jsonIn(bytes.toString('utf8')));
  if (!parsed.success) return { faults: [{ what: 'unreadable', file }] };
  // The same content written otherwise would carry the same sense under another signature.
  const asWritten = Buffer.from(canonical(parsed.data)).equals(bytes);
  return { manifest: parsed.data, faults: asWritten ? [] : [{ what: 'changed', file }] };
}

/** The key as it was published when it was handed in, else as it lies in the export. */
export function keyIn(
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

function keyOf(pem: string): { pem: string; sha256: string } | undefined {
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

export function signatureFaults(
  bytes: Buffer | undefined,
  manifest: Buffer | undefined,
  pem: string | undefined,
): Fault[] {
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

export function textFaults(readme: Buffer | undefined, manifest: Manifest | undefined): Fault[] {
  const file = files.readme;
  if (readme === undefined) return [{ what: 'missing', file }];
  return manifest === undefined || sha256(readme) === manifest.readmeSha256 ? [] : [{ what: 'changed', file }];
}

export function linesIn(
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

export async function chainedFaults(
  { release, lines: n, headHash }: Manifest,
  lines: EvidenceLine[],
): Promise<Fault[]> {
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
