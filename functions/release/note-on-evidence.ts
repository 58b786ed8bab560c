/** Notes in a record's file that somebody looked, held or took a copy, with their reason; every time is an audit line. */
import type { OfficeId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { newFile, type EvidenceFile } from '../../models/release/evidence-file.ts';
import type { EvidenceNote } from '../../models/release/evidence-records.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const ROUNDS = 20;

/** `change` is asked again over the newest file when somebody else was first. */
export async function changeEvidenceFile(
  deps: Pick<Deps, 'now' | 'newId' | 'evidenceFiles'>,
  release: { id: ReleaseId; office: OfficeId },
  note: Omit<EvidenceNote, 'id' | 'at'>,
  change: (file: EvidenceFile, now: Instant) => Outcome<EvidenceFile>,
): Promise<Outcome<EvidenceFile>> {
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.now();
    const file = (await deps.evidenceFiles.find(release.id)) ?? newFile(release.id, release.office, now);
    const changed = change(file, now);
    if (!changed.ok) return changed;
    const saved = await deps.evidenceFiles.save(changed.value, { note: { ...note, id: deps.newId(), at: now } });
    if (saved.ok) return saved;
  }
  return refused('stale', 'too many people wrote at once');
}

/** What was deleted cannot be looked at, and says so. */
export const isKept = (file: EvidenceFile): Outcome<EvidenceFile> =>
  file.state === 'deleting' || file.state === 'deleted'
    ? refused('wrong-state', 'the recording is deleted already')
    : done(file);
