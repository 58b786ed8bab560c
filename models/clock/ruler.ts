/** The days of a time limit as the time ruler draws them: work, lunch, nights, days off, and the time in which the clock stood. */
import type { DayKind } from '../office/calendar.ts';
import type { Office } from '../office/office.ts';
import { type Instant, MINUTE, instantOf, msOf } from '../time.ts';
import type { ClockEvent } from './clock.ts';
import { type Pause, readHistory } from './history.ts';
import { type WorkCalendar, type WorkDay, dayNumber, midnightOf, workCalendarOf } from './work-calendar.ts';

type SpanKind = 'worked' | 'lunch' | 'night' | 'weekend' | 'holiday' | 'pause';
/** From `from` until just before `to`, never across midnight. */
export type RulerSpan = { from: Instant; to: Instant; kind: SpanKind };

type Piece = { from: number; to: number; kind: SpanKind };

const daysOff: Partial<Record<DayKind, SpanKind>> = { weekend: 'weekend', holiday: 'holiday' };

/** A whole day in pieces, in milliseconds since midnight. What is not work is lunch between two windows, else night. */
function piecesOf(day: WorkDay, length: number): Piece[] {
  const off = daysOff[day.kind];
  if (off !== undefined) return [{ from: 0, to: length, kind: off }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const w of day.windows) {
    if (w.from * MINUTE > end) pieces.push({ from: end, to: w.from * MINUTE, kind: end === 0 ? 'night' : 'lunch' });
    end = w.to * MINUTE;
    pieces.push({ from: w.from * MINUTE, to: end, kind: 'worked' });
  }
  if (end < length) pieces.push({ from: end, to: length, kind: 'night' });
  return pieces;
}

/** Pauses hide work only: lunch, nights and days off would not have been counted anyway. */
function withPauses(piece: Piece, pauses: readonly Pause[]): Piece[] {
  if (piece.kind !== 'worked') return [piece];
  const cut: Piece[] = [];
  let end = piece.from;
  for (const pause of pauses) {
    const from = Math.max(pause.from, piece.from);
    const to = Math.min(pause.to, piece.to);
    if (to <= from) continue;
    cut.push({ from: end, to: from, kind: 'worked' }, { from, to, kind: 'pause' });
    end = to;
  }
  return [...cut, { from: end, to: piece.to, kind: 'worked' }].filter((p) => p.to > p.from) as Piece[];
}

/** Spans without gaps from one moment to another, split at midnight. A pause that has not ended lasts until `to`. */
export const rulerSpans = (
  office: Pick<Office, 'hours'>,
  from: Instant,
  to: Instant,
  events: readonly ClockEvent[],
): RulerSpan[] => rulerSpansBy(workCalendarOf(office), msOf(from), msOf(to), events);

export function rulerSpansBy(
  calendar: WorkCalendar,
  from: number,
  to: number,
  events: readonly ClockEvent[],
): RulerSpan[] {
  const { pauses } = readHistory(events, from, to);
  const spans: RulerSpan[] = [];
  for (let day = dayNumber(from); midnightOf(day) < to; day++) {
    const midnight = midnightOf(day);
    for (const piece of piecesOf(calendar(day), midnightOf(day + 1) - midnight)) {
      const clipped = {
        from: Math.max(from, midnight + piece.from),
        to: Math.min(to, midnight + piece.to),
        kind: piece.kind,
      };
      if (clipped.to <= clipped.from) continue;
      for (const p of withPauses(clipped, pauses)) {
        spans.push({ from: instantOf(p.from), to: instantOf(p.to), kind: p.kind });
      }
    }
  }
  return spans;
}
