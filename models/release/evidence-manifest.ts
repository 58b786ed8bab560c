/** The manifest that closes a record: everything in it once more, in one document that the office signs. */
import * as z from 'zod';
import { OfficeId, ReleaseId, RoomId } from '../ids.ts';
import { Instant } from '../time.ts';
import {
  Chunk,
  Decision,
  Sha256,
  Snapshot,
  TakeId,
  type BodyOf,
  type EvidenceBody,
  type EvidenceLine,
} from './evidence.ts';
import { gapsOf } from './evidence-gaps.ts';
import { EvidenceRules } from './evidence-rules.ts';
import { Party, parties } from './parties.ts';
import { Step, StepParty } from './steps.ts';

export const MANIFEST_FORMAT = 'bancheng-evidence/1';
const seq = z.int().positive();

/** What the lines do not say. */
const Given = z.strictObject({
  office: OfficeId,
  closedAt: Instant,
  /** Of the program that closed it. */
  software: z.string().max(40),
  rules: EvidenceRules,
  /** The key it is signed with, and the SHA-256 of its public half (SPKI, DER). */
  key: z.strictObject({ id: z.string().max(60), sha256: Sha256 }),
  /** SHA-256 of the export's README.txt. */
  readmeSha256: Sha256,
  /** Who took part by name, sealed with the office's keys: nobody else can read it. */
  people: z.string().max(8000).optional(),
});
export type Given = z.infer<typeof Given>;

export const Manifest = Given.extend({
  format: z.literal(MANIFEST_FORMAT),
  release: ReleaseId,
  openedAt: Instant.optional(),
  lines: z.int().nonnegative(),
  headHash: Sha256,
  /** By their part in it, never by name. */
  parties: z.array(Party),
  consents: z.array(
    z.strictObject({ seq, party: Party, version: z.string(), textSha256: Sha256, agreed: z.boolean() }),
  ),
  checks: z.array(z.strictObject({ seq, at: Instant, step: Step, party: StepParty, ticked: z.boolean() })),
  challenges: z.array(z.strictObject({ seq, party: Party, wanted: z.array(z.string()) })),
  codes: z.array(z.strictObject({ party: Party, right: z.boolean(), tries: z.int().positive() })),
  statements: z.array(z.strictObject({ seq, party: Party, textSha256: Sha256 })),
  snapshots: z.array(Snapshot.omit({ kind: true }).extend({ seq, at: Instant })),
  takes: z.array(
    z.strictObject({
      take: TakeId,
      room: RoomId,
      mime: z.string(),
      startedAt: Instant,
      /** How many chunks its recorder made, as far as it could say. */
      ended: z.int().nonnegative().optional(),
      chunks: z.array(Chunk.pick({ n: true, fromMs: true, toMs: true, bytes: true, sha256: true }).extend({ seq })),
    }),
  ),
  presence: z.array(z.strictObject({ seq, at: Instant, party: Party, what: z.string() })),
  gaps: z.array(
    z.strictObject({
      seq,
      party: Party,
      what: z.string(),
      fromMs: z.int(),
      toMs: z.int(),
      mended: z.strictObject({ seq, how: z.enum(['done-again', 'accepted']) }).optional(),
    }),
  ),
  decision: Decision.omit({ kind: true }).extend({ seq, at: Instant }).optional(),
});
export type Manifest = z.infer<typeof Manifest>;

type Of<K extends EvidenceBody['kind']> = Omit<EvidenceLine, 'body'> & { body: BodyOf<K> };

/** The same lines give the same manifest: whoever has an export can make it again and compare. */
export function manifestOf(
  release: ReleaseId,
  headHash: string,
  lines: readonly EvidenceLine[],
  given: Given,
): Manifest {
  const of = <K extends EvidenceBody['kind']>(kind: K): Of<K>[] =>
    lines.filter((line) => line.body.kind === kind) as unknown as Of<K>[];
  const openedAt = lines[0]?.at;
  const decision = of('decision').at(-1);
  return {
    ...given,
    format: MANIFEST_FORMAT,
    release,
    ...(openedAt === undefined ? {} : { openedAt }),
    lines: lines.length,
    headHash,
    parties: partiesIn(lines),
    consents: of('consent').map(({ seq, body: { kind: _, ...rest } }) => ({ seq, ...rest })),
    checks: of('step').map(({ seq, at, body: { kind: _, ...rest } }) => ({ seq, at, ...rest })),
    challenges: of('challenge').map(({ seq, body: { kind: _, ...rest } }) => ({ seq, ...rest })),
    codes: parties.flatMap((party) => {
      const tries = of('code').filter(({ body }) => body.party === party);
      return tries.length === 0 ? [] : [{ party, right: tries.some(({ body }) => body.right), tries: tries.length }];
    }),
    statements: of('statement').map(({ seq, body: { kind: _, ...rest } }) => ({ seq, ...rest })),
    snapshots: of('snapshot').map(({ seq, at, body: { kind: _, ...rest } }) => ({ seq, at, ...rest })),
    takes: of('take').map(({ at, body: { take, room, mime } }) => {
      const ended = of('take-end').find(({ body }) => body.take === take)?.body.chunks;
      return {
        take,
        room,
        mime,
        startedAt: at,
        ...(ended === undefined ? {} : { ended }),
        chunks: of('chunk')
          .filter(({ body }) => body.take === take)
          .map(({ seq, body: { n, fromMs, toMs, bytes, sha256 } }) => ({ seq, n, fromMs, toMs, bytes, sha256 })),
      };
    }),
    presence: of('presence').map(({ seq, at, body: { kind: _, ...rest } }) => ({ seq, at, ...rest })),
    gaps: gapsOf(lines, given.rules).flatMap(({ seq, party, what, fromMs, toMs, mended }) =>
      seq === undefined ? [] : [{ seq, party, what, fromMs, toMs, ...(mended === undefined ? {} : { mended }) }],
    ),
    ...(decision === undefined ? {} : { decision: decisionIn(decision) }),
  };
}

const decisionIn = ({ seq, at, body: { what, reason } }: Of<'decision'>): NonNullable<Manifest['decision']> => ({
  seq,
  at,
  what,
  ...(reason === undefined ? {} : { reason }),
});

function partiesIn(lines: readonly EvidenceLine[]): Party[] {
  const seen = new Set<string>();
  for (const { body } of lines) {
    if (body.kind === 'chunk') for (const party of body.present) seen.add(party);
    if ('party' in body) seen.add(body.party);
    if (body.kind === 'snapshot') seen.add(body.of);
  }
  return parties.filter((party) => seen.has(party));
}
