/** What the officer's page and the managers may ask of the evidence of a release. */
import * as z from 'zod';
import { DeliveryId, ReleaseId, RoomId } from '../ids.ts';
import { Day, type Instant } from '../time.ts';
import { Chunk, Snapshot, TakeId, type EvidenceHead } from './evidence.ts';
import type { FoundGap } from './evidence-gaps.ts';
import type { Light } from './evidence-light.ts';
import { MOST_CHUNK_BYTES, MOST_SNAPSHOT_BYTES, RecordingMime, SnapshotMime } from './evidence-rules.ts';
import { RewatchResult, type Rewatch } from './rewatch.ts';
import type { Cell } from './steps.ts';

const Reason = z.string().trim().min(2).max(300);
const delivery = { delivery: DeliveryId };

export const OneRelease = z.strictObject({ id: ReleaseId });
/** POST …/takes: the recorder begins; `take` is chosen by the page. */
export const BeginTake = OneRelease.extend({ ...delivery, take: TakeId, room: RoomId, mime: RecordingMime });
export type BeginTake = z.infer<typeof BeginTake>;
/** POST …/takes/end: the recorder stopped and made so many chunks. */
export const EndTake = OneRelease.extend({ ...delivery, take: TakeId, chunks: z.int().nonnegative() });
export type EndTake = z.infer<typeof EndTake>;

/** POST …/chunks: asks where to put it. */
export const AnnounceChunk = Chunk.omit({ kind: true }).extend({
  id: ReleaseId,
  mime: RecordingMime,
  bytes: z.int().positive().max(MOST_CHUNK_BYTES),
});
export type AnnounceChunk = z.infer<typeof AnnounceChunk>;
/** POST …/chunks/confirm: it is there. In the order of the chunks, one by one: a later one first is a gap. */
export const ConfirmChunk = AnnounceChunk.extend(delivery);
export type ConfirmChunk = z.infer<typeof ConfirmChunk>;

export const AnnounceSnapshot = Snapshot.omit({ kind: true }).extend({
  id: ReleaseId,
  mime: SnapshotMime,
  bytes: z.int().positive().max(MOST_SNAPSHOT_BYTES),
});
export type AnnounceSnapshot = z.infer<typeof AnnounceSnapshot>;
export const ConfirmSnapshot = AnnounceSnapshot.extend(delivery);
export type ConfirmSnapshot = z.infer<typeof ConfirmSnapshot>;

/** POST …/gaps/{gap}/mend: done again, or accepted by a manager for a reason. */
export const MendGap = OneRelease.extend({
  ...delivery,
  gap: z.coerce.number().int().positive(),
  mend: z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('done-again') }),
    z.strictObject({ how: z.literal('accepted'), reason: Reason }),
  ]),
});
export type MendGap = z.infer<typeof MendGap>;

export const AskLines = OneRelease.extend({ after: z.coerce.number().int().nonnegative().default(0) });
export type AskLines = z.infer<typeof AskLines>;
/** POST …/watch: one take, or the picture of one line. */
export const WatchEvidence = OneRelease.extend({
  take: TakeId.optional(),
  snapshot: z.int().positive().optional(),
  reason: Reason,
}).refine(({ take, snapshot }) => (take === undefined) !== (snapshot === undefined), { path: ['take'] });
export type WatchEvidence = z.infer<typeof WatchEvidence>;
/** POST …/copies: `copy` is chosen by the page. */
export const AskCopy = OneRelease.extend({ copy: DeliveryId, reason: Reason });
export type AskCopy = z.infer<typeof AskCopy>;
export const OneCopy = OneRelease.extend({ copy: DeliveryId });
export type OneCopy = z.infer<typeof OneCopy>;
/** POST …/hold: held back from deletion, or no longer. */
export const HoldEvidence = OneRelease.extend({ held: z.boolean(), reason: Reason });
export type HoldEvidence = z.infer<typeof HoldEvidence>;

export const AskRewatch = z.strictObject({ day: Day.optional() });
export type AskRewatch = z.infer<typeof AskRewatch>;
export const MarkRewatch = OneRelease.extend({ day: Day, result: RewatchResult, words: Reason });
export type MarkRewatch = z.infer<typeof MarkRewatch>;

/** How the record stands, for the officer's page. */
export type ShownEvidence = {
  lines: number;
  takes: EvidenceHead['takes'];
  lights: Light[];
  /** `redo`: the steps that have to be done again before it can be mended so. */
  gaps: (FoundGap & { redo: Cell[] })[];
  closed?: EvidenceHead['closed'];
  state: 'open' | 'closed' | 'announced' | 'deleting' | 'deleted';
  keptUntil?: Day;
  heldSince?: Instant;
};
/** Addresses that expire; the page checks each piece against its hash. */
export type Watchable = {
  pieces: { n: number; url: string; sha256: string; mime: string; fromMs?: number; toMs?: number }[];
};
export type ShownRewatch = Pick<Rewatch, 'office' | 'day' | 'of'> & {
  drawn: boolean;
  picks: (Rewatch['picks'][number] & { mayMark: boolean })[];
};
