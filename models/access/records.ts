/** How the office files its staff, their sessions and what a caller has used up. */
import type { LenderId, OfficeId, StaffId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day, Instant } from '../time.ts';
import type { Session, Staff, Standing } from './staff.ts';

export interface StaffRecords {
  find(id: StaffId): Promise<Outcome<Staff>>;
  /** Refuses as `stale` when somebody else saved first. */
  save(staff: Staff): Promise<Outcome<Staff>>;
  /** The same, only while `operator` is an active operator with a way to sign in: of two who shut each other out, one is refused. */
  saveAs(operator: StaffId, staff: Staff): Promise<Outcome<Staff>>;
  standing(id: StaffId): Promise<Standing | undefined>;
  /** What is kept of an enrolment code: a digest that only this office's key can make. */
  digestOf(code: string): string;
  /** Those who work there; agents of lenders are asked for by their lender. */
  ofOffice(office: OfficeId): Promise<Staff[]>;
  agentsOf(lender: LenderId): Promise<Staff[]>;
  /** Agents of the office whose mandates, not revoked, have their last day in this span, earliest first. */
  mandatesEnding(office: OfficeId, from: Day, until: Day, limit: number): Promise<Staff[]>;
}

export interface Sessions {
  find(id: string): Promise<Session | undefined>;
  save(session: Session): Promise<void>;
  /** Notes that it was used; a session revoked meanwhile stays revoked. */
  touch(id: string, at: Instant): Promise<void>;
  of(staff: StaffId): Promise<Session[]>;
  revoke(id: string): Promise<void>;
}

export interface RateLimits {
  /** Counts one use of `what` in the running window; answers how many there were with it. */
  use(what: string, windowSeconds: number, nowMs: number): Promise<number>;
  /** Takes one use back that turned out to be rightful. */
  giveBack(what: string, windowSeconds: number, nowMs: number): Promise<void>;
}
