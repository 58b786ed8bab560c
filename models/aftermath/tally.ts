/** What one audit line counts for: every figure of the office is the sum of these, and can be made again from the lines alone. */
import { isLow, type Grade } from '../conversation/rating.ts';
import type { AuditLine, Counts } from './audit.ts';
import type { Dimension, FigureName } from './figure-names.ts';
import { bucketOf } from './histogram.ts';
import { countLive } from './tally-live.ts';
import { countTalk, type CountsOfTalk } from './tally-talk.ts';
import { factsBefore, isOpenState, type Facts } from './line-facts.ts';

/** One entry of the list behind a figure. */
export type CountedCase = {
  figure: FigureName;
  record: string;
  version: number;
  at: AuditLine['at'];
  reason?: string;
  by?: string;
  amounts?: Record<string, number>;
  /** Of a live guidance: the talk that it belongs to. */
  talk?: string;
} & Partial<Record<Dimension, string>>;

export const askLists = ['decline', 'extension', 'report', 'reveal'] as const;
/** What waits for a second person. */
export type AskList = (typeof askLists)[number];

export type Tally = {
  /** Of the day: each event by name, each figure as `case:figure`, sums, histograms. */
  counts: Counts;
  /** Of the day, by service, cause, problem, owner, channel: `figure|service=…`. */
  by: Counts;
  /** Of the day, service and cause together, `service/cause`: what common causes are looked for in. */
  pairs: Counts;
  /** Of the day: in how many talks each guide and small answer was given. */
  topics: Counts;
  /** By how much the line changes what stands now: open, overdue, waiting …; may be negative. */
  standing: Counts;
  cases: CountedCase[];
  /** Lists of waiting approvals that the record enters or leaves. */
  asks: { list: AskList; enters: boolean }[];
};

type Happened = AuditLine['happened'][number];
const LAST_MINUTES = 15;
const broken = ['service', 'cause', 'problem', 'channel'] as const satisfies readonly Dimension[];

export function tallyOf(line: AuditLine): Tally {
  const tally: Tally = { counts: { lines: 1 }, by: {}, pairs: {}, topics: {}, standing: {}, cases: [], asks: [] };
  const { facts } = line;
  if (!line.record.startsWith('COMPLAINT#') || facts === undefined) {
    for (const happened of line.happened) countPlain(tally, line, happened);
    // A talk's line of earlier times has no facts and counts as it did then.
    if (line.record.startsWith('CONVERSATION#') && facts !== undefined) countTalks(tally, line, facts, countTalk);
    if (line.record.startsWith('LIVE#') && facts !== undefined) countTalks(tally, line, facts, countLive);
    return tally;
  }
  for (const happened of line.happened) countMatter(tally, line, facts, happened);
  countLeftOut(tally, line, facts);
  standingChange(tally, factsBefore(facts), facts);
  return tally;
}

const add = (counts: Counts, name: string, n = 1): void => {
  counts[name] = (counts[name] ?? 0) + n;
};

function countTalks(
  tally: Tally,
  line: AuditLine,
  facts: Facts,
  countOne: (on: CountsOfTalk, happened: Happened) => void,
): void {
  for (const happened of line.happened)
    countOne(
      {
        count: (name) => {
          add(tally.counts, name);
        },
        list: (figure, why = happened.reason) => {
          const { reason: _said, ...event } = happened;
          listed(tally, line, facts, figure, why === undefined ? event : { ...event, reason: why });
        },
        byService: (figure) => {
          add(tally.by, `${figure}|service=${facts['service'] ?? 'none'}`);
        },
        topics: tally.topics,
      },
      happened,
    );
}

/** These reasons are ids of guides: as names of the day's figures there would be hundreds. */
const ofManyReasons = new Set(['asked', 'solved', 'unsolved']);

/** Talks and accounts: events by name; reveals are listed besides. */
function countPlain(tally: Tally, line: AuditLine, happened: Happened): void {
  const { what, reason } = happened;
  add(tally.counts, what);
  if (reason !== undefined && !ofManyReasons.has(what)) add(tally.counts, `${what}:${reason}`);
  if (what === 'revealed') listed(tally, line, {}, 'revealed-in-talk', happened);
}

