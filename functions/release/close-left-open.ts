/** A release that was taken back or expired after a call: its record is closed as well, so that it is kept and deleted by rule like any other. */
import type { ReleaseId } from '../../models/ids.ts';
import { shapeOf } from '../../models/release/release.ts';
import type { Deps } from '../deps.ts';
import { closeEvidence } from './close-evidence.ts';

export async function closeLeftOpen(
  deps: Pick<Deps, 'now' | 'releases' | 'evidence' | 'evidenceFiles' | 'evidenceKeys' | 'software'>,
  id: ReleaseId,
): Promise<void> {
  const found = await deps.releases.find(id);
  if (!found.ok) return;
  const { office, officer, sessions, state } = found.value;
  if (sessions.length === 0 || officer === undefined || !['cancelled', 'expired'].includes(state.name)) return;
  await closeEvidence(deps, {
    release: id,
    office,
    by: officer.id,
    shape: shapeOf(found.value),
    decision: { what: 'aborted', reason: state.name },
  });
}
