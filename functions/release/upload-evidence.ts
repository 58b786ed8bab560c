/** A piece of the recording or a picture: announced by its hash, put to the evidence store by the page, then confirmed as a line. */
import type { Officer } from '../../models/access/staff.ts';
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { chunkObject, snapshotObject, type EvidenceObject } from '../../models/release/evidence-objects.ts';
import type {
  AnnounceChunk,
  AnnounceSnapshot,
  ConfirmChunk,
  ConfirmSnapshot,
} from '../../models/release/evidence-requests.ts';
import type { EvidenceBody, EvidenceHead } from '../../models/release/evidence.ts';
import type { Deps } from '../deps.ts';
import { addEvidence, type AddedEvidence } from './add-evidence.ts';
import { releaseHeldBy } from './evidence-access.ts';

type Needed = Pick<Deps, 'now' | 'evidence' | 'evidenceObjects' | 'heldReleases'>;
type Address = { url: string; headers: Record<string, string> };

export async function announceChunk(deps: Needed, by: Officer, chunk: AnnounceChunk): Promise<Outcome<Address>> {
  const head = await openHead(deps, by, chunk.id);
  if (!head.ok) return head;
  const take = head.value.takes.find((one) => one.take === chunk.take);
  if (take === undefined) return refused('not-found', 'no such take');
  if (take.state === 'ended') return refused('wrong-state', 'this take has ended');
  if (take.mime !== chunk.mime) return refused('bad-input', 'a chunk has the type of its take');
  return done(await deps.evidenceObjects.uploadAddress(chunkObject(chunk.id, chunk)));
}

/** The line is written only when the object is there, with that size and that hash. */
export function confirmChunk(deps: Needed, by: Officer, chunk: ConfirmChunk): Promise<Outcome<AddedEvidence>> {
  const { id, delivery, ...content } = chunk;
  return confirm(deps, by, id, delivery, chunkObject(id, chunk), { kind: 'chunk', ...content });
}

export async function announceSnapshot(
  deps: Needed,
  by: Officer,
  picture: AnnounceSnapshot,
): Promise<Outcome<Address>> {
  const head = await openHead(deps, by, picture.id);
  if (!head.ok) return head;
  return done(await deps.evidenceObjects.uploadAddress(snapshotObject(picture.id, picture)));
}

export function confirmSnapshot(deps: Needed, by: Officer, picture: ConfirmSnapshot): Promise<Outcome<AddedEvidence>> {
  const { id, delivery, ...content } = picture;
  return confirm(deps, by, id, delivery, snapshotObject(id, picture), { kind: 'snapshot', ...content });
}

async function openHead(deps: Needed, by: Officer, id: ReleaseId): Promise<Outcome<EvidenceHead>> {
  const release = await releaseHeldBy(deps, by, id);
  if (!release.ok) return release;
  const head = await deps.evidence.head(id);
  return head.closed === undefined ? done(head) : refused('wrong-state', 'the evidence is closed');
}

async function confirm(
  deps: Needed,
  by: Officer,
  id: ReleaseId,
  delivery: DeliveryId,
  object: EvidenceObject,
  body: EvidenceBody,
): Promise<Outcome<AddedEvidence>> {
  const release = await releaseHeldBy(deps, by, id);
  if (!release.ok) return release;
  const arrived = await deps.evidenceObjects.hasArrived(object);
  if (arrived === 'absent') return refused('wrong-state', 'the piece has not arrived yet');
  if (arrived === 'other') return refused('bad-input', 'what lies there is not what was announced');
  return addEvidence(deps, id, [body], { delivery, by: by.id });
}
