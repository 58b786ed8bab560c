/** The record of a call as evidence: lines in one chain, each holding the hash of the one before, closed by a signed manifest. */
import { z } from 'zod';
import { ReleaseId, RoomId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Party } from './parties.ts';
import { Step, StepParty } from './steps.ts';

/** Lower-case hex of a SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A piece of the recording or a still picture, in the evidence store under `evidence/<release>/<seq>`. */
const Stored = { sha256: Sha256, bytes: z.int().positive(), mime: z.string().max(60) };

export const EvidenceBody = z.discriminatedUnion('kind', [
  /** A recorder began; `take` is its own id, chunks of one take make one file. */
  z.strictObject({
    kind: z.literal('take'),
    take: z.string().max(40),
    room: RoomId,
    mime: z.string().max(60),
    by: StaffId,
  }),
  z.strictObject({
    kind: z.literal('chunk'),
    take: z.string().max(40),
    /** From 1, without holes. */
    n: z.int().positive(),
    /** Of the take's own clock, milliseconds. */
    fromMs: z.int().nonnegative(),
    toMs: z.int().positive(),
    /** Who was heard and seen in it. */
    present: z.array(Party).max(4),
    ...Stored,
  }),
  z.strictObject({ kind: z.literal('take-end'), take: z.string().max(40), chunks: z.int().nonnegative() }),
  z.strictObject({
    kind: z.literal('snapshot'),
    of: Party,
    what: z.enum(['face', 'document', 'certificate', 'mandate', 'other']),
    ...Stored,
  }),
  z.strictObject({
    kind: z.literal('consent'),
    party: Party,
    version: z.string().max(20),
    textSha256: Sha256,
    agreed: z.boolean(),
  }),
  /** Joined, left, came back: connection events of a party. */
  z.strictObject({
    kind: z.literal('presence'),
    party: Party,
    what: z.enum(['joined', 'left', 'returned', 'admitted']),
  }),
  /** Picture or sound was missing; stays open until the step is done again or a manager accepts it for a reason. */
  z.strictObject({
    kind: z.literal('gap'),
    party: Party,
    what: z.enum(['picture', 'sound', 'recording']),
    fromMs: z.int(),
    toMs: z.int(),
  }),
  z.strictObject({ kind: z.literal('gap-mended'), gap: z.int().positive(), how: z.enum(['done-again', 'accepted']) }),
  z.strictObject({ kind: z.literal('challenge'), party: Party, wanted: z.array(z.string().max(40)).max(6) }),
  /** Never the code itself: that it was the right one. */
  z.strictObject({ kind: z.literal('code'), party: Party, right: z.boolean() }),
  z.strictObject({ kind: z.literal('statement'), party: Party, textSha256: Sha256 }),
  z.strictObject({ kind: z.literal('step'), step: Step, party: StepParty, ticked: z.boolean() }),
  z.strictObject({
    kind: z.literal('decision'),
    what: z.enum(['approved', 'refused', 'moved-to-counter', 'aborted']),
    reason: z.string().max(60).optional(),
  }),
]);
export type EvidenceBody = z.infer<typeof EvidenceBody>;

export const EvidenceLine = z.strictObject({
  release: ReleaseId,
  /** From 1, without holes, over all sessions of the release. */
  seq: z.int().positive(),
  at: Instant,
  by: StaffId.optional(),
  body: EvidenceBody,
  /** The hash of the line before; of the first line, the hash of the release's id. */
  previous: Sha256,
  hash: Sha256,
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

/** What the head of a release's chain knows without reading the lines. */
export const EvidenceHead = z.strictObject({
  release: ReleaseId,
  version: z.int().nonnegative(),
  lastSeq: z.int().nonnegative(),
  lastHash: Sha256,
  /** Seqs of gap lines that were not mended. */
  openGaps: z.array(z.int().positive()).max(200),
  /** Takes that began and did not end. */
  openTakes: z.array(z.string().max(40)).max(20),
  closed: z.strictObject({ at: Instant, manifestSha256: Sha256 }).optional(),
});
export type EvidenceHead = z.infer<typeof EvidenceHead>;
