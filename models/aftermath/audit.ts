/** What happened, line after line, drawn from the changes themselves; each line holds the hash of the one before. */
import * as z from 'zod';
import { OfficeId } from '../ids.ts';
import { Instant, type Day } from '../time.ts';

export const AuditLine = z.strictObject({
  /** The record's key, `CONVERSATION#…`. */
  record: z.string().min(3),
  version: z.int().positive(),
  office: OfficeId,
  at: Instant,
  happened: z
    .array(
      z.strictObject({
        at: Instant,
        what: z.string(),
        by: z.string().optional(),
        reason: z.string().optional(),
        /** Whole minutes: used, paused, left. */
        amounts: z.record(z.string(), z.int()).optional(),
      }),
    )
    .min(1),
  /** How the record stood after the change and, with `was.` before the name, before it: words from closed lists and ids, never free words. */
  facts: z.record(z.string(), z.string()).optional(),
});
export type AuditLine = z.infer<typeof AuditLine>;
export type ChainedLine = AuditLine & { previous: string; hash: string };

/** Counts of one office's day, by name. */
export type Counts = Record<string, number>;
export type FigureDay = { office: OfficeId; day: Day; counts: Counts };

export interface AuditLines {
  /**
   * Adds the line, its place in the chain and everything counted from it in one transaction; a second time changes nothing. The line is
   * filed under its own day, or under `today` once that day's digest is written: what was published stays as it was.
   */
  add(line: AuditLine, today: Day): Promise<'added' | 'known'>;
  /** All lines of one record, oldest first. */
  of(record: string): Promise<ChainedLine[]>;
  /** The record's last hash, as it is kept apart from the lines. */
  headOf(record: string): Promise<{ hash: string; version: number } | undefined>;
  /** All lines filed under a day, in the digest's order. */
  onDay(office: OfficeId, day: Day): Promise<ChainedLine[]>;
}

/** The text whose SHA-256 is the line's hash: everything in it, in a fixed order, behind the hash of the line before. */
export const chainedText = (line: AuditLine, previous: string): string =>
  JSON.stringify([
    previous,
    line.record,
    line.version,
    line.office,
    line.at,
    // What a line does not have is left out, so that lines from before amounts and facts keep their hash.
    line.happened.map(({ at, what, by = '', reason = '', amounts }) =>
      amounts === undefined ? [at, what, by, reason] : [at, what, by, reason, inOrder(amounts)],
    ),
    ...(line.facts === undefined ? [] : [inOrder(line.facts)]),
  ]);

const inOrder = <T>(named: Record<string, T>): [string, T][] =>
  Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1));
