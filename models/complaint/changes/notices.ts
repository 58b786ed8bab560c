/** The person says how they want to be told of their matter. */
import { choose, type NoticeChoice } from '../../aftermath/notice-choice.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, phoneOf, type Complaint } from '../complaint.ts';

export const waysOf = (c: Pick<Complaint, 'talk' | 'person'>): { talk: boolean; phone: boolean } => ({
  talk: c.talk !== undefined,
  phone: phoneOf(c) !== undefined,
});

export function chooseNotices(c: Complaint, choice: NoticeChoice, now: Instant): Outcome<Complaint> {
  const chosen = choose(c, choice, waysOf(c));
  return chosen.ok
    ? done(
        noted(chosen.value, { at: now, what: 'notices-chosen', reason: choice.onlyDue ? 'only-due' : choice.channel }),
      )
    : chosen;
}
