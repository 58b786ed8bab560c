/** The record of a call as evidence: lines in one chain, each holding the hash of the one before, closed by a signed manifest. */
import * as z from 'zod';
import { ReleaseId, RoomId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Party } from './parties.ts';
import { Step, StepParty, type Cell } from './steps.ts';

/** Lower-case hex of a SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Chosen by the recorder; part of the objects' names in the evidence store and of the files' names in an export. */
export const TakeId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);

/** A piece of the recording or a still picture, in the evidence store. */
export const Stored = { sha256: Sha256, bytes: z.int().positive(), mime: z.string().max(60) };

export const Chunk = z.strictObject({
  kind: z.literal('chunk'),
  take: TakeId,
  /** From 1, without holes: a hole is a gap. */
  n: z.int().positive(),
  /** Of the take's own clock, milliseconds since its recorder began. */
  fromMs: z.int().nonnegative(),
  toMs: z.int().positive(),
  /** Who was heard and seen in it. */
  present: z.array(Party).max(4),
  ...Stored,
});
export const Snapshot = z.strictObject({
  kind: z.literal('snapshot'),
  of: Party,
  what: z.enum(['face', 'document', 'certificate', 'mandate', 'other']),
  ...Stored,
});
/** Picture or sound was missing; stays open until the step is done again or a manager accepts it for a reason. */
export const GapBody = z.strictObject({
  kind: z.literal('gap'),
  /** Whose picture or sound; the officer for what the recording as a whole lacks. */
  party: Party,
  what: z.enum(['picture', 'sound', 'recording']),
  /** Milliseconds since 1970. */
  fromMs: z.int(),
  toMs: z.int(),
});
export const Decision = z.strictObject({
  kind: z.literal('decision'),
  what: z.enum(['approved', 'refused', 'moved-to-counter', 'aborted']),
  reason: z.string().max(60).optional(),
});

export const EvidenceBody = z.discriminatedUnion('kind', [
  /** A recorder began; `take` is its own id, chunks of one take make one file. */
  z.strictObject({ kind: z.literal('take'), take: TakeId, room: RoomId, mime: z.string().max(60), by: StaffId }),
  Chunk,
  /** `chunks` is how many the recorder made: more than arrived is a gap. */
  z.strictObject({ kind: z.literal('take-end'), take: TakeId, chunks: z.int().nonnegative() }),
  Snapshot,
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
  GapBody,
  z.strictObject({ kind: z.literal('gap-mended'), gap: z.int().positive(), how: z.enum(['done-again', 'accepted']) }),
  z.strictObject({ kind: z.literal('challenge'), party: Party, wanted: z.array(z.string().max(40)).max(6) }),
  /** Never the code itself: that it was the right one. */
  z.strictObject({ kind: z.literal('code'), party: Party, right: z.boolean() }),
  z.strictObject({ kind: z.literal('statement'), party: Party, textSha256: Sha256 }),
  /** The officer opened a step: from now until it is ticked, who it concerns must be in the recording. */
  z.strictObject({ kind: z.literal('step-begun'), step: Step, party: StepParty }),
  z.strictObject({ kind: z.literal('step'), step: Step, party: StepParty, ticked: z.boolean() }),
  /** The certificate held against the register, field by field. */
  z.strictObject({
    kind: z.literal('comparison'),
    fields: z.record(z.string().max(20), z.enum(['same', 'accepted', 'different'])),
  }),
  Decision,
]);
export type EvidenceBody = z.infer<typeof EvidenceBody>;
export type BodyOf<K extends EvidenceBody['kind']> = Extract<EvidenceBody, { kind: K }>;

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

/** What is known of one recording without its lines. `left`: another take began while it was open. */
export const TakeState = z.strictObject({
  take: TakeId,
  state: z.enum(['open', 'left', 'ended']),
  mime: z.string(),
  by: StaffId,
  startedAt: Instant,
  chunks: z.int().nonnegative(),
  /** Where its last chunk ends. */
  toMs: z.int().nonnegative(),
  /** When its last chunk arrived. */
  lastAt: Instant,
  present: z.array(Party).max(4),
  /** Whose absence was noted and goes on. */
  absent: z.array(Party).max(4),
});
export type TakeState = z.infer<typeof TakeState>;

/** The last time a step was done with somebody: from its opening to its tick. */
export const Span = z.strictObject({ cell: z.custom<Cell>(isCell), from: Instant, to: Instant.optional() });
export type Span = z.infer<typeof Span>;
function isCell(value: unknown): boolean {
  const [step, party, more] = typeof value === 'string' ? value.split(':') : [];
  return Step.safeParse(step).success && StepParty.safeParse(party).success && more === undefined;
}

/** What the head of a release's chain knows without reading the lines. */
export const EvidenceHead = z.strictObject({
  release: ReleaseId,
  version: z.int().nonnegative(),
  lastSeq: z.int().nonnegative(),
  lastHash: Sha256,
  /** Seqs of gap lines that were not mended. */
  openGaps: z.array(z.int().positive()).max(200),
  takes: z.array(TakeState).max(60),
  spans: z.array(Span).max(30),
  closed: z.strictObject({ at: Instant, manifestSha256: Sha256 }).optional(),
});
export type EvidenceHead = z.infer<typeof EvidenceHead>;

export const openTakes = ({ takes }: Pick<EvidenceHead, 'takes'>): TakeState[] =>
  takes.filter(({ state }) => state === 'open');
