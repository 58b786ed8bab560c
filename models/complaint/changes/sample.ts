/** A closed matter is drawn for a call: was it really done? What the person says on the phone is noted; a no reopens it. */
import { done, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, type Complaint } from '../complaint.ts';
import type { By } from './by.ts';
import { reopen } from './finish.ts';

/** Undefined when this draw is noted already. */
export function drawForCall(c: Complaint, by: By, drawnAt: Instant): Complaint | undefined {
  const noticed = c.history.some((h) => h.what === 'sampled' && h.reason === 'drawn' && h.at === drawnAt);
  return noticed ? undefined : noted(c, { at: drawnAt, what: 'sampled', by: by.id, reason: 'drawn' });
}

export function noteSampleCall(
  c: Complaint,
  by: By,
  result: 'done' | 'not-done' | 'not-reached',
  now: Instant,
): Outcome<Complaint> {
  const called = noted(c, { at: now, what: 'sampled', by: by.id, reason: result });
  if (result !== 'not-done') return done(called);
  const again = reopen(called, now);
  // A matter that is open again already stays as it is.
  return again.ok ? again : done(called);
}
