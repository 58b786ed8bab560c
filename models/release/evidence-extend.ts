/** Adds to a chain: each new line hangs on the one before, and a gap that it uncovers is noted right behind it. */
import type { StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { chainedText, sha256 } from './evidence-chain.ts';
import { grow, type Gap } from './evidence-growth.ts';
import type { EvidenceRules } from './evidence-rules.ts';
import type { EvidenceBody, EvidenceHead, EvidenceLine } from './evidence.ts';

export type Extended = { head: EvidenceHead; lines: EvidenceLine[]; gaps: Gap[] };

export async function extend(
  head: EvidenceHead,
  bodies: readonly EvidenceBody[],
  { at, by }: { at: Instant; by?: StaffId },
  rules: EvidenceRules,
): Promise<Outcome<Extended>> {
  if (head.closed !== undefined) return refused('wrong-state', 'the evidence is closed');
  const all: Extended = { head, lines: [], gaps: [] };
  const waiting = [...bodies];
  for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
    const seq = all.head.lastSeq + 1;
    const grown = grow(all.head, { seq, at, body }, rules);
    if (!grown.ok) return grown;
    const { standing, noticed } = grown.value;
    const draft = { release: head.release, seq, at, ...(by === undefined ? {} : { by }), body };
    const previous = all.head.lastHash;
    const hash = await sha256(chainedText(draft, previous));
    all.lines.push({ ...draft, previous, hash });
    all.head = { ...all.head, ...standing, lastSeq: seq, lastHash: hash };
    all.gaps.push(...noticed);
    waiting.unshift(...noticed);
  }
  return done(all);
}
