/** How the office files canned replies, proposed answers and service points. */
import type { CannedReply } from '../conversation/requests.ts';
import type { OfficeId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { ServicePoint } from './point.ts';
import type { PointStore } from './points-import.ts';
import type { PublishedAnswer } from './published-answer.ts';

export interface CannedReplies {
  of(office: OfficeId): Promise<CannedReply[]>;
  save(office: OfficeId, reply: CannedReply): Promise<void>;
  remove(office: OfficeId, code: string): Promise<void>;
}

export interface Answers {
  find(id: string): Promise<Outcome<PublishedAnswer>>;
  /** Refuses as `stale` when somebody else saved first. */
  save(answer: PublishedAnswer): Promise<Outcome<PublishedAnswer>>;
  inState(state: PublishedAnswer['state'], limit: number): Promise<PublishedAnswer[]>;
}

export type ServicePoints = PointStore & { all(): Promise<ServicePoint[]> };
