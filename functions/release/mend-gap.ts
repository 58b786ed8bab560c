/** Mends a gap in the record: the steps it concerns were done again, or a manager accepts it for a reason that is kept. */
import type { Officer } from '../../models/access/staff.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import { stillToRedo } from '../../models/release/evidence-coverage.ts';
import { newFile, notedIn } from '../../models/release/evidence-file.ts';
import { gapsOf } from '../../models/release/evidence-gaps.ts';
import type { MendGap } from '../../models/release/evidence-requests.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import type { Deps } from '../deps.ts';
import { addEvidence, type AddedEvidence } from './add-evidence.ts';
import { releaseHeldBy, releaseSeenBy } from './evidence-access.ts';

type Needed = Pick<Deps, 'now' | 'newId' | 'evidence' | 'evidenceFiles' | 'heldReleases'>;

export const mendGap = (deps: Needed, by: Officer, input: MendGap): Promise<Outcome<AddedEvidence>> =>
  input.mend.how === 'accepted' ? acceptGap(deps, by, input, input.mend.reason) : gapDoneAgain(deps, by, input);

async function gapDoneAgain(deps: Needed, by: Officer, input: MendGap): Promise<Outcome<AddedEvidence>> {
  const { id, gap, delivery } = input;
  const release = await releaseHeldBy(deps, by, id);
  if (!release.ok) return release;
  const lines = await deps.evidence.lines(id);
  const gaps = gapsOf(lines, strictness());
  const found = gaps.find(({ seq }) => seq === gap);
  if (found === undefined) return refused('not-found', 'no such gap');
  const redo = stillToRedo(lines, found, gaps, strictness());
  if (redo.length > 0) return refused('wrong-state', `a step of this gap was not done again: ${redo.join(', ')}`);
  return addEvidence(deps, id, [{ kind: 'gap-mended', gap, how: 'done-again' }], { delivery, by: by.id });
}

/** By somebody who answers for it and did not record it. */
async function acceptGap(
  deps: Needed,
  by: Officer,
  { id, gap, delivery }: MendGap,
  reason: string,
): Promise<Outcome<AddedEvidence>> {
  const release = await releaseSeenBy(deps, by, id);
  if (!release.ok) return release;
  if (by.role !== 'manager') return refused('not-allowed', 'a gap is accepted by a manager');
  if (release.value.officer === by.id) return refused('not-allowed', 'a second person accepts a gap');
  return addEvidence(deps, id, [{ kind: 'gap-mended', gap, how: 'accepted' }], {
    delivery,
    by: by.id,
    along: async () => {
      const at = deps.now();
      const file = (await deps.evidenceFiles.find(id)) ?? newFile(id, release.value.office, at);
      return {
        file: notedIn(file, { at, what: 'evidence-gap-accepted', by: by.id, reason: String(gap) }),
        note: { id: deps.newId(), at, by: by.id, what: 'gap-accepted', of: String(gap), text: reason },
      };
    },
  });
}