/** Counts a figure and puts the case on its list: there is no figure without its cases. */
function listed(
  tally: Tally,
  line: AuditLine,
  facts: Facts,
  figure: FigureName,
  { at, by, reason, amounts }: Happened,
): void {
  add(tally.counts, `case:${figure}`);
  if (reason !== undefined) add(tally.counts, `case:${figure}:${reason}`);
  const { service, cause, problem, channel, talk } = facts;
  const owner = facts['owner'] ?? facts['was.owner'];
  tally.cases.push({
    figure,
    record: line.record,
    version: line.version,
    at,
    ...(reason === undefined ? {} : { reason }),
    ...(by === undefined ? {} : { by }),
    ...(amounts === undefined ? {} : { amounts }),
    ...(talk === undefined ? {} : { talk }),
    ...(service === undefined ? {} : { service }),
    ...(cause === undefined ? {} : { cause }),
    ...(problem === undefined ? {} : { problem }),
    ...(channel === undefined ? {} : { channel }),
    ...(owner === undefined ? {} : { owner }),
  });
}

/** Events that are a figure as they are. */
const plainFigures: Record<string, FigureName> = {
  'contact-tried': 'contact-tried',
  'fell-silent': 'fell-silent',
  'extension-approved': 'extended',
  declined: 'declined',
  merged: 'merged',
  transferred: 'transferred',
  'problem-case': 'problem-case',
  'citizen-pressed': 'pressed',
  raised: 'raised',
  supervised: 'supervised',
  'called-back': 'called-back',
  'call-back-missed': 'call-back-missed',
  rectified: 'rectified',
  'rectification-missed': 'rectification-missed',
  sampled: 'sampled',
  revealed: 'revealed',
};

function countMatter(tally: Tally, line: AuditLine, facts: Facts, happened: Happened): void {
  const { what, reason, amounts = {} } = happened;
  const on = (figure: FigureName): void => {
    listed(tally, line, facts, figure, happened);
  };
  const broke = (figure: string, dimensions: readonly Dimension[] = broken): void => {
    for (const dimension of dimensions) add(tally.by, `${figure}|${dimension}=${facts[dimension] ?? 'none'}`);
  };
  const plain = plainFigures[what];
  if (plain !== undefined) on(plain);
  switch (what) {
    case 'filed':
      on('received');
      // The cause is known with the answer.
      broke('received', ['service', 'problem', 'channel']);
      if (facts['helped'] === 'yes') add(tally.counts, 'received-helped');
      if (facts['anonymous'] === 'yes') add(tally.counts, 'received-anonymous');
      break;
    case 'first-contact':
      if (reason === 'in-time') on('response-kept');
      add(tally.counts, `h:contact:${bucketOf('contact', amounts['used'] ?? 0)}`);
      break;
    case 'contact-missed':
      on('response-missed');
      break;
    case 'answered':
      countAnswer(tally, line, facts, happened);
      break;
    case 'answer-missed':
      on('on-time-missed');
      broke('on-time-missed', [...broken, 'owner']);
      break;
    case 'outcome':
      if (reason === 'not-possible') on('answered-no');
      break;
    case 'rated': {
      const figure = isLow(reason as Grade) ? 'dissatisfied' : 'satisfied';
      on(figure);
      broke(figure);
      if ((amounts['sameDevice'] ?? 0) > 0) on('same-device');
      if (facts['was.state'] === 'closed') on('rated-late');
      break;
    }
    case 'reopened':
      on('reopened');
      broke('reopened');
      add(tally.by, `reopened|owner=${facts['was.owner'] ?? 'none'}`);
      break;
    case 'claimed':
    case 'assigned':
      broke('taken', ['owner']);
      break;
    case 'withdrawn':
      on('withdrawn');
      if (reason === 'after-contact') on('withdrawn-after-contact');
      break;
    case 'closed':
      on('closed');
      if (reason !== 'withdrawn' && facts['rated'] !== 'yes') on('unrated');
      break;
    default:
  }
}

