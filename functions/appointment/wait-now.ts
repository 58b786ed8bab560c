/** The “now” queue from the waiting side: joins, shows signs of life, leaves; always told the place and the wait. */
import type { Reference } from '../../models/appointment/booking.ts';
import {
  expectedWait,
  isServedToday,
  join,
  leave,
  placeInQueue,
  setFirst,
  type Ticket,
} from '../../models/appointment/queue.ts';
import type { JoinQueue } from '../../models/appointment/requests.ts';
import { slotRulesOf, type AppointmentKind, type SlotRules } from '../../models/appointment/rules.ts';
import type { OfficeId } from '../../models/ids.ts';
import { openingAt } from '../../models/office/opening.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { dayOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeTicket } from './change-ticket.ts';

export type QueueDeps = Pick<Deps, 'queue' | 'calendars' | 'now'>;
/** `ahead` people come first; about so many minutes. */
export type InLine = { ticket: Ticket; ahead: number; minutes: number };

export async function joinQueue(deps: QueueDeps, joining: JoinQueue): Promise<Outcome<InLine>> {
  const { office, kind, reference } = joining;
  const rules = slotRulesOf(office, kind);
  if (rules === undefined) return refused('wrong-state', 'this office does not offer it');
  const officers = await officersAtDesk(deps, office, kind, rules);
  if (officers === 0) return refused('wrong-state', 'nobody is at this desk today');
  const joined = await changeTicket(deps, reference, async (before, now) => {
    const ticket = join(before, joining, rules, now);
    if (ticket === before) return done(ticket);
    const wait = expectedWait(await deps.queue.countAhead(office, kind, placeInQueue(ticket)), officers, rules);
    return isServedToday(openingAt(officeOf(office), now), wait, rules, now)
      ? done(ticket)
      : refused('wrong-state', 'the queue is closed for today');
  });
  return joined.ok ? done(await placeOf(deps, joined.value, rules, officers)) : joined;
}

/** Asked by the waiting page every few seconds; being asked is the sign of life. */
export async function stayInQueue(deps: QueueDeps, reference: Reference): Promise<Outcome<InLine>> {
  await deps.queue.seen(reference, deps.now());
  const ticket = await deps.queue.find(reference);
  const rules = ticket === undefined ? undefined : slotRulesOf(ticket.office, ticket.kind);
  if (ticket === undefined || rules === undefined) return refused('not-found', 'nobody waits for this');
  return done(await placeOf(deps, ticket, rules, await officersAtDesk(deps, ticket.office, ticket.kind, rules)));
}

/** The waiting person says that they should come first (绿色通道), or waits like everybody. */
export const comeFirst = (deps: QueueDeps, reference: Reference, first: boolean): Promise<Outcome<Ticket>> =>
  changeTicket(deps, reference, (t, now) =>
    t === undefined ? refused('not-found', 'nobody waits for this') : setFirst(t, first, now),
  );

export const leaveQueue = (deps: QueueDeps, reference: Reference): Promise<Outcome<Ticket>> =>
  changeTicket(deps, reference, (t, now) =>
    t === undefined ? refused('not-found', 'nobody waits for this') : leave(t, now),
  );

async function placeOf(deps: QueueDeps, ticket: Ticket, rules: SlotRules, officers: number): Promise<InLine> {
  if (ticket.state.name !== 'waiting') return { ticket, ahead: 0, minutes: 0 };
  const ahead = await deps.queue.countAhead(ticket.office, ticket.kind, placeInQueue(ticket));
  return { ticket, ahead, minutes: expectedWait(ahead, officers, rules) };
}

export async function officersAtDesk(
  deps: QueueDeps,
  office: OfficeId,
  kind: AppointmentKind,
  rules: SlotRules,
): Promise<number> {
  const { places, placesOn, closed } = await deps.calendars.desk(office, kind);
  const today = dayOf(deps.now());
  return closed.includes(today) ? 0 : (placesOn[today] ?? places ?? rules.places);
}
