/** An invented call: two sides, an officer, every step of the script, recorded in chunks of five seconds. */
import { createHash } from 'node:crypto';
import { ReleaseId, RoomId, StaffId } from '../../models/ids.ts';
import { extend } from '../../models/release/evidence-extend.ts';
import { emptyHead } from '../../models/release/evidence-chain.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import type { EvidenceBody, EvidenceHead, EvidenceLine } from '../../models/release/evidence.ts';
import type { Party } from '../../models/release/parties.ts';
import { requiredCells, type Cell, type Shape, type Step, type StepParty } from '../../models/release/steps.ts';
import { instantOf } from '../../models/time.ts';

export const RELEASE = ReleaseId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0');
export const ROOM = RoomId.parse('01JABCDEFGHJKMNPQRSTVWXYZ1');
export const OFFICER = StaffId.parse('officer-1');
export const START = Date.parse('2026-11-20T02:00:00.000Z');
export const MIME = 'video/webm;codecs=vp8,opus';
export const joint: Shape = {
  basis: 'joint',
  sides: ['owner', 'lender'],
  certificateWith: 'lender',
  ownerByProxy: false,
};
export const TAKE = 'take-0001';
export const everybody: Party[] = ['owner', 'lender', 'officer'];

const CHUNK_MS = 5_000;
const STEP_MS = 8_000;
/** From a chunk's end to its line. */
const LAG_MS = 400;

export type Event = { ms: number; body: EvidenceBody };
export const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
export const contentOf = (take: string, n: number, bytes = 300): Buffer =>
  Buffer.alloc(bytes, `${take} piece ${String(n)}. `);
export const pictureOf = (of: Party): Buffer => Buffer.alloc(200, `face of the ${of} `);

export const chunk = (
  n: number,
  more: Partial<Extract<EvidenceBody, { kind: 'chunk' }>> = {},
): Extract<EvidenceBody, { kind: 'chunk' }> => {
  const content = contentOf(more.take ?? TAKE, n);
  return {
    kind: 'chunk',
    take: TAKE,
    n,
    fromMs: (n - 1) * CHUNK_MS,
    toMs: n * CHUNK_MS,
    present: everybody,
    sha256: hex(content),
    bytes: content.length,
    mime: MIME,
    ...more,
  };
};
export const begins = (ms: number, take = TAKE): Event => ({
  ms,
  body: { kind: 'take', take, room: ROOM, mime: MIME, by: OFFICER },
});
export const ends = (ms: number, chunks: number, take = TAKE): Event => ({
  ms,
  body: { kind: 'take-end', take, chunks },
});
export const opens = (ms: number, cell: Cell): Event => ({ ms, body: { kind: 'step-begun', ...partsOf(cell) } });
export const ticks = (ms: number, cell: Cell, ticked = true): Event => ({
  ms,
  body: { kind: 'step', ...partsOf(cell), ticked },
});
export const arrives = (piece: Extract<EvidenceBody, { kind: 'chunk' }>, zero = 0): Event => ({
  ms: zero + piece.toMs + LAG_MS,
  body: piece,
});
const partsOf = (cell: Cell): { step: Step; party: StepParty } => {
  const [step, party] = cell.split(':') as [Step, StepParty];
  return { step, party };
};
export const consents = (ms: number, parties: readonly Party[] = ['owner', 'lender']): Event[] =>
  parties.map((party) => ({
    ms,
    body: { kind: 'consent', party, version: '1', textSha256: hex('consent'), agreed: true },
  }));

/** Everything that belongs to a whole call, in the order in which it happens. */
export function wholeCall(shape: Shape = joint): Event[] {
  const cells = requiredCells(shape);
  const events: Event[] = [...consents(-2_000, shape.sides), begins(0)];
  cells.forEach((cell, i) => {
    const from = 1_000 + i * (STEP_MS + 1_000);
    const { step, party } = partsOf(cell);
    events.push(opens(from, cell), ticks(from + STEP_MS, cell));
    if (party === 'case') return;
    if (step === 'code') events.push({ ms: from + 4_000, body: { kind: 'code', party, right: true } });
    if (step === 'challenge')
      events.push({ ms: from + 100, body: { kind: 'challenge', party, wanted: ['left', 'nod', 'count'] } });
    if (step === 'statement')
      events.push({ ms: from + 200, body: { kind: 'statement', party, textSha256: hex(`statement of the ${party}`) } });
    if (step === 'identity') {
      const picture = pictureOf(party);
      const stored = { sha256: hex(picture), bytes: picture.length, mime: 'image/jpeg' };
      events.push({ ms: from + 3_000, body: { kind: 'snapshot', of: party, what: 'face', ...stored } });
      events.push({ ms: from - 500, body: { kind: 'presence', party, what: 'admitted' } });
    }
  });
  const chunks = Math.ceil((1_000 + cells.length * (STEP_MS + 1_000)) / CHUNK_MS);
  for (let n = 1; n <= chunks; n++) events.push(arrives(chunk(n)));
  return [...events, ends(chunks * CHUNK_MS + 2 * LAG_MS, chunks)];
}

export type Recorded = { head: EvidenceHead; lines: EvidenceLine[] };

/** Lines as they are filed, one event after the other; refuses nothing silently. */
export async function record(events: readonly Event[], from?: Recorded): Promise<Recorded> {
  let head = from?.head ?? (await emptyHead(RELEASE));
  const lines = [...(from?.lines ?? [])];
  for (const { ms, body } of [...events].sort((a, b) => a.ms - b.ms)) {
    const extended = await extend(head, [body], { at: instantOf(START + ms), by: OFFICER }, strictness());
    if (!extended.ok) throw new Error(extended.refusal.detail);
    head = extended.value.head;
    lines.push(...extended.value.lines);
  }
  return { head, lines };
}
