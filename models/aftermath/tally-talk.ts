/** What one audit line of a talk counts for. */
import { isLow, type Grade } from '../conversation/rating.ts';
import type { AuditLine, Counts } from './audit.ts';
import type { TalkFigure } from './figure-names.ts';
import { bucketOf } from './histogram.ts';

type Happened = AuditLine['happened'][number];
export type CountsOfTalk = {
  count(name: string): void;
  /** Puts the talk on the figure's list; `why` where the event's own reason does not say it. */
  list(figure: TalkFigure, why?: string): void;
  /** The same broken down by the service that the talk is about. */
  byService(figure: TalkFigure): void;
  topics: Counts;
};

export function countTalk(on: CountsOfTalk, { what, reason, amounts = {} }: Happened): void {
  const both = (figure: TalkFigure): void => {
    on.list(figure);
    on.byService(figure);
  };
  if (amounts['failed'] === 1) {
    on.list('guide-failed', what === 'rated' ? reason : what);
    on.byService('guide-failed');
  }
  switch (what) {
    case 'opened':
      on.list('talk-begun');
      break;
    case 'asked':
      both('topic-asked');
      if (reason !== undefined) on.topics[reason] = (on.topics[reason] ?? 0) + 1;
      break;
    case 'not-understood':
      on.list('not-understood');
      break;
    case 'handed-over':
      if (amounts['first'] === 1) both('talk-handed-over');
      break;
    case 'claimed':
      if (amounts['first'] === 1) on.list('talk-taken');
      break;
    case 'first-reply':
      if (amounts['waited'] === undefined) break;
      on.list('talk-replied');
      on.count(`h:wait:${bucketOf('wait', amounts['waited'])}`);
      break;
    case 'closed':
    case 'back-to-bot':
      if (amounts['lasted'] === undefined) break;
      on.list('talk-ended');
      on.count(`h:talk:${bucketOf('talk', amounts['lasted'])}`);
      break;
    case 'solved':
      on.list('talk-solved');
      break;
    case 'unsolved':
      both('talk-unsolved');
      break;
    case 'rated':
      // Lines from before grades were filed with the event say nothing about satisfaction.
      if (reason === undefined) break;
      if (isLow(reason as Grade)) both('talk-dissatisfied');
      else on.list('talk-satisfied');
      break;
    default:
  }
}
