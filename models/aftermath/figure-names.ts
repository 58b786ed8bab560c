/** The names under which the office counts what became of its matters; behind each stands the list of the matters counted. */
import * as z from 'zod';

/**
 * One count is one event of one matter: a matter that was reopened is answered, and counted, again. Each event stands under the day on
 * which its audit line was filed.
 */
export const matterFigures = [
  /** Filed for the first time. */
  'received',
  /** 响应: the first word between a person of the office and the reporter, in time; or the time went by without it. */
  'response-kept',
  'response-missed',
  /** Left out of the promise; the reason says why: no-way, withdrawn, merged, declined, resolved. */
  'response-out',
  /** 按时: answered in time; or the time went by without an answer. */
  'on-time-kept',
  'on-time-missed',
  /** Answered, in time or late. */
  'answered',
  /** Left out; the reason says why: withdrawn, merged, declined. */
  'on-time-out',
  /** 满意: rated 基本满意 or better; rated 不满意 or 非常不满意; filed away without a rating; rated after that. */
  'satisfied',
  'dissatisfied',
  'unrated',
  'rated-late',
  /** Answered in time within the last fifteen minutes. */
  'last-minutes',
  /** Answered, and its clock had stood while the office waited for the person. */
  'paused',
  'extended',
  /** After an answer, after a decline. */
  'reopened',
  'contact-tried',
  /** After a first contact nobody of the office did anything for two working days. */
  'fell-silent',
  'withdrawn',
  'withdrawn-after-contact',
  'same-device',
  'declined',
  'merged',
  /** 不能办: answered with a no. */
  'answered-no',
  'transferred',
  /** 来回转: three owners. */
  'problem-case',
  /** 催办: the person asked for news, for a call or for somebody higher. */
  'pressed',
  'raised',
  'supervised',
  'called-back',
  'call-back-missed',
  'rectified',
  'rectification-missed',
  'sampled',
  'revealed',
  'closed',
] as const;

/** Of talks; an event of one talk counts once, as with matters. */
export const talkFigures = [
  'talk-begun',
  /** A guide or a small answer was given, once a talk and answer. */
  'topic-asked',
  /** A message that the assistant did not understand. */
  'not-understood',
  /** Handed over to a person, taken by one: for the first time in this talk. */
  'talk-handed-over',
  'talk-taken',
  /** The officer's first word after a hand-over; not of messages left for later. */
  'talk-replied',
  'talk-ended',
  /** The person said so: 解决了, 没解决. */
  'talk-solved',
  'talk-unsolved',
  'talk-satisfied',
  'talk-dissatisfied',
  /** Handed over, not solved or a low grade after a guide was given; once a guide and talk. */
  'guide-failed',
  /** Live guidance: asked for by either side, begun, ended with what came of it, nobody came in time. */
  'live-asked',
  'live-begun',
  'live-solved',
  'live-unsolved',
  'live-missed',
  /** A number was shown whole in a talk. */
  'revealed-in-talk',
] as const;
export type TalkFigure = (typeof talkFigures)[number];

export const figureNames = [...matterFigures, ...talkFigures] as const;
export const FigureName = z.enum(figureNames);
export type FigureName = z.infer<typeof FigureName>;

/** What a figure is broken down by. Never satisfaction by officer: it would rank people by whom they happened to help. */
export const dimensions = ['service', 'cause', 'problem', 'owner', 'channel'] as const;
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;
