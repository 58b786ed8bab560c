/** Two reports of one matter become one, or are taken apart again: both files change together or not at all. */
import type { Officer } from '../../models/access/staff.ts';
import { merge, unmerge } from '../../models/complaint/changes/merge.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { ComplaintId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { settled } from './change-complaint.ts';
import { findMatterFor } from './open-matter.ts';

const ROUNDS = 8;

/** `target` undefined: undo. */
export async function mergeMatters(
  deps: Deps,
  by: Officer,
  first: Complaint,
  target: ComplaintId | undefined,
): Promise<Outcome<Complaint>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await findMatterFor(deps, by, first.id);
    if (!found.ok) return found;
    const c = found.value;
    const intoId = target ?? (c.state.name === 'merged' ? c.state.into : undefined);
    if (intoId === undefined) return refused('wrong-state', 'these two matters are not merged');
    const into = await findMatterFor(deps, by, intoId);
    if (!into.ok) return into;
    const now = deps.now();
    const both = target === undefined ? unmerge(c, into.value, by, now) : merge(c, into.value, by, now);
    if (!both.ok) return both;
    const changes = [
      settled(c, { complaint: both.value.merged }, now, deps.newId, false),
      settled(into.value, { complaint: both.value.into }, now, deps.newId, false),
    ] as const;
    if ((await deps.complaints.commit(changes)) === 'done')
      return done({ ...changes[0].after, version: c.version + 1 });
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}
