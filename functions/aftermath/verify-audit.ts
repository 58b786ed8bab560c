/** Checks the whole record: every line's hash, every chain, every day's digest, and that the figures are what the lines add up to. */
import { createHash } from 'node:crypto';
import { chainedText, type ChainedLine, type Counts } from '../../models/aftermath/audit.ts';
import { blocksWith, lastDayOf, withWeekday, type Block } from '../../models/aftermath/blocks.ts';
import { digestText, sumOf, type Digest } from '../../models/aftermath/figures.ts';
import type { ShownDigest } from '../../models/aftermath/oversight-views.ts';
import { tallyOf } from '../../models/aftermath/tally.ts';
import type { OfficeId } from '../../models/ids.ts';
import { addDays, dayOf, type Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

export type Fault = {
  office: OfficeId;
  /** With `of`, the first day of the week or month. */
  day?: Day;
  of?: Block['of'];
  record?: string;
  version?: number;
  /**
   * `line`: its hash does not fit what stands in it. `chain`: a line is missing, moved or slipped in. `head`: the last line is missing.
   * `day`: lines of the day are missing or too many. `digest`: the day is not what was published. `gap`: a digest is missing.
   * `published`: the digest is not the one in the copy that was handed in. `figures`: a figure is not the sum of its lines.
   */
  what: 'line' | 'chain' | 'head' | 'day' | 'digest' | 'gap' | 'published' | 'figures';
};
export type Verified = { lines: number; records: number; days: number; digests: number; faults: Fault[] };

type Needed = Pick<Deps, 'now' | 'audit' | 'digests' | 'figures'>;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `published`: digests that somebody kept from the public page; nobody who rewrites the table can rewrite those. */
export async function verifyAudit(
  deps: Needed,
  offices: readonly OfficeId[],
  published: readonly Pick<ShownDigest, 'office' | 'day' | 'hash'>[] = [],
): Promise<Verified> {
  const all: Verified = { lines: 0, records: 0, days: 0, digests: 0, faults: [] };
  for (const office of offices) {
    const one = await verifyOffice(
      deps,
      office,
      published.filter((p) => p.office === office),
    );
    all.lines += one.lines;
    all.records += one.records;
    all.days += one.days;
    all.digests += one.digests;
    all.faults.push(...one.faults);
  }
  return all;
}

async function verifyOffice(
  deps: Needed,
  office: OfficeId,
  published: readonly Pick<ShownDigest, 'day' | 'hash'>[],
): Promise<Verified> {
  const found: Verified = { lines: 0, records: 0, days: 0, digests: 0, faults: [] };
  const [first, digests] = await Promise.all([
    deps.digests.firstDay(office),
    deps.digests.from(office, '0000-01-01' as Day),
  ]);
  const begin = [first, digests[0]?.day].filter((day) => day !== undefined).sort()[0];
  found.faults.push(...publishedFaults(office, digests, published));
  if (begin === undefined) return found;
  const byDay = new Map(digests.map((digest) => [digest.day, digest]));
  /** How many lines of each record stand under some day. */
  const seen = new Map<string, number>();
  const standing: Counts = {};
  const blocks: Sums = new Map();
  let previous = '';
  for (let day = begin; day <= dayOf(deps.now()); day = addDays(day, 1)) {
    const lines = await deps.audit.onDay(office, day);
    found.days += 1;
    found.lines += lines.length;
    for (const line of lines) {
      seen.set(line.record, (seen.get(line.record) ?? 0) + 1);
      for (const [name, n] of Object.entries(tallyOf(line).standing)) standing[name] = (standing[name] ?? 0) + n;
    }
    found.faults.push(...(await dayFaults(deps, office, day, lines)));
    addToBlocks(blocks, day, lines);
    const digest = byDay.get(day);
    if (digest !== undefined) {
      found.digests += 1;
      found.faults.push(...digestFaults(digest, lines, previous));
      previous = digest.hash;
    } else if (digests.some((d) => d.day < day) && digests.some((d) => d.day > day))
      found.faults.push({ office, day, what: 'gap' });
  }
  for (const [record, n] of seen) found.faults.push(...(await recordFaults(deps, office, record, n)));
  found.records = seen.size;
  for (const sum of blocks.values()) found.faults.push(...(await blockFaults(deps, office, sum)));
  if (!same(standing, await deps.figures.standing(office))) found.faults.push({ office, what: 'figures' });
  return found;
}

async function dayFaults(deps: Needed, office: OfficeId, day: Day, lines: readonly ChainedLine[]): Promise<Fault[]> {
  const [[kept], [broken], [pairs], [topics]] = await Promise.all([
    deps.figures.between(office, day, day),
    deps.figures.brokenDown(office, day, day),
    deps.figures.pairs(office, day, day),
    deps.figures.topics(office, day, day),
  ]);
  if ((kept?.counts['lines'] ?? 0) !== lines.length) return [{ office, day, what: 'day' }];
  const tallies = lines.map((line) => tallyOf(line));
  const fits =
    same(sumOf(tallies), kept?.counts ?? {}) &&
    same(sumOf(tallies.map(({ by }) => ({ counts: by }))), broken?.counts ?? {}) &&
    same(sumOf(tallies.map((tally) => ({ counts: tally.pairs }))), pairs?.counts ?? {}) &&
    same(sumOf(tallies.map((tally) => ({ counts: tally.topics }))), topics?.counts ?? {});
  return fits ? [] : [{ office, day, what: 'figures' }];
}

/** What the lines of each week and month add up to. */
type Sums = Map<string, Block & { counts: Counts; by: Counts }>;
function addToBlocks(sums: Sums, day: Day, lines: readonly ChainedLine[]): void {
  const tallies = lines.map((line) => tallyOf(line));
  const counts = withWeekday(sumOf(tallies), day);
  const by = sumOf(tallies.map((tally) => ({ counts: tally.by })));
  for (const block of blocksWith(day)) {
    if (block.of === 'day') continue;
    const name = `${block.of} ${block.first}`;
    const sum = sums.get(name);
    sums.set(name, {
      ...block,
      counts: sumOf([{ counts: sum?.counts ?? {} }, { counts }]),
      by: sumOf([{ counts: sum?.by ?? {} }, { counts: by }]),
    });
  }
}

async function blockFaults(
  deps: Needed,
  office: OfficeId,
  { of, first, counts, by }: Block & { counts: Counts; by: Counts },
): Promise<Fault[]> {
  const period = { from: first, to: lastDayOf({ of, first }) };
  const [[kept = {}], [broken = {}]] = await Promise.all([
    deps.figures.sums(office, [period]),
    deps.figures.sumsBrokenDown(office, [period]),
  ]);
  return same(counts, kept) && same(by, broken) ? [] : [{ office, day: first, of, what: 'figures' }];
}

const digestFaults = ({ office, day, ...digest }: Digest, lines: readonly ChainedLine[], previous: string): Fault[] =>
  digest.previous === previous &&
  digest.lines === lines.length &&
  digest.hash === sha256(digestText(previous, office, day, lines))
    ? []
    : [{ office, day, what: 'digest' }];

function publishedFaults(
  office: OfficeId,
  digests: readonly Digest[],
  published: readonly Pick<ShownDigest, 'day' | 'hash'>[],
): Fault[] {
  const kept = new Map(digests.map(({ day, hash }) => [day, hash]));
  return published
    .filter(({ day, hash }) => kept.get(day) !== hash)
    .map(({ day }) => ({ office, day, what: 'published' as const }));
}

/** Walks one record's chain from its first line to its head. */
async function recordFaults(deps: Needed, office: OfficeId, record: string, onDays: number): Promise<Fault[]> {
  const [lines, head] = await Promise.all([deps.audit.of(record), deps.audit.headOf(record)]);
  const faults: Fault[] = [];
  let previous = '';
  for (const { hash, previous: said, ...line } of lines) {
    const at = { office, record, version: line.version };
    if (said !== previous || line.record !== record) faults.push({ ...at, what: 'chain' });
    if (hash !== sha256(chainedText(line, said))) faults.push({ ...at, what: 'line' });
    previous = hash;
  }
  if (head?.hash !== previous) faults.push({ office, record, what: 'head' });
  // A record that moved to another office has lines under both.
  const here = lines.filter((line) => line.office === office).length;
  if (here !== onDays) faults.push({ office, record, what: 'chain' });
  return faults;
}

const same = (a: Counts, b: Counts): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? 0) === (b[name] ?? 0));
};
