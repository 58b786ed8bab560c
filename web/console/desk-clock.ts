/** Which of the six clock shapes a row shows, how much of its time is used, and how much is left. */
import type { DeskRow } from '../../models/conversation/views.ts';

export type ClockShape = 'go' | 'half' | 'warn' | 'late' | 'pause' | 'ok' | 'bot';
export type Clock = {
  shape: ClockShape;
  /** 0 to 1. */ used: number;
  /** Milliseconds; negative when overdue. */ left: number;
};

/** Between the short lease (3 min, the citizen waits) and the long one (30 min, the officer has spoken). */
const LONG_LEASE = 10 * 60_000;
const FIRST_REPLY = 3 * 60_000;

export function clockOf(row: Pick<DeskRow, 'state' | 'since' | 'dueAt' | 'lastAt'>, now: number): Clock {
  const since = Date.parse(row.since);
  const named = Date.parse(row.dueAt);
  // The green lane is due at once, to stand first in line; its clock still gives the officer the usual time.
  const due = row.state === 'waiting-for-officer' && named <= since ? since + FIRST_REPLY : named;
  const left = due - now;
  if (row.state === 'closed') return { shape: 'ok', used: 1, left };
  if (row.state === 'with-bot') return { shape: 'bot', used: 0, left };
  const last = Date.parse(row.lastAt);
  if (row.state === 'with-officer' && due - last > LONG_LEASE && left > 0) return { shape: 'pause', used: 0, left };
  // With an officer the clock starts anew at each word of the citizen; in the line it runs from the first call.
  const from = row.state === 'with-officer' ? Math.max(last, since) : since;
  const used = due <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (due - from)));
  if (left <= 0) return { shape: 'late', used: 1, left };
  return { shape: used >= 0.8 ? 'warn' : used >= 0.5 ? 'half' : 'go', used, left };
}
