/** How the office files its releases: what can be asked of the filing room and what it promises. */
import type { DeliveryId, LenderId, OfficeId, ReleaseId, StaffId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day, Instant } from '../time.ts';
import type { ReleaseNote } from './note.ts';
import type { Release } from './release.ts';

/** Where a release stands for the work list: to be looked at, waiting for papers or its time, in a call or to be finished, over today. */
export type ReleaseList = 'to-check' | 'waiting' | 'to-finish';

/** What one filing room hands to another to be written in the same transaction; only they know what is in it. */
export type Parcel = { readonly writes: readonly unknown[] };

export type ReleaseChange = { before: Release | undefined; after: Release; notes?: readonly ReleaseNote[] };

export interface Releases {
  find(id: ReleaseId): Promise<Outcome<Release>>;
  /** The newest release of this number within the last two years. */
  byNumber(number: string, now: Instant): Promise<Release | undefined>;
  /**
   * Writes the record, if it is still the one that was read and the delivery id is new, together with notes. `stale`: somebody else wrote
   * first. `repeated`: this delivery was taken before.
   */
  commit(change: ReleaseChange, delivery?: DeliveryId): Promise<'done' | 'stale' | 'repeated'>;
  /** The same writes, for a transaction that holds more than the release. */
  parcel(change: ReleaseChange, delivery: DeliveryId): Promise<Parcel>;
  delivered(id: ReleaseId, delivery: DeliveryId): Promise<boolean>;
  nextNumber(office: OfficeId, day: Day): Promise<number>;
  notes(id: ReleaseId): Promise<ReleaseNote[]>;
  /** Work list of an office, earliest due first. */
  list(office: OfficeId, list: ReleaseList, limit: number): Promise<Release[]>;
  count(office: OfficeId, list: ReleaseList): Promise<number>;
  /** What one officer has, earliest due first. */
  mine(staff: StaffId, limit: number): Promise<Release[]>;
  countMine(staff: StaffId): Promise<number>;
  /** Everything of one lender that is not over, earliest due first; paged. */
  ofLender(lender: LenderId, limit: number, start?: string): Promise<{ releases: Release[]; next?: string }>;
  closedOn(office: OfficeId, day: Day, limit: number): Promise<Release[]>;
  /** By keyed digest of an owner's phone or of a plate, newest first, at most 20. */
  bySign(sign: 'phone' | 'plate', text: string, office?: OfficeId): Promise<Release[]>;
  /** Whose next step by the clock has come, of all offices: costs what is due, not what exists. */
  ringing(now: Instant, limit: number): Promise<Release[]>;
}
