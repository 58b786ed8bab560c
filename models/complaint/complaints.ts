/** How the office files its matters: what can be asked of the filing room and what it promises. */
import type { Mention } from '../conversation/mention.ts';
import type { ComplaintId, DeliveryId, OfficeId, StaffId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day, Instant } from '../time.ts';
import type { Complaint } from './complaint.ts';
import type { Entry, Memo } from './entry.ts';

/** Where a matter stands for the work list: nobody's yet, in somebody's hands, waiting for the person, answered. */
export type MatterList = 'new' | 'in-hand' | 'waiting' | 'answered';
export type MatterSign = 'phone' | 'phone-tail' | 'plate' | 'name';

export type MatterChange = {
  /** Undefined for a new matter. */
  before: Complaint | undefined;
  /** With the version that was read; the filing counts it up. */
  after: Complaint;
  entries: readonly Entry[];
  memos?: readonly Memo[];
  /** Word to colleagues whom it concerns. */
  mentions?: readonly Mention[];
};

export interface Complaints {
  find(id: ComplaintId): Promise<Outcome<Complaint>>;
  /** In the order asked for; what is not there is left out. */
  several(ids: readonly ComplaintId[]): Promise<Complaint[]>;
  /** The newest matter of this number within the last two years. */
  byNumber(number: string, now: Instant): Promise<Complaint | undefined>;
  /**
   * Writes all changes in one transaction, if every record is still the one that was read and the delivery id is new. `stale`:
   * somebody else wrote first. `repeated`: this delivery was taken before.
   */
  commit(
    changes: readonly [MatterChange, ...MatterChange[]],
    delivery?: DeliveryId,
  ): Promise<'done' | 'stale' | 'repeated'>;
  /** Whether this delivery was taken. */
  delivered(id: ComplaintId, delivery: DeliveryId): Promise<boolean>;
  /** The day's next running number of an office, from 1. */
  nextNumber(office: OfficeId, day: Day): Promise<number>;
  /** Entries behind `after`, ascending; all of them (a matter has few). */
  entries(id: ComplaintId, after?: number): Promise<Entry[]>;
  /** With word to those who are named in it, in one transaction. */
  addMemo(memo: Memo, mentions?: readonly Mention[]): Promise<'done' | 'repeated'>;
  memos(id: ComplaintId): Promise<Memo[]>;

  /** Work list, earliest due first; `dueBefore` cuts it at an instant. */
  list(office: OfficeId, list: MatterList, limit: number, dueBefore?: Instant): Promise<Complaint[]>;
  count(office: OfficeId, list: MatterList, dueBefore?: Instant, dueFrom?: Instant): Promise<number>;
  /** What one officer has to do, earliest due first. */
  mine(staff: StaffId, limit: number): Promise<Complaint[]>;
  countMine(staff: StaffId): Promise<number>;
  closedOn(
    office: OfficeId,
    day: Day,
    limit: number,
    start?: string,
  ): Promise<{ complaints: Complaint[]; next?: string }>;
  /** By the day of filing, newest first; a page may be short, `next` says whether there is more. Costs what is asked for. */
  filedBetween(
    office: OfficeId,
    from: Day,
    to: Day,
    limit: number,
    start?: string,
  ): Promise<{ complaints: Complaint[]; next?: string }>;
  /** Matters whose next step by the clock has come, of all offices: costs what is due, not what exists. */
  ringing(now: Instant, limit: number): Promise<Complaint[]>;
  /** By keyed digest of a sign, newest first, at most 20. `text`: all digits of a phone, its last four, a plate, a name or its pinyin. */
  bySign(sign: MatterSign, text: string, office?: OfficeId): Promise<Complaint[]>;

  show(id: ComplaintId, viewer: { id: StaffId; name: string; typing: boolean }, until: Instant): Promise<void>;
  viewers(id: ComplaintId, now: Instant): Promise<{ id: StaffId; name: string; typing: boolean }[]>;
}
