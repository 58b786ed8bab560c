/** What is past its time is first announced, then deleted in all versions; a signed proof stays of what it was, when, and by which rule. */
import { canonical } from '../../models/release/evidence-chain.ts';
import {
  announce,
  beginDeletion,
  endDeletion,
  sweepStep,
  type EvidenceFile,
} from '../../models/release/evidence-file.ts';
import { retention } from '../../models/release/retention.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

type Needed = Pick<Deps, 'now' | 'evidence' | 'evidenceFiles' | 'evidenceObjects' | 'evidenceKeys'>;
export type SweptEvidence = { announced: EvidenceFile['release'][]; deleted: EvidenceFile['release'][] };
/** A deletion takes seconds, the function has fifty. */
const AT_ONCE = 4;

/** `dryRun` says what would be done and touches nothing. Repeats and crashes do no harm: what was begun is finished. */
export async function deleteDueEvidence(
  deps: Needed,
  { dryRun = false, atOnce = AT_ONCE } = {},
): Promise<SweptEvidence> {
  const now = deps.now();
  const swept: SweptEvidence = { announced: [], deleted: [] };
  for (const { release } of await deps.evidenceFiles.due(dayOf(now), atOnce)) {
    // The index may be behind: the file itself is asked.
    const file = await deps.evidenceFiles.find(release);
    const step = file === undefined ? undefined : sweepStep(file, now);
    if (file === undefined || step === undefined) continue;
    if (step === 'announce') {
      if (dryRun || (await deps.evidenceFiles.save(announce(file, now))).ok) swept.announced.push(release);
    } else if (dryRun || (await deleteWithProof(deps, file, now))) swept.deleted.push(release);
  }
  return swept;
}

/** From here on nobody can hold it any more; of a hold and a deletion at the same moment one is refused. */
async function deleteWithProof(deps: Needed, due: EvidenceFile, now: Instant): Promise<boolean> {
  let file = due;
  if (file.state !== 'deleting') {
    const begun = await deps.evidenceFiles.save(beginDeletion(file, now));
    if (!begun.ok) return false;
    file = begun.value;
  }
  const versions = await deps.evidenceObjects.removeAll(file.release);
  const key = await deps.evidenceKeys.current(file.office, now);
  const text = canonical(await proofOf(deps, file, now, versions));
  const deletion = { text, signature: await deps.evidenceKeys.sign(key.id, text), keyId: key.id };
  return (await deps.evidenceFiles.save(endDeletion(file, now), { deletion })).ok;
}

async function proofOf(deps: Needed, file: EvidenceFile, now: Instant, versions: number): Promise<object> {
  const [head, lines] = await Promise.all([deps.evidence.head(file.release), deps.evidence.lines(file.release)]);
  return {
    format: 'bancheng-deletion/1',
    release: file.release,
    office: file.office,
    deletedAt: now,
    rule: file.class,
    keepDays: file.class === undefined ? 0 : retention[file.class].keepDays,
    closedAt: file.closedAt,
    dueDay: file.dueDay,
    announcedOn: file.announcedOn,
    headHash: head.lastHash,
    manifestSha256: head.closed?.manifestSha256,
    // Versions removed by this run: fewer than there are hashes when a run before it was cut off.
    versions,
    hashes: lines.flatMap(({ seq, body }) =>
      body.kind === 'chunk' || body.kind === 'snapshot' ? [{ seq, sha256: body.sha256 }] : [],
    ),
  };
}
