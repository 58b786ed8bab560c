/** The recorder in the officer's browser begins and ends a recording. */
import type { Officer } from '../../models/access/staff.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { BeginTake, EndTake } from '../../models/release/evidence-requests.ts';
import type { Deps } from '../deps.ts';
import { addEvidence, type AddedEvidence } from './add-evidence.ts';
import { releaseHeldBy } from './evidence-access.ts';

type Needed = Pick<Deps, 'now' | 'evidence' | 'heldReleases'>;

export async function beginTake(
  deps: Needed,
  by: Officer,
  { id, delivery, take, room, mime }: BeginTake,
): Promise<Outcome<AddedEvidence>> {
  const release = await releaseHeldBy(deps, by, id);
  if (!release.ok) return release;
  if (release.value.state !== 'in-session') return refused('wrong-state', 'a recording begins in a session');
  return addEvidence(deps, id, [{ kind: 'take', take, room, mime, by: by.id }], { delivery, by: by.id });
}

/** Also after the session: what was recorded in it is handed in. */
export async function endTake(
  deps: Needed,
  by: Officer,
  { id, delivery, take, chunks }: EndTake,
): Promise<Outcome<AddedEvidence>> {
  const release = await releaseHeldBy(deps, by, id);
  if (!release.ok) return release;
  return addEvidence(deps, id, [{ kind: 'take-end', take, chunks }], { delivery, by: by.id });
}
