/** The owner says how they want to be told of their release. */
import { choose, type NoticeChoice } from '../../aftermath/notice-choice.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, type Release } from '../release.ts';
import { happened } from './by.ts';

/** A release always has the number that was confirmed for it. */
export const waysOf = ({ talk }: Pick<Release, 'talk'>): { talk: boolean; phone: boolean } => ({
  talk: talk !== undefined,
  phone: true,
});

export function chooseNotices(r: Release, choice: NoticeChoice, now: Instant): Outcome<Release> {
  const chosen = choose(r, choice, waysOf(r));
  const reason = choice.onlyDue ? 'only-due' : choice.channel;
  return chosen.ok ? done(noted(chosen.value, happened('notices-chosen', undefined, now, reason))) : chosen;
}
