/** How the office files the records of calls, their files, its signing keys and the samples that managers watch. */
import type { DeliveryId, OfficeId, ReleaseId, StaffId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day, Instant } from '../time.ts';
import type { EvidenceFile } from './evidence-file.ts';
import type { EvidenceHead, EvidenceLine } from './evidence.ts';
import type { Parcel } from './releases.ts';
import type { Rewatch } from './rewatch.ts';

export type SignedText = { text: string; signature: string; keyId: string };
/** Why somebody did something, in their own words: filed sealed. */
export type EvidenceNote = {
  id: string;
  at: Instant;
  by: StaffId;
  what: 'watched' | 'exported' | 'held' | 'hold-lifted' | 'gap-accepted' | 'rewatched';
  /** A take, a picture or a gap. */
  of?: string;
  text: string;
};

export interface EvidenceRecords {
  /** A release without lines has an empty head, version 0. */
  head(release: ReleaseId): Promise<EvidenceHead>;
  lines(release: ReleaseId): Promise<EvidenceLine[]>;
  page(release: ReleaseId, after: number, limit: number): Promise<{ lines: EvidenceLine[]; next?: number }>;
  several(release: ReleaseId, seqs: readonly number[]): Promise<EvidenceLine[]>;
  /**
   * Lines, head and delivery mark in one transaction: over the head that was read, and only where the numbers are free. `stale`: somebody
   * else was first.
   */
  append(
    read: EvidenceHead,
    after: EvidenceHead,
    lines: readonly EvidenceLine[],
    delivery: DeliveryId,
    along?: { note: EvidenceNote; file: EvidenceFile },
  ): Promise<'added' | 'stale'>;
  /** The lines that a delivery wrote. */
  delivered(release: ReleaseId, delivery: DeliveryId): Promise<number[] | undefined>;
  /** The last lines, the signed manifest and the file in one transaction; afterwards nothing can be appended. */
  close(
    read: EvidenceHead,
    after: EvidenceHead,
    lines: readonly EvidenceLine[],
    manifest: SignedText,
    file: EvidenceFile,
    /** The decision itself: the release is decided and its record closed at once, or neither. */
    along?: Parcel,
  ): Promise<'closed' | 'stale'>;
  manifest(release: ReleaseId): Promise<SignedText | undefined>;
  deletion(release: ReleaseId): Promise<SignedText | undefined>;
  /** Seals what must not be read outside; only this office's keys open it again. */
  seal(release: ReleaseId, text: string): Promise<string>;
}

export interface EvidenceFiles {
  find(release: ReleaseId): Promise<EvidenceFile | undefined>;
  /** Over the version that was read, with its note or its proof in the same transaction; refuses as `stale`. */
  save(file: EvidenceFile, along?: { note?: EvidenceNote; deletion?: SignedText }): Promise<Outcome<EvidenceFile>>;
  /** Why people looked, held, accepted: newest first. */
  notes(release: ReleaseId): Promise<EvidenceNote[]>;
  /** Whose time has come, earliest first. */
  due(today: Day, limit: number): Promise<EvidenceFile[]>;
  announced(office: OfficeId, limit: number): Promise<EvidenceFile[]>;
  closedOn(office: OfficeId, day: Day): Promise<EvidenceFile[]>;
}

/** The public half of a key that manifests are signed with (SPKI, PEM) and the SHA-256 of its DER. */
export type EvidenceKey = { id: string; office: OfficeId; since: Instant; pem: string; sha256: string };
/** Its time had come; somebody may have seen the private half. */
export const renewalReasons = ['scheduled', 'suspected'] as const;
export type RenewalReason = (typeof renewalReasons)[number];
/** What the audit line of a key says. */
export type KeyMaking =
  | { at: Instant; what: 'evidence-key-made' }
  | { at: Instant; what: 'evidence-key-renewed'; by: StaffId; reason: RenewalReason };
export interface EvidenceKeys {
  /** The office's present key; made when it is first asked for. */
  current(office: OfficeId, now: Instant): Promise<EvidenceKey>;
  /** A new one becomes the present key, unless it is not `after` any more; the earlier ones stay. Refuses as `stale`. */
  renew(office: OfficeId, after: string, making: KeyMaking): Promise<Outcome<EvidenceKey>>;
  /** Base64 of an Ed25519 signature. */
  sign(keyId: string, text: string): Promise<string>;
  all(office: OfficeId): Promise<EvidenceKey[]>;
}

export interface Rewatches {
  find(office: OfficeId, day: Day): Promise<Rewatch | undefined>;
  save(rewatch: Rewatch): Promise<Outcome<Rewatch>>;
}

/** What of a release decides who may touch its evidence. */
export type HeldRelease = {
  id: ReleaseId;
  office: OfficeId;
  state: string;
  /** Who holds it. */
  officer?: StaffId;
};
export interface HeldReleases {
  find(id: ReleaseId): Promise<Outcome<HeldRelease>>;
}
