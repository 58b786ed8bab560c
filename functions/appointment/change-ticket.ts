/** Reads a place in the queue, lets a rule change it, writes it back; when somebody else wrote first it reads again. */
import type { Reference } from '../../models/appointment/booking.ts';
import type { Ticket } from '../../models/appointment/queue.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';

const ROUNDS = 60;

export async function changeTicket(
  deps: Pick<Deps, 'queue' | 'now'>,
  reference: Reference,
  rule: (ticket: Ticket | undefined, now: Instant) => Outcome<Ticket> | Promise<Outcome<Ticket>>,
): Promise<Outcome<Ticket>> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = await deps.queue.find(reference);
    const ruled = await rule(before, deps.now());
    if (!ruled.ok || ruled.value === before) return ruled;
    if (await deps.queue.save(ruled.value)) return done({ ...ruled.value, version: ruled.value.version + 1 });
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}
