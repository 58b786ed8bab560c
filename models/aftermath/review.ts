/** A common-cause review (共性问题): why the same thing keeps failing, what is done about it, who does it until when, and which matters showed it. */
import * as z from 'zod';
import { CauseCode } from '../complaint/kinds.ts';
import { ComplaintId, OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Day, Instant } from '../time.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

export const reviewStates = ['open', 'acting', 'done'] as const;
export const ReviewState = z.enum(reviewStates);
export type ReviewState = z.infer<typeof ReviewState>;

/** No free words: audit lines are drawn from it. */
export const ReviewHappened = z.strictObject({
  at: Instant,
  what: z.enum(['review-opened', 'review-changed', 'review-acting', 'review-done', 'review-reopened', 'review-linked']),
  by: StaffId,
  reason: CauseCode.optional(),
});

export const Review = z.strictObject({
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  version: z.int().nonnegative(),
  office: OfficeId,
  /** Title, action and result are filed sealed. */
  title: words(80),
  cause: CauseCode,
  service: z.string().max(60).optional(),
  action: z.string().trim().max(1000),
  /** What came of it; a review is done only with it. */
  result: z.string().trim().max(1000),
  owner: StaffId.optional(),
  dueDay: Day.optional(),
  state: ReviewState,
  cases: z.array(ComplaintId).max(60),
  createdAt: Instant,
  lastAt: Instant,
  history: z.array(ReviewHappened).max(60),
});
export type Review = z.infer<typeof Review>;
type Happened = z.infer<typeof ReviewHappened>;

/** POST /api/oversight/reviews; `id` is chosen by the page, so that a repeat opens one review. */
export const OpenReview = Review.pick({ id: true, title: true, cause: true, service: true, cases: true }).extend({
  office: OfficeId.optional(),
});
export type OpenReview = z.infer<typeof OpenReview>;

/** PUT /api/oversight/reviews/{id}; `version` is the one on screen. */
export const ChangeReview = Review.pick({
  id: true,
  version: true,
  title: true,
  action: true,
  result: true,
  owner: true,
  dueDay: true,
  state: true,
  cases: true,
});
export type ChangeReview = z.infer<typeof ChangeReview>;

/** Three matters of one service and cause within ninety days: worth a review. */
export const SUGGEST_FROM = 3;
export const SUGGEST_DAYS = 90;
export const Suggestion = z.strictObject({
  office: OfficeId,
  service: z.string(),
  cause: CauseCode,
  matters: z.int(),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const ShownReviews = z.strictObject({
  reviews: z.array(Review.extend({ numbers: z.record(ComplaintId, z.string()) })),
  suggestions: z.array(Suggestion),
  names: z.record(z.string(), z.string()),
});
export type ShownReviews = z.infer<typeof ShownReviews>;

const noted = (r: Review, ...happened: Happened[]): Review => ({
  ...r,
  history: [...r.history, ...happened].slice(-60),
});

export function openReview(input: Omit<OpenReview, 'office'>, office: OfficeId, by: StaffId, now: Instant): Review {
  return {
    ...input,
    version: 0,
    office,
    action: '',
    result: '',
    state: 'open',
    createdAt: now,
    lastAt: now,
    history: [{ at: now, what: 'review-opened', by, reason: input.cause }],
  };
}

/** To be acted on it needs action, owner and day; to be done, what came of it. */
export function changeReview(r: Review, to: Omit<ChangeReview, 'id'>, by: StaffId, now: Instant): Outcome<Review> {
  if (to.version !== r.version) return refused('stale', 'somebody changed the review meanwhile');
  if (to.state !== 'open' && (to.action === '' || to.owner === undefined || to.dueDay === undefined))
    return refused('bad-input', 'a review that is acted on names action, owner and day');
  if (to.state === 'done' && to.result === '') return refused('bad-input', 'a review is done with what came of it');
  const what =
    to.state === r.state
      ? ('review-changed' as const)
      : to.state === 'acting'
        ? ('review-acting' as const)
        : to.state === 'done'
          ? ('review-done' as const)
          : ('review-reopened' as const);
  const linked = to.cases.some((id) => !r.cases.includes(id));
  const { owner: _owner, dueDay: _due, ...rest } = r;
  return done(
    noted(
      { ...rest, ...to, version: r.version, lastAt: now },
      { at: now, what, by },
      ...(linked ? [{ at: now, what: 'review-linked' as const, by }] : []),
    ),
  );
}
