/** What an officer or a manager does with a release: one rule each, reasons kept as notes, one conditional write. */
import type { Officer } from '../../models/access/staff.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { ActOnRelease } from '../../models/release/requests.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';
import { findReleaseFor, showReleaseFile } from './open-release.ts';
import { ruleReleaseAct } from './rule-release-act.ts';

/** What adds to a file harms nobody's decision; whatever decides needs the newest on screen. */
const adds = new Set(['note', 'tick', 'challenge', 'send-code', 'compare', 'custody']);

export async function actOnRelease(
  deps: Deps,
  by: Officer,
  { id, delivery, seen, what }: ActOnRelease,
): Promise<Outcome<ReleaseFile>> {
  const found = await findReleaseFor(deps, by, id);
  if (!found.ok) return found;
  const changed = await changeRelease(deps, id, (r, now) => ruleReleaseAct(deps, by, r, what, now), {
    delivery,
    ...(adds.has(what.act) ? {} : { seen }),
  });
  if (changed.ok) return showReleaseFile(deps, changed.value);
  if (changed.refusal.kind !== 'stale') return changed;
  // The newest goes along with the refusal: the officer sees what changed, their words stay where they are.
  const now = await findReleaseFor(deps, by, id);
  const file = now.ok ? await showReleaseFile(deps, now.value) : refused('not-found', 'no such release');
  return { ...changed, ...(file.ok ? { file: file.value } : {}) };
}
