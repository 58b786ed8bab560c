/** What a matter's clock shows in a row: its shape, the share used, and what is left, in the office's working time. */
import type { OfficeId } from '../../../models/ids.ts';
import { officeOf } from '../../../models/office/offices.ts';
import type { MatterRow, ShownClock } from '../../../models/complaint/views.ts';
import type { Phrases } from '../phrases.ts';

export type ChipShape = 'go' | 'half' | 'warn' | 'late' | 'pause' | 'ok';
export type Chip = { shape: ChipShape; used: number; words: string };

/** Minutes of a usual working day, a Wednesday; a span of working time is counted in these. */
export const dayMinutes = (office: OfficeId): number =>
  (officeOf(office).hours.weekly[3] ?? []).reduce((sum, { from, to }) => sum + to - from, 0);

/** The span in words: working time in the office's days, wall time as usual. */
export const spanOf = (ms: number, working: boolean, office: OfficeId, t: Phrases): string =>
  working ? t.matters.work(ms, dayMinutes(office)) : t.age(ms);

export function chipOf(
  { clock, clockOf, state, office }: Pick<MatterRow, 'clock' | 'clockOf' | 'state' | 'office'>,
  t: Phrases,
): Chip {
  const say = t.matters.clock;
  const used = Math.min(1, Math.max(0, clock.share));
  const over = say.done[state];
  if (clockOf === 'none' && over !== undefined) return { shape: 'ok', used: 1, words: over };
  const of = say.of[clockOf] ?? '';
  const span = (ms: number): string => spanOf(ms, clock.working, office, t);
  switch (clock.state) {
    case 'kept':
      return { shape: 'ok', used: 1, words: say.kept };
    case 'missed':
      return { shape: 'ok', used: 1, words: say.missed };
    case 'pause':
      return { shape: 'pause', used, words: say.pause(span(clock.pausedMs)) };
    case 'late':
      return { shape: 'late', used: 1, words: say.late(of, span(overtime(clock))) };
    default:
      return { shape: clock.state, used, words: say.left(of, span(clock.totalMs - clock.usedMs)) };
  }
}

const overtime = (clock: ShownClock): number => Math.max(0, clock.usedMs - clock.totalMs);
