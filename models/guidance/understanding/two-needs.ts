/** Hears two needs in one message: the first is answered, the second offered. */
import { cutsOf } from './clauses.ts';
import { likeliest, type Judged } from './judge.ts';
import { NONE } from './labels.ts';

/** How sure both halves of a message must be to count as two needs, with and without a word like “and another thing”. */
const SURE_AFTER_TURN = 0.5;
const SURE_WITHOUT_TURN = 0.9;
/** Without such a word the whole message must hint at both needs. */
const HINTED = 0.03;
/** A greeting, thanks or a wish for a person is not a second need. */
const NEVER_SECOND = new Set([NONE, 'intent:greeting-thanks', 'intent:talk-to-human', 'intent:rate-service']);

const isService = ({ label }: Judged): boolean => !label.startsWith('intent:');

export type Needs = { first: Judged; second: Judged; turned: boolean };

/** The cut at which both halves are surest of different needs. `offered`: what the whole message may mean; `judge` weighs a half. */
export function twoNeeds(
  message: string,
  offered: readonly Judged[],
  judge: (half: string) => readonly Judged[],
): Needs | undefined {
  let best: (Needs & { sureness: number }) | undefined;
  const top = offered.filter(({ label }) => !NEVER_SECOND.has(label));
  const needOf = (half: string): Judged | undefined => {
    const need = likeliest(judge(half));
    return need === undefined || NEVER_SECOND.has(need.label) ? undefined : need;
  };
  const torn = (top[1]?.score ?? 0) >= HINTED;
  for (const cut of cutsOf(message)) {
    if (!cut.turned && !torn) continue;
    const sure = cut.turned ? SURE_AFTER_TURN : SURE_WITHOUT_TURN;
    const first = needOf(cut.first);
    if (!first || first.score < sure) continue;
    const second = needOf(cut.second);
    if (!second || second.score < sure || first.label === second.label) continue;
    const sureness = Math.min(first.score, second.score);
    if (sureness <= (best?.sureness ?? 0)) continue;
    const hinted = (need: Judged): boolean => top.some(({ label, score }) => label === need.label && score >= HINTED);
    if (!cut.turned && !(hinted(first) && hinted(second) && isService(first) && isService(second))) continue;
    best = { first, second, turned: cut.turned, sureness };
  }
  return best;
}
