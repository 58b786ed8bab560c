/** What one audit line of a live guidance counts for. */
import type { AuditLine } from './audit.ts';
import type { CountsOfTalk } from './tally-talk.ts';
import { bucketOf } from './histogram.ts';

/** The record counts seconds, figures minutes. */
const minutes = (seconds: number | undefined): number => Math.floor((seconds ?? 0) / 60);

export function countLive(
  on: Pick<CountsOfTalk, 'count' | 'list'>,
  { what, reason, amounts }: AuditLine['happened'][number],
): void {
  switch (what) {
    case 'live-asked':
    case 'live-invited':
      on.list('live-asked');
      break;
    case 'live-answered':
    case 'live-accepted':
      on.list('live-begun');
      on.count(`h:wait-live:${bucketOf('wait', minutes(amounts?.['waited']))}`);
      break;
    case 'live-ended':
      on.list(reason === 'solved' ? 'live-solved' : 'live-unsolved');
      on.count(`h:live:${bucketOf('talk', minutes(amounts?.['lasted']))}`);
      break;
    case 'live-missed':
      on.list('live-missed');
      break;
    default:
  }
}
