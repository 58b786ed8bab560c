/** The “视频办” as the assistant reaches it from a talk; every call may be made again and has one effect. */
import type { NoticeChoice, ShownNoticeChoice } from '../aftermath/notice-choice.ts';
import type { BookingId, LenderId, ReleaseId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { Side } from './parties.ts';

/** What was settled in the talk before the forms. No lender: the owner applies alone, with a court document. */
export type PlannedRelease = { id: ReleaseId; lender?: LenderId; certificateWith: Side };

export interface ReleaseDesk {
  /** Lenders enrolled at the office; none: nothing can be released by video here. */
  lenders(): Promise<readonly { id: LenderId; name: string }[]>;
  newId(): Promise<ReleaseId>;
  /** The next three times at which the office is free, and one of the lender's agents where a lender takes part. */
  times(lender?: LenderId): Promise<readonly Instant[]>;
  /** Keeps a time for ten minutes; the one kept before, if any, is free again. Refuses as `stale` when somebody else has it. */
  hold(plan: PlannedRelease, start: Instant, before?: BookingId): Promise<Outcome<BookingId>>;
  /** The phone was confirmed: the time is theirs, and the link to the rest goes to the phone. A time that was lost meanwhile refuses as `stale`. */
  confirm(plan: PlannedRelease, booking: BookingId, phone: string): Promise<Outcome<{ start: Instant; link: string }>>;
  move(booking: BookingId, start: Instant): Promise<Outcome<{ start: Instant }>>;
  cancel(booking: BookingId): Promise<Outcome<void>>;
  /** How the owner is told of a release that was filed out of this talk; undefined while there is none. */
  notices(id: ReleaseId): Promise<ShownNoticeChoice | undefined>;
  chooseNotices(id: ReleaseId, choice: NoticeChoice): Promise<Outcome<void>>;
}
