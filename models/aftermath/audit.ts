/** What happened, line after line, drawn from the changes themselves; each line holds the hash of the one before. */
import { z } from 'zod';
import { OfficeId } from '../ids.ts';
import { Instant, type Day } from '../time.ts';

export const AuditLine = z.strictObject({
  /** The record's key, `CONVERSATION#…`. */
  record: z.string().min(3),
  version: z.int().positive(),
  office: OfficeId,
  at: Instant,
  happened: z
    .array(z.strictObject({ at: Instant, what: z.string(), by: z.string().optional(), reason: z.string().optional() }))
    .min(1),
});
export type AuditLine = z.infer<typeof AuditLine>;
export type ChainedLine = AuditLine & { previous: string; hash: string };

/** Counts of one office's day, by name. */
export type Counts = Record<string, number>;
export type FigureDay = { office: OfficeId; day: Day; counts: Counts };

export interface AuditLines {
  /** Adds the line, its place in the chain and its counts in one transaction; a second time changes nothing. */
  add(line: AuditLine, counts: Counts): Promise<'added' | 'known'>;
  of(record: string): Promise<ChainedLine[]>;
  onDay(office: OfficeId, day: Day): Promise<ChainedLine[]>;
}
export interface Figures {
  between(office: OfficeId, from: Day, to: Day): Promise<FigureDay[]>;
}

/** The figures are a fold over the audit lines: they can be made again from nothing. */
export function countsOf(line: AuditLine): Counts {
  const counts: Counts = {};
  for (const { what, reason } of line.happened) {
    counts[what] = (counts[what] ?? 0) + 1;
    if (reason !== undefined) counts[`${what}:${reason}`] = (counts[`${what}:${reason}`] ?? 0) + 1;
  }
  return counts;
}

/** The text whose SHA-256 is the line's hash: everything in it, in a fixed order, behind the hash of the line before. */
export const chainedText = (line: AuditLine, previous: string): string =>
  JSON.stringify([
    previous,
    line.record,
    line.version,
    line.office,
    line.at,
    line.happened.map((h) => [h.at, h.what, h.by ?? '', h.reason ?? '']),
  ]);
