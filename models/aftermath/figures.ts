/** How the office looks its figures up: by day, as they stand now, and case by case. */
import type { OfficeId } from '../ids.ts';
import type { Day, Instant } from '../time.ts';
import type { Counts, FigureDay } from './audit.ts';
import type { Period } from './blocks.ts';
import type { FigureName } from './figure-names.ts';
import type { AskList, CountedCase } from './tally.ts';

/** `day` is the one under which it was counted. */
export type FiledCase = CountedCase & { day: Day };

/** `hash` covers the hashes of the day's lines in order, behind the hash of the day before. */
export type Digest = { office: OfficeId; day: Day; lines: number; hash: string; previous: string; writtenAt: Instant };

export interface Figures {
  /** One entry a day, also for days on which nothing was counted. */
  between(office: OfficeId, from: Day, to: Day): Promise<FigureDay[]>;
  /** The same, broken down: `figure|service=…`. */
  brokenDown(office: OfficeId, from: Day, to: Day): Promise<FigureDay[]>;
  /** The same by service and cause together, `service/cause`: answered matters. */
  pairs(office: OfficeId, from: Day, to: Day): Promise<FigureDay[]>;
  /** In how many talks each guide and small answer was given. */
  topics(office: OfficeId, from: Day, to: Day): Promise<FigureDay[]>;
  /**
   * One sum for each period, in one read of a few dozen blocks however long the periods are. Beside the days' counts it has those by
   * weekday.
   */
  sums(office: OfficeId, periods: readonly Period[]): Promise<Counts[]>;
  /** The same, broken down. */
  sumsBrokenDown(office: OfficeId, periods: readonly Period[]): Promise<Counts[]>;
  /** What stands now: open, overdue, waiting, `open|owner=…`. */
  standing(office: OfficeId): Promise<Counts>;
  /** The cases behind a figure, newest first. `start` is the `next` of the page before. */
  cases(
    office: OfficeId,
    figure: FigureName,
    from: Day,
    to: Day,
    limit: number,
    start?: string,
  ): Promise<{ cases: FiledCase[]; next?: string }>;
  /** Keys of the records that wait for a second person. */
  asking(office: OfficeId, list: AskList): Promise<string[]>;
}

export interface Digests {
  /** Newest first. */
  latest(office: OfficeId, limit: number): Promise<Digest[]>;
  /** Oldest first, from a day on. */
  from(office: OfficeId, day: Day): Promise<Digest[]>;
  /** The first day of which anything was counted. */
  firstDay(office: OfficeId): Promise<Day | undefined>;
  /** Closes a day: writes the digest over its lines. `open`: a line came in between or is not readable yet; asked again later. */
  close(office: OfficeId, day: Day, previous: string, now: Instant): Promise<'written' | 'known' | 'open'>;
}

/** The text whose SHA-256 is a day's hash. */
export const digestText = (previous: string, office: OfficeId, day: Day, lines: readonly { hash: string }[]): string =>
  JSON.stringify([previous, office, day, ...lines.map((line) => line.hash)]);

export const sumOf = (days: readonly Pick<FigureDay, 'counts'>[]): Counts => {
  const sum: Counts = {};
  for (const { counts } of days) for (const name in counts) sum[name] = (sum[name] ?? 0) + (counts[name] ?? 0);
  return sum;
};
