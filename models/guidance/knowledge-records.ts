/** How the office files canned replies, proposed answers and service points. */
import type { CannedReply } from '../conversation/requests.ts';
import type { OwnReply } from '../conversation/canned-replies.ts';
import type { OfficeId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { ServicePoint } from './point.ts';
import type { PointStore } from './points-import.ts';
import type { PublishedAnswer } from './published-answer.ts';

export interface CannedReplies {
  /** What the office changed about the shipped ones: replies of its own words, and codes it does without. */
  of(office: OfficeId): Promise<OwnReply[]>;
  save(office: OfficeId, reply: CannedReply): Promise<void>;
  /** The shipped reply of this code stays away until it is saved again. */
  doWithout(office: OfficeId, code: string): Promise<void>;
  /** Back to what is shipped. */
  forget(office: OfficeId, code: string): Promise<void>;
}

export interface Answers {
  find(id: string): Promise<Outcome<PublishedAnswer>>;
  /** Refuses as `stale` when somebody else saved first. */
  save(answer: PublishedAnswer): Promise<Outcome<PublishedAnswer>>;
  inState(state: PublishedAnswer['state'], limit: number): Promise<PublishedAnswer[]>;
}

export type ServicePoints = PointStore & { all(): Promise<ServicePoint[]> };
