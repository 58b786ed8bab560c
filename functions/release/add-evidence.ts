/** Adds lines to the record of a release; of many who do it at once each is filed, one behind the other. */
import type { DeliveryId, ReleaseId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { extend } from '../../models/release/evidence-extend.ts';
import type { EvidenceFile } from '../../models/release/evidence-file.ts';
import type { EvidenceNote } from '../../models/release/evidence-records.ts';
import { MOST_LINES, strictness } from '../../models/release/evidence-rules.ts';
import type { EvidenceBody, EvidenceLine } from '../../models/release/evidence.ts';
import type { Deps } from '../deps.ts';

export type AddedEvidence = {
  /** The line of the first body. */
  seq: number;
  /** All lines, those of gaps that were noticed with them included. */
  seqs: number[];
  gaps: number[];
};
type Needed = Pick<Deps, 'now' | 'evidence'>;
export type Adding = {
  /** The same delivery again gets the same answer. */
  delivery: DeliveryId;
  by?: StaffId;
  /** Filed in the same transaction; asked for anew after every lost race. */
  along?: () => Promise<{ note: EvidenceNote; file: EvidenceFile }>;
};

/** Each lost race is somebody else's line filed, so that a crowd gets through. */
const ROUNDS = 200;

export async function addEvidence(
  deps: Needed,
  release: ReleaseId,
  bodies: readonly [EvidenceBody, ...EvidenceBody[]],
  { delivery, by, along }: Adding,
): Promise<Outcome<AddedEvidence>> {
  for (let round = 0; round < ROUNDS; round++) {
    const head = await deps.evidence.head(release);
    const extended =
      head.lastSeq + bodies.length > MOST_LINES
        ? refused('too-many', 'the record of this release is full')
        : await extend(head, bodies, { at: deps.now(), ...(by === undefined ? {} : { by }) }, strictness());
    // A repeat is recognised before it is refused for what the first delivery changed.
    if (!extended.ok) return (await repeated(deps, release, delivery)) ?? extended;
    const { head: after, lines } = extended.value;
    const wrote = await deps.evidence.append(head, after, lines, delivery, await along?.());
    if (wrote === 'added') return done(addedOf(lines));
    const before = await repeated(deps, release, delivery);
    if (before !== undefined) return before;
    await turn(round);
  }
  return refused('stale', 'too many people wrote at once');
}

async function repeated(
  deps: Needed,
  release: ReleaseId,
  delivery: DeliveryId,
): Promise<Outcome<AddedEvidence> | undefined> {
  const seqs = await deps.evidence.delivered(release, delivery);
  return seqs === undefined ? undefined : done(addedOf(await deps.evidence.several(release, seqs)));
}

const addedOf = (lines: readonly EvidenceLine[]): AddedEvidence => ({
  seq: lines[0]?.seq ?? 0,
  seqs: lines.map(({ seq }) => seq),
  gaps: lines.flatMap(({ seq, body }) => (body.kind === 'gap' ? [seq] : [])),
});

/** Losers of a race come back at different times, later the more often they lost. */
const turn = (round: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * Math.min(round + 1, 30)));
