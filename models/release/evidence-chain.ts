/** The chain itself: what of a line is hashed, and how the next line hangs on the one before. The same in Node and in a browser. */
import type { ReleaseId } from '../ids.ts';
import type { EvidenceHead, EvidenceLine } from './evidence.ts';

/** JSON with the names in order, so that the same content is the same text wherever it is written. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, ordered(one)]),
  );
}

/** The text whose SHA-256 is the line's hash: everything in it, in a fixed order, behind the hash of the line before. */
export const chainedText = (
  { release, seq, at, by, body }: Omit<EvidenceLine, 'previous' | 'hash'>,
  previous: string,
): string => JSON.stringify([previous, release, seq, at, by ?? '', ordered(body)]);

export async function sha256(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the first line of a release hangs on. */
export const rootOf = (release: ReleaseId): Promise<string> => sha256(release);

export async function emptyHead(release: ReleaseId): Promise<EvidenceHead> {
  return { release, version: 0, lastSeq: 0, lastHash: await rootOf(release), openGaps: [], takes: [], spans: [] };
}

export type ChainFault = {
  seq: number;
  /**
   * `line`: its hash does not fit what stands in it. `missing`: lines before it are missing. `order`: it stands where another one
   * belongs. `link`: it does not hang on the line before. `foreign`: it belongs to another release.
   */
  what: 'line' | 'missing' | 'order' | 'link' | 'foreign';
};

/** Walks a chain from its first line; the end is for the caller to compare with the head or the manifest. */
export async function chainFaults(release: ReleaseId, lines: readonly EvidenceLine[]): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  let seq = 0;
  let hash = await rootOf(release);
  for (const line of lines) {
    const { previous, hash: said, ...rest } = line;
    if (line.release !== release) faults.push({ seq: line.seq, what: 'foreign' });
    if (said !== (await sha256(chainedText(rest, previous)))) faults.push({ seq: line.seq, what: 'line' });
    if (line.seq > seq + 1) faults.push({ seq: line.seq, what: 'missing' });
    else if (line.seq <= seq) faults.push({ seq: line.seq, what: 'order' });
    else if (previous !== hash) faults.push({ seq: line.seq, what: 'link' });
    seq = line.seq;
    hash = said;
  }
  return faults;
}
