/** What happened to a clock, read from its record: when it stood still and by how much it was extended. */
import { msOf } from '../time.ts';
import type { ClockEvent } from './clock.ts';

/** A time in which the clock stood, in milliseconds; `from` belongs to it, `to` does not. */
export type Pause = { from: number; to: number };
export type ClockHistory = {
  /** In order, never touching, none empty. */
  pauses: Pause[];
  extension: number;
  /** It stands still at the end of what was read. */
  standing: boolean;
};

const extensionBy = (by: number | undefined): number =>
  by !== undefined && Number.isFinite(by) ? Math.max(0, Math.floor(by)) : 0;

function addPause(pauses: Pause[], from: number, to: number): void {
  if (to <= from) return;
  const last = pauses.at(-1);
  if (last?.to === from) last.to = to;
  else pauses.push({ from, to });
}

/**
 * The history between two moments. Every list of events has a reading: they are taken in the order of their times (equal times
 * in the order of the list); a pause in a pause and a resumption without one change nothing; what lies before `from` counts from
 * `from` on, what lies after `to` has not happened yet; an extension that is negative or no number adds nothing, a broken one is
 * rounded down. Whether somebody may pause or extend is decided by the record, not here.
 */
export function readHistory(events: readonly ClockEvent[], from: number, to: number): ClockHistory {
  const pauses: Pause[] = [];
  let extension = 0;
  let since: number | undefined;
  const past = events.map((event) => ({ ...event, ms: msOf(event.at) })).filter(({ ms }) => ms <= to);
  for (const { what, by, ms } of past.sort((a, b) => a.ms - b.ms)) {
    if (what === 'extend') extension += extensionBy(by);
    else if (what === 'pause') since ??= Math.max(from, ms);
    else if (since !== undefined) {
      addPause(pauses, since, ms);
      since = undefined;
    }
  }
  if (since !== undefined) addPause(pauses, since, to);
  return { pauses, extension, standing: since !== undefined };
}
