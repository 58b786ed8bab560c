/** A copy of a closed record: asked for, for a reason that is kept; packed in the background; handed only to whoever asked. */
import type { Officer } from '../../models/access/staff.ts';
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import {
  copyEnds,
  copyPlace,
  copyState,
  type EvidenceCopy,
  type ShownCopy,
} from '../../models/release/evidence-copy.ts';
import { notedIn } from '../../models/release/evidence-file.ts';
import type { AskCopy, OneCopy } from '../../models/release/evidence-requests.ts';
import type { Deps } from '../deps.ts';
import { releaseWatchedBy } from './evidence-access.ts';
import { exportEvidence, type ExportedEvidence } from './export-evidence.ts';
import { changeEvidenceFile, isKept } from './note-on-evidence.ts';

type Needed = Pick<Deps, 'now' | 'newId' | 'evidence' | 'evidenceFiles' | 'evidenceCopies' | 'heldReleases'>;

/** Nothing is packed before it is written down who asked, and why. The same `copy` again is the same asking. */
export async function askCopy(
  deps: Needed,
  by: Officer,
  { id, copy, reason }: AskCopy,
): Promise<Outcome<{ copy: DeliveryId }>> {
  const release = await releaseWatchedBy(deps, by, id);
  if (!release.ok) return release;
  if ((await deps.evidence.manifest(id)) === undefined) return refused('wrong-state', 'the evidence is not closed yet');
  const known = await deps.evidenceCopies.find(id, copy);
  if (known === undefined) {
    const note = { by: by.id, what: 'exported' as const, text: reason };
    const noted = await changeEvidenceFile(deps, release.value, note, (file, at) => {
      const kept = isKept(file);
      return kept.ok ? done(notedIn(file, { at, what: 'evidence-exported', by: by.id })) : kept;
    });
    if (!noted.ok) return noted;
  }
  const filed =
    known ??
    (await deps.evidenceCopies.add({ id: copy, release: id, office: release.value.office, by: by.id, at: deps.now() }));
  return filed.by === by.id ? done({ copy }) : refused('not-found', 'no such copy');
}

/** `addressOf`: where it can be fetched for some minutes. */
export async function showCopy(
  deps: Needed,
  by: Officer,
  { id, copy }: OneCopy,
  addressOf: (place: string) => Promise<string>,
): Promise<Outcome<ShownCopy>> {
  const release = await releaseWatchedBy(deps, by, id);
  if (!release.ok) return release;
  const found = await deps.evidenceCopies.find(id, copy);
  const now = deps.now();
  if (found?.by !== by.id || copyEnds(found) <= now) return refused('not-found', 'no such copy');
  const { ready } = found;
  return done({
    state: copyState(found, now),
    ...(ready === undefined ? {} : { bytes: ready.bytes, url: await addressOf(copyPlace(found)) }),
  });
}

type Packing = Pick<
  Deps,
  'now' | 'evidence' | 'evidenceKeys' | 'evidenceObjects' | 'evidenceCopies' | 'evidenceFiles' | 'heldReleases'
>;
/** The background step; may run twice. `put` packs and stores, and answers how much it was. */
export async function packCopy(
  deps: Packing,
  { release, copy }: { release: ReleaseId; copy: DeliveryId },
  put: (place: string, exported: ExportedEvidence) => Promise<number>,
): Promise<void> {
  const asked: EvidenceCopy | undefined = await deps.evidenceCopies.find(release, copy);
  if (asked === undefined || asked.ready !== undefined || copyEnds(asked) <= deps.now()) return;
  const exported = await exportEvidence(deps, release);
  // Deleted meanwhile: the page says that nothing came.
  if (!exported.ok) return;
  const bytes = await put(copyPlace(asked), exported.value);
  await deps.evidenceCopies.ready(asked, { at: deps.now(), bytes });
}
