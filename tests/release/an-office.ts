/** An office with releases for tests of the duties: the real engine and the real object store, releases that the test names itself. */
import { randomUUID } from 'node:crypto';
import type { Deps } from '../../functions/deps.ts';
import { openEvidenceObjects } from '../../handlers/gateways/evidence-store.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { Officer, StaffRole } from '../../models/access/staff.ts';
import { DeliveryId, ReleaseId, StaffId, type OfficeId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import { chunkObject, snapshotObject, type EvidenceObject } from '../../models/release/evidence-objects.ts';
import type { HeldRelease } from '../../models/release/evidence-records.ts';
import { instantOf } from '../../models/time.ts';
import { addEvidence } from '../../functions/release/add-evidence.ts';
import { closeEvidence, type ClosingOutcome } from '../../functions/release/close-evidence.ts';
import { contentOf, joint, OFFICER, pictureOf, START, wholeCall, type Event } from './some-call.ts';

export const releases = new Map<string, HeldRelease>();
export const heldReleases: Deps['heldReleases'] = {
  find: (id) => {
    const found = releases.get(id);
    return Promise.resolve(found === undefined ? refused('not-found', 'no such release') : done(found));
  },
};

/** The same office at another time. */
export async function evidenceOffice(ms = START): Promise<Deps> {
  const keeper = keeperFromEnvironment();
  const evidenceObjects = openEvidenceObjects('evidence');
  return (await join({ keeper, evidenceObjects, heldReleases, now: () => ms }, 'bancheng')).deps;
}

export const delivery = (): DeliveryId => DeliveryId.parse(randomUUID());
export const staff = (id: string, role: StaffRole = 'officer', office: OfficeId = 'yinchuan'): Officer => ({
  id: StaffId.parse(id),
  name: id,
  office,
  role,
  session: 'none',
});

export function openRelease(deps: Deps, more: Partial<HeldRelease> = {}): ReleaseId {
  const id = ReleaseId.parse(deps.newId());
  releases.set(id, { id, office: 'yinchuan', state: 'in-session', officer: OFFICER, ...more });
  return id;
}

export async function upload(deps: Deps, object: EvidenceObject, content: Buffer): Promise<number> {
  const { url, headers } = await deps.evidenceObjects.uploadAddress(object);
  return (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(content) })).status;
}

/** A whole call filed line by line at its own time, its pieces in the object store, decided and closed. */
export async function closedCall(
  deps: Deps,
  more: {
    events?: readonly Event[];
    what?: 'approved' | 'refused' | 'moved-to-counter' | 'aborted';
    media?: boolean;
  } = {},
): Promise<{ id: ReleaseId; closed: ClosingOutcome }> {
  const id = openRelease(deps);
  let ms = START;
  const clocked: Deps = { ...deps, now: () => instantOf(ms) };
  for (const event of [...(more.events ?? wholeCall())].sort((a, b) => a.ms - b.ms)) {
    ms = START + event.ms;
    const { body } = event;
    if (more.media !== false && body.kind === 'chunk')
      await upload(deps, chunkObject(id, body), contentOf(body.take, body.n));
    if (more.media !== false && body.kind === 'snapshot')
      await upload(deps, snapshotObject(id, body), pictureOf(body.of));
    const added = await addEvidence(clocked, id, [body], { delivery: delivery(), by: OFFICER });
    if (!added.ok) throw new Error(added.refusal.detail);
  }
  ms += 10_000;
  const closed = await closeEvidence(clocked, {
    release: id,
    office: 'yinchuan',
    decision: { what: more.what ?? 'approved' },
    by: OFFICER,
    shape: joint,
    people: { owner: '某某', lender: '某银行 某某' },
  });
  return { id, closed };
}
