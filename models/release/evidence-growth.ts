/** How the record of a call grows: what each new line changes in the head, which lines are refused, and which gaps are noticed with it. */
import { done, refused, type Outcome } from '../outcome.ts';
import { msOf, type Instant } from '../time.ts';
import type { z } from 'zod';
import type { BodyOf, EvidenceBody, EvidenceHead, GapBody, Span, TakeState } from './evidence.ts';
import type { EvidenceRules } from './evidence-rules.ts';
import type { Cell, Step } from './steps.ts';

export type Gap = z.infer<typeof GapBody>;
/** What of the head the content of lines decides; the rest is the chain's. */
export type Standing = Pick<EvidenceHead, 'openGaps' | 'takes' | 'spans'>;
type Grown = Outcome<{ standing: Standing; noticed: Gap[] }>;

/** Steps that have to be seen and heard in the recording; eligibility and custody are the officer's, consent comes before it. */
export const recordedSteps: readonly Step[] = ['identity', 'challenge', 'code', 'mandate', 'statement', 'certificate'];
export const partyOf = (cell: Cell): string => cell.split(':')[1] ?? '';
export const isRecorded = (cell: Cell): boolean => recordedSteps.some((step) => cell.startsWith(`${step}:`));

const gap = (party: Gap['party'], what: Gap['what'], fromMs: number, toMs: number): Gap => ({
  kind: 'gap',
  party,
  what,
  fromMs: Math.round(fromMs),
  toMs: Math.round(Math.max(fromMs, toMs)),
});
const grown = (standing: Standing, noticed: Gap[] = []): Grown => done({ standing, noticed });

export function grow(
  s: Standing,
  { seq, at, body }: { seq: number; at: Instant; body: EvidenceBody },
  rules: EvidenceRules,
): Grown {
  switch (body.kind) {
    case 'take':
      return begin(s, body, at, rules);
    case 'chunk':
      return addChunk(s, body, at, rules);
    case 'take-end':
      return end(s, body, at);
    case 'gap':
      return s.openGaps.length >= 200
        ? refused('too-many', 'too many gaps are open')
        : grown({ ...s, openGaps: [...s.openGaps, seq] });
    case 'gap-mended':
      return s.openGaps.includes(body.gap)
        ? grown({ ...s, openGaps: s.openGaps.filter((one) => one !== body.gap) })
        : refused('wrong-state', 'this gap is not open');
    case 'step-begun':
    case 'step':
      return grown({ ...s, spans: spansAfter(s.spans, body, at) });
    default:
      return grown(s);
  }
}

function begin(s: Standing, { take, mime, by }: BodyOf<'take'>, at: Instant, { jumpMs }: EvidenceRules): Grown {
  if (s.takes.some((one) => one.take === take)) return refused('wrong-state', 'this take has begun already');
  if (s.takes.length >= 60) return refused('too-many', 'too many takes in one release');
  const left = s.takes.filter(({ state }) => state === 'open');
  const fresh: TakeState = {
    take,
    state: 'open',
    mime,
    by,
    startedAt: at,
    chunks: 0,
    toMs: 0,
    lastAt: at,
    present: [],
    absent: [],
  };
  const takes = [...s.takes.map((one) => (left.includes(one) ? { ...one, state: 'left' as const } : one)), fresh];
  // A take that nobody ended: what its recorder did not hand in is lost until the new one begins.
  const lost = left.filter((one) => msOf(at) - coveredTo(one) > jumpMs);
  return grown(
    { ...s, takes },
    lost.map((one) => gap('officer', 'recording', coveredTo(one), msOf(at))),
  );
}

function addChunk(s: Standing, body: BodyOf<'chunk'>, at: Instant, rules: EvidenceRules): Grown {
  const take = s.takes.find((one) => one.take === body.take);
  if (take === undefined) return refused('not-found', 'no such take');
  if (take.state === 'ended') return refused('wrong-state', 'this take has ended');
  if (body.n <= take.chunks) return refused('wrong-state', 'a later chunk is filed already');
  if (body.toMs <= body.fromMs || body.fromMs < take.toMs - rules.jumpMs)
    return refused('bad-input', 'a chunk begins where the one before ends');
  const zero = msOf(take.startedAt);
  const broken = body.n > take.chunks + 1 || body.fromMs - take.toMs > rules.jumpMs;
  const holes = broken ? [gap('officer', 'recording', zero + take.toMs, zero + body.fromMs)] : [];
  const [from, to] = [zero + body.fromMs, zero + body.toMs];
  const missed = s.spans.filter(
    (span) =>
      isRecorded(span.cell) &&
      !body.present.some((party) => party === partyOf(span.cell)) &&
      Math.min(to, msOf(span.to ?? at)) - Math.max(from, msOf(span.from)) > rules.absentMs,
  );
  const absent = (['owner', 'lender'] as const).filter((party) => missed.some(({ cell }) => partyOf(cell) === party));
  // An absence that goes on is one gap, however many chunks it lasts.
  const begun = absent.filter((party) => !take.absent.includes(party));
  const { chunks: _n, toMs: _to, ...rest } = take;
  const after: TakeState = {
    ...rest,
    chunks: body.n,
    toMs: body.toMs,
    lastAt: at,
    present: body.present,
    absent: [...absent],
  };
  return grown({ ...s, takes: s.takes.map((one) => (one === take ? after : one)) }, [
    ...holes,
    ...begun.map((party) => gap(party, 'picture', from, to)),
  ]);
}

function end(s: Standing, { take: id, chunks }: BodyOf<'take-end'>, at: Instant): Grown {
  const take = s.takes.find((one) => one.take === id);
  if (take === undefined) return refused('not-found', 'no such take');
  if (take.state === 'ended') return refused('wrong-state', 'this take has ended');
  if (chunks < take.chunks) return refused('bad-input', 'more chunks are filed than the take has');
  const takes = s.takes.map((one) => (one === take ? { ...one, state: 'ended' as const } : one));
  return grown({ ...s, takes }, chunks > take.chunks ? [gap('officer', 'recording', coveredTo(take), msOf(at))] : []);
}

/** Until when a take's chunks reach, in milliseconds since 1970. */
export const coveredTo = ({ startedAt, toMs }: Pick<TakeState, 'startedAt' | 'toMs'>): number => msOf(startedAt) + toMs;

/** A step that is done again begins a new span in the place of its old one. */
export function spansAfter(spans: readonly Span[], body: BodyOf<'step' | 'step-begun'>, at: Instant): Span[] {
  const cell: Cell = `${body.step}:${body.party}`;
  const last = spans.find((span) => span.cell === cell);
  const others = spans.filter((span) => span.cell !== cell);
  if (body.kind === 'step-begun') return [...others, { cell, from: at }];
  if (!body.ticked) return others;
  // Ticked without having been opened: done at that moment.
  return [...others, { cell, from: last?.to === undefined ? (last?.from ?? at) : at, to: at }];
}
