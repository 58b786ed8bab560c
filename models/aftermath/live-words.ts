/** What of a live guidance's happenings the citizen is told, and how it stands in figures. */
import type { LiveNews } from '../live/news.ts';
import type { LiveSession } from '../live/live-session.ts';
import type { AuditLine } from './audit.ts';
import type { Facts } from './line-facts.ts';

/** What an image shows of it without opening anything sealed. */
export type LiveWays = Omit<LiveSession, 'helper'>;

type Told = { index: number; news: LiveNews; urgent: boolean };

export function liveWordsOf(happened: AuditLine['happened']): Told[] {
  return happened.flatMap(({ what, reason }, index): Told[] => {
    switch (what) {
      case 'live-invited':
        return [{ index, news: 'invited', urgent: true }];
      case 'live-answered':
        return [{ index, news: 'answered', urgent: true }];
      case 'live-missed':
        return [{ index, news: reason === 'citizen' ? 'missed' : 'not-met', urgent: false }];
      case 'live-ended':
        return [{ index, news: 'ended', urgent: false }];
      default:
        return [];
    }
  });
}

/** Words from closed lists and ids: what figures are drawn from, line by line. */
export const liveFacts = (s: LiveWays): Facts => ({
  state: s.state.name,
  talk: s.conversation,
  asked: s.asked,
  'asked-by': s.askedBy,
  how: s.how,
  first: s.first ? 'yes' : 'no',
  steps: String(s.steps.length),
  rated: s.rated === undefined ? 'no' : 'yes',
  ...(s.service === undefined ? {} : { service: s.service }),
  ...(s.officer === undefined ? {} : { owner: s.officer.id }),
  ...(s.state.name === 'ended' ? { outcome: s.state.outcome } : {}),
});
