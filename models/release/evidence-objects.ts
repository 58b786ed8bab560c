/** What lies in the evidence store, and under which name; the bytes themselves never pass through the records. */
import type { ReleaseId } from '../ids.ts';
import type { BodyOf } from './evidence.ts';

export type EvidenceObject = {
  release: ReleaseId;
  /** Within the release; also its file's name in an export. */
  name: string;
  sha256: string;
  bytes: number;
  mime: string;
};
/** `absent`: nothing there. `other`: something else is there. */
export type Arrived = 'there' | 'absent' | 'other';

/** How the office reaches the evidence store. */
export interface EvidenceObjects {
  /** An address that takes exactly this object, once, and expires; the headers have to be sent along. */
  uploadAddress(object: EvidenceObject): Promise<{ url: string; headers: Record<string, string> }>;
  hasArrived(object: EvidenceObject): Promise<Arrived>;
  viewAddress(object: EvidenceObject): Promise<string>;
  read(object: EvidenceObject): Promise<AsyncIterable<Uint8Array>>;
  /** Deletes every version of everything of a release; answers how many. A second time finds nothing. */
  removeAll(release: ReleaseId): Promise<number>;
}

const endings: Record<string, string> = {
  'video/webm': 'webm',
  'video/mp4': 'mp4',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};
export const endingOf = (mime: string): string => endings[mime.split(';')[0] ?? ''] ?? 'bin';

type Piece = Pick<BodyOf<'chunk'>, 'take' | 'n' | 'sha256' | 'bytes' | 'mime'>;
type Picture = Pick<BodyOf<'snapshot'>, 'sha256' | 'bytes' | 'mime'>;

export const chunkObject = (release: ReleaseId, { take, n, sha256, bytes, mime }: Piece): EvidenceObject => ({
  release,
  name: `${take}-${String(n)}`,
  sha256,
  bytes,
  mime,
});
/** Pictures are named by their content: the same picture twice is one object. */
export const snapshotObject = (release: ReleaseId, { sha256, bytes, mime }: Picture): EvidenceObject => ({
  release,
  name: `snapshot-${sha256}`,
  sha256,
  bytes,
  mime,
});
