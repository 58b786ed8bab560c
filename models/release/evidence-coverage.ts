/** Lays the steps over the recording: was the person in it from the opening of the step to its tick? */
import { msOf } from '../time.ts';
import { partyOf } from './evidence-growth.ts';
import { spansOf, type DoneSpan, type FoundGap } from './evidence-gaps.ts';
import type { EvidenceRules } from './evidence-rules.ts';
import type { EvidenceLine } from './evidence.ts';
import type { Party } from './parties.ts';
import type { Cell } from './steps.ts';

type Stretch = { from: number; to: number };

/** When somebody was in the recording, in milliseconds since 1970. */
export function presenceOf(lines: readonly EvidenceLine[], party: Party): Stretch[] {
  const begun = new Map(
    lines.flatMap(({ body, at }) => (body.kind === 'take' ? [[body.take, msOf(at)] as const] : [])),
  );
  return lines.flatMap(({ body }) => {
    const zero = body.kind === 'chunk' ? begun.get(body.take) : undefined;
    return body.kind !== 'chunk' || zero === undefined || !body.present.includes(party)
      ? []
      : [{ from: zero + body.fromMs, to: zero + body.toMs }];
  });
}

/** Holes shorter than `slack` are the clocks' and the encoder's, not the person's. */
export function isCovered({ from, to }: Stretch, by: readonly Stretch[], slack: number): boolean {
  let reached = from - slack;
  for (const stretch of [...by].sort((a, b) => a.from - b.from)) {
    if (stretch.from > reached + slack) break;
    reached = Math.max(reached, stretch.to);
  }
  return reached >= to - slack;
}

/** What a manager accepted counts as covered: that is what accepting means. */
export function isRecordedSpan(
  lines: readonly EvidenceLine[],
  span: DoneSpan,
  gaps: readonly FoundGap[],
  { coverMs }: EvidenceRules,
): boolean {
  const party = partyOf(span.cell) as Party;
  const accepted = gaps
    .filter(({ mended, what, party: whose }) => mended?.how === 'accepted' && (what === 'recording' || whose === party))
    .map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs }));
  const at = { from: msOf(span.from), to: msOf(span.to ?? span.from) };
  return isCovered(at, [...presenceOf(lines, party), ...accepted], coverMs);
}

/** Which steps of a gap were not done again in the recording since. */
export function stillToRedo(
  lines: readonly EvidenceLine[],
  gap: FoundGap,
  gaps: readonly FoundGap[],
  rules: EvidenceRules,
): Cell[] {
  const again = spansOf(lines).filter(({ from, to }) => to !== undefined && msOf(from) >= gap.toMs);
  return gap.cells.filter(
    (cell) => !again.some((span) => span.cell === cell && isRecordedSpan(lines, span, gaps, rules)),
  );
}
