/** Whether the record of a call is whole: what the law and the script ask, one by one, and what of it is missing. */
import { recordedSteps, partyOf } from './evidence-growth.ts';
import { isRecordedSpan } from './evidence-coverage.ts';
import { gapsOf, openOnes, spansOf } from './evidence-gaps.ts';
import { strictness, type EvidenceRules } from './evidence-rules.ts';
import type { EvidenceLine } from './evidence.ts';
import type { Party } from './parties.ts';
import { blockedBy, requiredCells, type Cell, type Shape } from './steps.ts';

export const missingKinds = [
  'step',
  'order',
  'consent',
  'code',
  'statement',
  'not-recorded',
  'gap',
  'open-take',
] as const;
export type MissingKind = (typeof missingKinds)[number];
/**
 * `step`: not ticked. `order`: ticked before what comes before it. `consent`: in the recording without having agreed. `code`: no right
 * code. `statement`: no text was read. `not-recorded`: the step is not in the recording. `gap`: open; `line` notes it. `open-take`: still
 * being recorded.
 */
export type Missing = { what: MissingKind; cell?: Cell; party?: Party; line?: number; take?: string };

/** Nothing missing is an empty list. */
export function evidenceComplete(
  shape: Shape,
  lines: readonly EvidenceLine[],
  rules: EvidenceRules = strictness(),
): Missing[] {
  const required = requiredCells(shape);
  const ticked = tickedCells(lines);
  const gaps = gapsOf(lines, rules);
  return [
    ...required.filter((cell) => !ticked.has(cell)).map((cell): Missing => ({ what: 'step', cell })),
    ...outOfOrder(lines, required),
    ...withoutConsent(lines),
    ...shape.sides.flatMap((party): Missing[] => [
      ...(lines.some(({ body: b }) => b.kind === 'code' && b.party === party && b.right)
        ? []
        : [{ what: 'code' as const, party }]),
      ...(lines.some(({ body: b }) => b.kind === 'statement' && b.party === party)
        ? []
        : [{ what: 'statement' as const, party }]),
    ]),
    ...notRecorded(lines, required, ticked, gaps, rules),
    ...openOnes(gaps).map((gap): Missing => ({ what: 'gap', party: gap.party, line: gap.seq ?? gap.behind })),
    ...takesLeftOpen(lines).map((take): Missing => ({ what: 'open-take', take })),
  ];
}

function tickedCells(lines: readonly EvidenceLine[]): Set<Cell> {
  const ticked = new Set<Cell>();
  for (const { body } of lines) {
    if (body.kind !== 'step') continue;
    if (body.ticked) ticked.add(`${body.step}:${body.party}`);
    else ticked.delete(`${body.step}:${body.party}`);
  }
  return ticked;
}

/** By the first tick of each: what is done again after a break may come after later steps. */
function outOfOrder(lines: readonly EvidenceLine[], required: readonly Cell[]): Missing[] {
  const before = new Set<string>();
  const faults: Missing[] = [];
  for (const { body, seq } of lines) {
    if (body.kind !== 'step' || !body.ticked) continue;
    const cell: Cell = `${body.step}:${body.party}`;
    if (!before.has(cell) && required.includes(cell) && blockedBy(cell, before, required) !== undefined)
      faults.push({ what: 'order', cell, line: seq });
    before.add(cell);
  }
  return faults;
}

function withoutConsent(lines: readonly EvidenceLine[]): Missing[] {
  const agreed = new Set<Party>(['officer']);
  const faults = new Map<Party, Missing>();
  for (const { body, seq } of lines) {
    if (body.kind === 'consent') {
      if (body.agreed) agreed.add(body.party);
      else agreed.delete(body.party);
    }
    if (body.kind !== 'chunk') continue;
    for (const party of body.present)
      if (!agreed.has(party) && !faults.has(party)) faults.set(party, { what: 'consent', party, line: seq });
  }
  return [...faults.values()];
}

function notRecorded(
  lines: readonly EvidenceLine[],
  required: readonly Cell[],
  ticked: ReadonlySet<Cell>,
  gaps: ReturnType<typeof gapsOf>,
  rules: EvidenceRules,
): Missing[] {
  const spans = spansOf(lines);
  return required
    .filter((cell) => ticked.has(cell) && recordedSteps.some((step) => cell === `${step}:${partyOf(cell)}`))
    .filter((cell) => {
      const last = spans.findLast((span) => span.cell === cell && span.to !== undefined);
      return last === undefined || !isRecordedSpan(lines, last, gaps, rules);
    })
    .map((cell) => ({ what: 'not-recorded', cell }));
}

function takesLeftOpen(lines: readonly EvidenceLine[]): string[] {
  let open: string[] = [];
  for (const { body } of lines) {
    // A take that was left when another began is not open any more: its gap stands for it.
    if (body.kind === 'take') open = [body.take];
    if (body.kind === 'take-end') open = open.filter((take) => take !== body.take);
  }
  return open;
}
