/** How the office files its reviews and samples. */
import type { OfficeId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day } from '../time.ts';
import type { Review } from './review.ts';
import type { Sample } from './sample.ts';

export interface Reviews {
  find(id: string): Promise<Outcome<Review>>;
  /** Over the version that was read; refuses as `stale` when somebody else saved first. Answers with the new version. */
  save(review: Review): Promise<Outcome<Review>>;
  /** Not done first, earliest due first. */
  ofOffice(office: OfficeId): Promise<Review[]>;
}

export interface Samples {
  find(office: OfficeId, day: Day): Promise<Sample | undefined>;
  save(sample: Sample): Promise<Outcome<Sample>>;
}
