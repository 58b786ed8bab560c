/** How the record of a release stands: lights, gaps, what happens to it later; and its lines, page by page. */
import type { Officer } from '../../models/access/staff.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { stillToRedo } from '../../models/release/evidence-coverage.ts';
import { gapsOf, openOnes } from '../../models/release/evidence-gaps.ts';
import { lightOf } from '../../models/release/evidence-light.ts';
import type { AskLines, ShownEvidence } from '../../models/release/evidence-requests.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import type { EvidenceLine } from '../../models/release/evidence.ts';
import { parties } from '../../models/release/parties.ts';
import type { Deps } from '../deps.ts';
import { releaseSeenBy } from './evidence-access.ts';

type Needed = Pick<Deps, 'now' | 'evidence' | 'evidenceFiles' | 'heldReleases'>;

export async function showEvidence(
  deps: Needed,
  by: Officer,
  { id }: { id: ReleaseId },
): Promise<Outcome<ShownEvidence>> {
  const release = await releaseSeenBy(deps, by, id);
  if (!release.ok) return release;
  const [head, file] = await Promise.all([deps.evidence.head(id), deps.evidenceFiles.find(id)]);
  // The lines are read only when there is a gap to explain.
  const lines = head.openGaps.length === 0 ? [] : await deps.evidence.lines(id);
  const gaps = gapsOf(lines, strictness());
  const now = deps.now();
  return done({
    lines: head.lastSeq,
    takes: head.takes,
    lights: parties.map((party) => lightOf(head, lines, party, now)),
    gaps: openOnes(gaps).map((gap) => ({ ...gap, redo: stillToRedo(lines, gap, gaps, strictness()) })),
    ...(head.closed === undefined ? {} : { closed: head.closed }),
    state: file?.state ?? 'open',
    ...(file?.dueDay === undefined ? {} : { keptUntil: file.dueDay }),
    ...(file?.hold === undefined ? {} : { heldSince: file.hold.at }),
  });
}

const PAGE = 200;

export async function showEvidenceLines(
  deps: Needed,
  by: Officer,
  { id, after }: AskLines,
): Promise<Outcome<{ lines: EvidenceLine[]; next?: number }>> {
  const release = await releaseSeenBy(deps, by, id);
  return release.ok ? done(await deps.evidence.page(id, after, PAGE)) : release;
}
