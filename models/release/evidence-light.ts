/** One light for each party: is what they do now being kept as evidence? */
import * as z from 'zod';
import { msOf, type Instant } from '../time.ts';
import { coveredTo } from './evidence-growth.ts';
import { SILENT_MS } from './evidence-rules.ts';
import { openTakes, type EvidenceHead, type EvidenceLine } from './evidence.ts';
import { Party } from './parties.ts';

export const Light = z.strictObject({
  party: Party,
  /** `broke`: something was missing for so many seconds and has to be done again or accepted. */
  light: z.enum(['sound', 'broke', 'not-recording']),
  seconds: z.int().nonnegative().optional(),
  /** The gaps behind it, by their lines. */
  gaps: z.array(z.int()).optional(),
});
export type Light = z.infer<typeof Light>;

/** `lines` need hold no more than the gaps that are open. */
export function lightOf(
  head: EvidenceHead,
  lines: readonly Pick<EvidenceLine, 'seq' | 'body'>[],
  party: Party,
  now: Instant,
): Light {
  const open = lines.flatMap(({ seq, body }) =>
    body.kind === 'gap' && head.openGaps.includes(seq) && (body.party === party || body.what === 'recording')
      ? [{ seq, ms: body.toMs - body.fromMs }]
      : [],
  );
  if (open.length > 0) {
    const seconds = Math.ceil(open.reduce((sum, { ms }) => sum + ms, 0) / 1000);
    return { party, light: 'broke', seconds, gaps: open.map(({ seq }) => seq) };
  }
  const running = openTakes(head).some(
    (take) =>
      take.present.includes(party) &&
      msOf(now) - msOf(take.lastAt) <= SILENT_MS &&
      msOf(now) - coveredTo(take) <= 2 * SILENT_MS,
  );
  return { party, light: running ? 'sound' : 'not-recording' };
}
