/** The gaps of a record, derived from its lines: what is missing, which steps it concerns, and whether it was mended. */
import { msOf, type Instant } from '../time.ts';
import { grow, isRecorded, partyOf, spansAfter, type Gap, type Standing } from './evidence-growth.ts';
import type { EvidenceRules } from './evidence-rules.ts';
import type { EvidenceLine, Span } from './evidence.ts';
import type { Cell } from './steps.ts';

export type FoundGap = Gap & {
  /** The line that notes it; undefined when nobody noted what the lines themselves show. */
  seq?: number;
  /** The line after which it shows. */
  behind: number;
  /** Steps that were being done in it. */
  cells: Cell[];
  mended?: { seq: number; how: 'done-again' | 'accepted' };
};

/** Every time a step was done, not only the last; `seq` is the line that ticked it. */
export type DoneSpan = Span & { seq?: number };

export function spansOf(lines: readonly EvidenceLine[]): DoneSpan[] {
  const all: DoneSpan[] = [];
  let open: Span[] = [];
  for (const { body, at, seq } of lines) {
    if (body.kind !== 'step' && body.kind !== 'step-begun') continue;
    const cell: Cell = `${body.step}:${body.party}`;
    open = spansAfter(open, body, at);
    const now = open.find((span) => span.cell === cell);
    const known = all.findLast((span) => span.cell === cell && span.to === undefined);
    if (body.kind === 'step-begun') all.push({ cell, from: at });
    else if (known !== undefined) Object.assign(known, { to: at, seq });
    else if (now?.to !== undefined) all.push({ ...now, seq });
  }
  return all;
}

const touches = (span: Span, { fromMs, toMs }: Pick<Gap, 'fromMs' | 'toMs'>, now: Instant): boolean =>
  msOf(span.from) < toMs && msOf(span.to ?? now) > fromMs;

/** A gap in the recording concerns everybody's steps, one in picture or sound only their own. */
const concerns = ({ party, what }: Gap, cell: Cell): boolean =>
  isRecorded(cell) && (what === 'recording' || partyOf(cell) === party);

export function gapsOf(lines: readonly EvidenceLine[], rules: EvidenceRules): FoundGap[] {
  const spans = spansOf(lines);
  const last = lines.at(-1)?.at;
  const cellsIn = (gap: Gap): Cell[] =>
    last === undefined
      ? []
      : [...new Set(spans.filter((s) => concerns(gap, s.cell) && touches(s, gap, last)).map(({ cell }) => cell))];
  const found: FoundGap[] = [];
  let standing: Standing = { openGaps: [], takes: [], spans: [] };
  let awaited: { gap: Gap; behind: number }[] = [];
  const unnoted = (): void => {
    for (const { gap, behind } of awaited) found.push({ ...gap, behind, cells: cellsIn(gap) });
    awaited = [];
  };
  for (const { seq, at, body } of lines) {
    if (body.kind === 'gap') {
      const wanted = awaited.findIndex(({ gap }) => same(gap, body));
      const [noted] = wanted < 0 ? [] : awaited.splice(wanted, 1);
      found.push({ ...body, seq, behind: noted?.behind ?? seq, cells: cellsIn(body) });
    } else {
      unnoted();
      if (body.kind === 'gap-mended') {
        const mended = found.find((one) => one.seq === body.gap);
        if (mended !== undefined && mended.mended === undefined) mended.mended = { seq, how: body.how };
      }
    }
    const grown = grow(standing, { seq, at, body }, rules);
    // A line that could not have been filed changes nothing; whoever checks the chain finds it by its hash.
    if (!grown.ok) continue;
    standing = grown.value.standing;
    awaited.push(...grown.value.noticed.map((gap) => ({ gap, behind: seq })));
  }
  unnoted();
  return found;
}

const same = (a: Gap, b: Gap): boolean =>
  a.party === b.party && a.what === b.what && a.fromMs === b.fromMs && a.toMs === b.toMs;

export const openOnes = (gaps: readonly FoundGap[]): FoundGap[] => gaps.filter(({ mended }) => mended === undefined);
