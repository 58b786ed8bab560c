/** Which lines an officer's deed leaves in the record of the call; the deed itself is filed with the release. */
import { sha256 } from './evidence-chain.ts';
import type { BodyOf, EvidenceBody } from './evidence.ts';
import type { Release } from './release.ts';
import type { ReleaseAct } from './requests.ts';
import { statementOf } from './statement.ts';
import { Step, StepParty } from './steps.ts';

/** `r`: as it is after the deed. */
export async function linesOf(r: Release, what: ReleaseAct): Promise<EvidenceBody[]> {
  switch (what.act) {
    case 'eligibility': {
      const ticked = r.ticked.some(({ cell }) => cell === 'eligibility:case');
      return [{ kind: 'step', step: 'eligibility', party: 'case', ticked }];
    }
    case 'begin':
      return [{ kind: 'step-begun', ...placeOf(what.cell) }];
    case 'tick': {
      const place = placeOf(what.cell);
      const ticked: EvidenceBody = { kind: 'step', ...place, ticked: true };
      if (place.step !== 'statement' || place.party === 'case') return [ticked];
      // What was read, as it stood on the screen: the recording holds the voice, the hash the words.
      const textSha256 = await sha256(statementOf(r, place.party));
      return [{ kind: 'statement', party: place.party, textSha256 }, ticked];
    }
    case 'untick':
      return [{ kind: 'step', ...placeOf(what.cell), ticked: false }];
    case 'challenge': {
      const wanted = r.challenges.findLast(({ side }) => side === what.side)?.wanted ?? [];
      return [{ kind: 'challenge', party: what.side, wanted }];
    }
    case 'compare':
      return [{ kind: 'comparison', fields: what.comparison }];
    default:
      return [];
  }
}

export function placeOf(cell: string): Pick<BodyOf<'step'>, 'step' | 'party'> {
  const [step, party] = cell.split(':');
  return { step: Step.parse(step), party: StepParty.parse(party) };
}