function countAnswer(tally: Tally, line: AuditLine, facts: Facts, happened: Happened): void {
  const { reason, amounts = {} } = happened;
  const { used = 0, paused = 0, left = 0 } = amounts;
  const inTime = reason === 'in-time';
  const figures: FigureName[] = [
    'answered',
    ...(inTime ? (['on-time-kept'] as const) : []),
    ...(inTime && left <= LAST_MINUTES ? (['last-minutes'] as const) : []),
    ...(paused > 0 ? (['paused'] as const) : []),
  ];
  for (const figure of figures) listed(tally, line, facts, figure, happened);
  add(tally.counts, 'sum:used', used);
  add(tally.counts, 'sum:paused', paused);
  const bucket = bucketOf('answer', used);
  add(tally.counts, `h:answer:${bucket}`);
  for (const dimension of broken) {
    const value = facts[dimension] ?? 'none';
    if (inTime) add(tally.by, `on-time-kept|${dimension}=${value}`);
  }
  // Only by cause: by service it would make a busy day's item several times as large.
  add(tally.by, `h:answer:${bucket}|cause=${facts['cause'] ?? 'none'}`);
  add(tally.by, `received|cause=${facts['cause'] ?? 'none'}`);
  add(tally.pairs, `${facts['service'] ?? 'none'}/${facts['cause'] ?? 'none'}`);
  if (inTime) add(tally.by, `on-time-kept|owner=${facts['owner'] ?? 'none'}`);
}

/** A clock that was running and is no more, without having been kept or missed: the promise leaves it out, and says so. */
function countLeftOut(tally: Tally, line: AuditLine, facts: Facts): void {
  const has = (...whats: string[]): boolean => line.happened.some((h) => whats.includes(h.what));
  const out = (figure: FigureName, reason: string): void => {
    listed(tally, line, facts, figure, { at: line.at, what: figure, reason });
  };
  const why = facts['state'] ?? 'none';
  const left = (clock: 'contact' | 'answer'): boolean =>
    facts[`was.${clock}`] === 'running' && facts[clock] !== 'running';
  if (has('filed', 'reopened') && facts['contact'] === 'none') out('response-out', 'no-way');
  else if (left('contact') && !has('first-contact', 'contact-missed')) out('response-out', why);
  if (left('answer') && !has('answered', 'answer-missed')) out('on-time-out', why);
}

/** Where a matter stands, as numbers that can be added up. */
function standingOf(facts: Facts | undefined): Counts {
  if (facts === undefined) return {};
  const { state, owner, contact, answer, rated, rectifying } = facts;
  const open = isOpenState(state);
  const overdue = open && answer === 'missed';
  const names = [
    ...(open ? ['open'] : []),
    ...(state === 'filed' || state === 'accepted' ? ['unclaimed'] : []),
    ...(state === 'waiting-for-citizen' ? ['waiting'] : []),
    ...(overdue ? ['overdue'] : []),
    ...(contact === 'running' ? ['contact-running'] : []),
    ...(answer === 'running' ? ['answer-running'] : []),
    ...((state === 'resolved' || state === 'confirmed' || state === 'declined') && rated === 'no'
      ? ['rating-running']
      : []),
    ...(rectifying === 'yes' ? ['rectifying'] : []),
    ...(open && owner !== undefined ? [`open|owner=${owner}`] : []),
    ...(overdue && owner !== undefined ? [`overdue|owner=${owner}`] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, 1]));
}

function standingChange(tally: Tally, before: Facts | undefined, after: Facts): void {
  const [was, is] = [standingOf(before), standingOf(after)];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const change = (is[name] ?? 0) - (was[name] ?? 0);
    if (change !== 0) tally.standing[name] = change;
  }
  const asked = (facts: Facts | undefined): string[] => (facts?.['asks'] ?? '').split(' ');
  for (const list of askLists) {
    const enters = asked(after).includes(list);
    if (enters !== asked(before).includes(list)) tally.asks.push({ list, enters });
  }
}
