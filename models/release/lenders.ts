/** How the office files its lenders, and which rows of their lists became releases. */
import type { LenderId, OfficeId, ReleaseId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Lender, LenderApplication, RevealReason } from './lender.ts';
import type { LenderStateName } from './lender-kinds.ts';

export interface Lenders {
  find(id: LenderId): Promise<Outcome<Lender>>;
  /** Its state alone: asked at every request of an agent, nothing sealed is opened for it. */
  standing(id: LenderId): Promise<LenderStateName | undefined>;
  byCode(office: OfficeId, code: string): Promise<LenderId | undefined>;
  /**
   * A new one, or over the version that was read. Of any number who enter one code at one office at the same moment exactly one does:
   * the others are refused as `bad-input`. Refuses as `stale` when somebody else saved first.
   */
  save(lender: Lender, before?: Lender): Promise<Outcome<Lender>>;
  /** Those that wait: longest waiting first; the others: last changed first. */
  ofState(
    office: OfficeId,
    state: LenderStateName,
    limit: number,
    start?: string,
  ): Promise<{ lenders: Lender[]; next?: string }>;
  count(office: OfficeId, state: LenderStateName): Promise<number>;
  /** A further application under a code that has a lender; the same one twice is one. */
  keepApplication(lender: LenderId, application: LenderApplication): Promise<void>;
  applications(lender: LenderId): Promise<LenderApplication[]>;
  dropApplication(lender: LenderId, application: LenderId): Promise<void>;
  keepReason(lender: LenderId, reason: RevealReason): Promise<void>;
  /** Newest first. */
  reasons(lender: LenderId): Promise<RevealReason[]>;
}

/** `key` says what makes a row the same row; it is filed as a keyed digest only. */
export interface ReleaseRows {
  /** The id under which the row is filed: chosen at the first try, the same at every other. */
  reserve(lender: LenderId, key: string, id: ReleaseId): Promise<{ release: ReleaseId; filed: boolean }>;
  filed(lender: LenderId, key: string): Promise<void>;
  /** Those of the keys that are filed already. */
  known(lender: LenderId, keys: readonly string[]): Promise<Set<string>>;
}
