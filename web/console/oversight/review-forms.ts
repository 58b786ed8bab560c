/** What the form of a common cause begins with. */
import type { ShownReviews } from '../../../models/aftermath/review.ts';
import type { CauseCode } from '../../../models/complaint/kinds.ts';
import type { ComplaintId, OfficeId } from '../../../models/ids.ts';

export type ShownReview = ShownReviews['reviews'][number];
export type Begun = {
  office: OfficeId;
  title: string;
  cause?: CauseCode;
  service?: string;
  numbers: Record<ComplaintId, string>;
};
