/** The clock of a release in a row: the working day once it was accepted; before that whose move it is, or how long it has been here. */
import type { ReleaseRow } from '../../../models/release/views.ts';
import type { ClockShape } from '../desk-clock.ts';
import { spanOf } from '../matters/matter-clock.ts';
import type { Phrases } from '../phrases.ts';

export type Chip = { shape: ClockShape; used: number; words: string };

type Shown = Pick<ReleaseRow, 'clock' | 'state' | 'office' | 'waitsFor' | 'filedAt'>;

export function releaseChip({ clock, state, office, waitsFor, filedAt }: Shown, now: number, t: Phrases): Chip {
  const say = t.releases.list;
  const over = say.over[state];
  if (over !== undefined) return { shape: 'ok', used: 1, words: over };
  if (clock === undefined)
    return waitsFor === 'office'
      ? { shape: 'go', used: 0, words: ago(now - Date.parse(filedAt), t) }
      : waitsFor === 'nobody'
        ? { shape: 'ok', used: 1, words: t.releases.states[state] ?? state }
        : { shape: 'pause', used: 0, words: say.waits[waitsFor] ?? '' };
  const span = (ms: number): string => spanOf(ms, clock.working, office, t);
  const used = Math.min(1, Math.max(0, clock.share));
  switch (clock.state) {
    case 'kept':
      return { shape: 'ok', used: 1, words: say.kept };
    case 'missed':
      return { shape: 'ok', used: 1, words: say.missed };
    case 'late':
      return { shape: 'late', used: 1, words: say.late(span(Math.max(0, clock.usedMs - clock.totalMs))) };
    default:
      return { shape: clock.state, used, words: say.left(span(clock.totalMs - clock.usedMs)) };
  }
}

const MINUTE = 60_000;
const ago = (ms: number, t: Phrases): string =>
  ms < MINUTE ? t.releases.list.justNow : t.releases.list.waited(t.age(ms));

/** Plates of new-energy cars have eight signs and are green. */
export const isGreen = (plate: string): boolean => plate.replaceAll(/[·\s]/gu, '').length === 8;
