/** An officer calls the next who waits “now”; who fell silent is passed over and keeps the way back open. */
import type { Officer } from '../../models/access/staff.ts';
import type { Reference } from '../../models/appointment/booking.ts';
import { call, leave, loseSilent, meetCalled, type Ticket } from '../../models/appointment/queue.ts';
import { slotRulesOf, type AppointmentKind } from '../../models/appointment/rules.ts';
import { maySee } from '../../models/access/permissions.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeTicket } from './change-ticket.ts';

const LOOKED_AT = 30;
const ROUNDS = 40;

/** Undefined: nobody waits. Of officers who call at once each gets somebody else. */
export async function callNext(
  deps: Pick<Deps, 'queue' | 'now'>,
  by: Pick<Officer, 'id' | 'office'>,
  kind: AppointmentKind,
): Promise<Outcome<Ticket | undefined>> {
  const rules = slotRulesOf(by.office, kind);
  if (rules === undefined) return refused('wrong-state', 'this office does not offer it');
  for (let round = 0; round < ROUNDS; round++) {
    const waiting = await deps.queue.waiting(by.office, kind, LOOKED_AT);
    if (waiting.length === 0) return done(undefined);
    for (const ticket of waiting) {
      const now = deps.now();
      const lost = loseSilent(ticket, rules, now);
      if (lost !== undefined) {
        await deps.queue.save(lost);
        continue;
      }
      const called = call(ticket, by.id, rules, now);
      // A colleague, or the person, was quicker: the next in line.
      if (called.ok && (await deps.queue.save(called.value)))
        return done({ ...called.value, version: called.value.version + 1 });
    }
  }
  return done(undefined);
}

/** The called person came, or an officer takes somebody out of the line. */
export const endWait = (
  deps: Pick<Deps, 'queue' | 'now'>,
  by: Pick<Officer, 'id' | 'office'>,
  reference: Reference,
  act: 'met' | 'left',
): Promise<Outcome<Ticket>> =>
  changeTicket(deps, reference, (t, now) => {
    if (t === undefined || !maySee(by, t.office)) return refused('not-found', 'nobody waits for this');
    return act === 'met' ? meetCalled(t, by.id, now) : leave(t, now);
  });
