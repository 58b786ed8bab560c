/** A manager holds evidence back from deletion (a court, an appeal, an inquiry), or lets it go again; both for a reason that is kept. */
import type { Officer } from '../../models/access/staff.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { hold, liftHold, type EvidenceFile } from '../../models/release/evidence-file.ts';
import type { HoldEvidence } from '../../models/release/evidence-requests.ts';
import type { Deps } from '../deps.ts';
import { releaseSeenBy } from './evidence-access.ts';
import { changeEvidenceFile } from './note-on-evidence.ts';

type Needed = Pick<Deps, 'now' | 'newId' | 'evidenceFiles' | 'heldReleases'>;

export async function holdEvidence(
  deps: Needed,
  by: Officer,
  { id, held, reason }: HoldEvidence,
): Promise<Outcome<{ held: boolean }>> {
  const release = await releaseSeenBy(deps, by, id);
  if (!release.ok) return release;
  const note = { by: by.id, what: held ? ('held' as const) : ('hold-lifted' as const), text: reason };
  const saved = await changeEvidenceFile(deps, release.value, note, (file, now) =>
    held ? hold(file, by.id, now) : liftHold(file, by.id, now),
  );
  return saved.ok ? done({ held }) : saved;
}

export type DueEvidence = Pick<EvidenceFile, 'release' | 'class' | 'closedAt' | 'announcedOn'>;
const SHOWN = 200;

/** What is announced for deletion in an office: who wants to keep something holds it now. */
export async function listDueEvidence(
  deps: Pick<Deps, 'evidenceFiles'>,
  by: Officer,
): Promise<Outcome<{ office: OfficeId; due: DueEvidence[] }>> {
  const files = await deps.evidenceFiles.announced(by.office, SHOWN);
  const due = files
    .filter((file) => file.hold === undefined)
    .map(({ release, class: of, closedAt, announcedOn }) => ({ release, class: of, closedAt, announcedOn }));
  return done({ office: by.office, due });
}
