/** Shows a recording or a picture to somebody who may see it, for a reason that is kept. */
import type { Officer } from '../../models/access/staff.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { notedIn } from '../../models/release/evidence-file.ts';
import { chunkObject, snapshotObject } from '../../models/release/evidence-objects.ts';
import type { Watchable, WatchEvidence } from '../../models/release/evidence-requests.ts';
import type { BodyOf } from '../../models/release/evidence.ts';
import type { Deps } from '../deps.ts';
import { releaseWatchedBy } from './evidence-access.ts';
import { changeEvidenceFile, isKept } from './note-on-evidence.ts';

type Needed = Pick<Deps, 'now' | 'newId' | 'evidence' | 'evidenceFiles' | 'evidenceObjects' | 'heldReleases'>;
type Body = BodyOf<'chunk'> | BodyOf<'snapshot'>;

export async function watchEvidence(deps: Needed, by: Officer, input: WatchEvidence): Promise<Outcome<Watchable>> {
  const release = await releaseWatchedBy(deps, by, input.id);
  if (!release.ok) return release;
  const of = input.take ?? String(input.snapshot);
  const wanted = await wantedOf(deps, input);
  if (wanted.length === 0) return refused('not-found', 'no such recording');
  // First the reason, then the picture: nobody sees anything that is not written down.
  const note = { by: by.id, what: 'watched' as const, of, text: input.reason };
  const noted = await changeEvidenceFile(deps, release.value, note, (file, at) => {
    const kept = isKept(file);
    return kept.ok ? done(notedIn(file, { at, what: 'evidence-watched', by: by.id, reason: of })) : kept;
  });
  if (!noted.ok) return noted;
  return done({ pieces: await Promise.all(wanted.map((body, i) => pieceOf(deps, input.id, body, i + 1))) });
}

async function wantedOf(deps: Needed, { id, take, snapshot }: WatchEvidence): Promise<Body[]> {
  const lines = snapshot === undefined ? await deps.evidence.lines(id) : await deps.evidence.several(id, [snapshot]);
  return lines.flatMap(({ body }) => {
    const isWanted = snapshot === undefined ? body.kind === 'chunk' && body.take === take : body.kind === 'snapshot';
    return isWanted ? [body as Body] : [];
  });
}

async function pieceOf(deps: Needed, id: ReleaseId, body: Body, i: number): Promise<Watchable['pieces'][number]> {
  const { sha256, mime } = body;
  if (body.kind === 'snapshot')
    return { n: i, url: await deps.evidenceObjects.viewAddress(snapshotObject(id, body)), sha256, mime };
  const { n, fromMs, toMs } = body;
  return { n, url: await deps.evidenceObjects.viewAddress(chunkObject(id, body)), sha256, mime, fromMs, toMs };
}
