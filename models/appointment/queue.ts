/** The “now” queue of opening hours: who waits, who is called, who left, who fell silent. One place a matter, kept for some minutes. */
import * as z from 'zod';
import { OfficeId, StaffId } from '../ids.ts';
import { standsAt } from '../conversation/green-lane.ts';
import type { Opening } from '../office/opening.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant, MINUTE, plus } from '../time.ts';
import { Guest, Reference } from './booking.ts';
import { AppointmentKind, type SlotRules } from './rules.ts';

export const TicketState = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('waiting') }),
  z.strictObject({ name: z.literal('called'), by: StaffId, at: Instant, until: Instant }),
  z.strictObject({ name: z.literal('met'), by: StaffId, at: Instant }),
  z.strictObject({ name: z.literal('left'), at: Instant }),
  z.strictObject({ name: z.literal('lost'), at: Instant, why: z.enum(['silent', 'no-answer']) }),
]);
export const ticketHappenings = [
  'queue-joined',
  'queue-called',
  'queue-met',
  'queue-left',
  'queue-lost',
  'queue-first',
  'queue-in-order',
] as const;

export const Ticket = z.strictObject({
  reference: Reference,
  version: z.int().nonnegative(),
  kind: AppointmentKind,
  office: OfficeId,
  number: z.string().max(24),
  comes: z.array(Guest).min(1).max(2),
  /** The place in line. */
  joinedAt: Instant,
  /** Comes first (绿色通道): the person said so. */
  greenLane: z.boolean().optional(),
  /** The last sign of life; kept beside the record, so that it disturbs nobody's deed. */
  seenAt: Instant,
  state: TicketState,
  lastAt: Instant,
  history: z
    .array(
      z.strictObject({
        at: Instant,
        what: z.enum(ticketHappenings),
        by: StaffId.optional(),
        reason: z.string().max(40).optional(),
      }),
    )
    .max(40),
});
export type Ticket = z.infer<typeof Ticket>;
type Happened = Omit<Ticket['history'][number], 'at'>;

const noted = (t: Ticket, now: Instant, happened: Happened): Ticket => ({
  ...t,
  lastAt: now,
  history: [...t.history, { at: now, ...happened }].slice(-40),
});

export type Joining = Pick<Ticket, 'reference' | 'kind' | 'office' | 'number' | 'comes'>;

export const isSilent = (t: Ticket, { queue }: SlotRules, now: Instant): boolean =>
  plus(t.seenAt, queue.silenceMs) < now;

/** Whoever comes back in time has the old place. */
export function join(before: Ticket | undefined, joining: Joining, rules: SlotRules, now: Instant): Ticket {
  if (before?.state.name === 'waiting' || before?.state.name === 'called') return before;
  const back = before?.state.name === 'lost' && now <= plus(before.state.at, rules.queue.backMs);
  return noted(
    {
      ...joining,
      version: before?.version ?? 0,
      joinedAt: back ? before.joinedAt : now,
      ...(back && before.greenLane === true ? { greenLane: true } : {}),
      seenAt: now,
      state: { name: 'waiting' },
      lastAt: now,
      history: before?.history ?? [],
    },
    now,
    { what: 'queue-joined', ...(back ? { reason: 'back' } : {}) },
  );
}

/** The same head start as in the line for an officer. */
export const placeInQueue = (t: Pick<Ticket, 'joinedAt' | 'greenLane'>): Instant =>
  standsAt(t.joinedAt, t.greenLane === true);

export function setFirst(t: Ticket, first: boolean, now: Instant): Outcome<Ticket> {
  if (t.state.name !== 'waiting') return refused('wrong-state', 'they are not waiting any more');
  if ((t.greenLane === true) === first) return done(t);
  return done(noted({ ...t, greenLane: first }, now, { what: first ? 'queue-first' : 'queue-in-order' }));
}

export function call(t: Ticket, by: StaffId, rules: SlotRules, now: Instant): Outcome<Ticket> {
  if (t.state.name !== 'waiting') return refused('wrong-state', 'they are not waiting any more');
  return done(
    noted({ ...t, state: { name: 'called', by, at: now, until: plus(now, rules.queue.answerMs) } }, now, {
      what: 'queue-called',
      by,
    }),
  );
}

/** They came. Also after the time to come was over, if nobody called somebody else meanwhile. */
export function meetCalled(t: Ticket, by: StaffId, now: Instant): Outcome<Ticket> {
  if (t.state.name === 'met') return done(t);
  if (t.state.name !== 'called') return refused('wrong-state', 'they were not called');
  return done(noted({ ...t, state: { name: 'met', by, at: now } }, now, { what: 'queue-met', by }));
}

export function leave(t: Ticket, now: Instant): Outcome<Ticket> {
  if (t.state.name === 'left') return done(t);
  if (t.state.name !== 'waiting' && t.state.name !== 'called')
    return refused('wrong-state', 'they are not waiting any more');
  return done(noted({ ...t, state: { name: 'left', at: now } }, now, { what: 'queue-left' }));
}

/** Undefined while there is life. */
export function loseSilent(t: Ticket, rules: SlotRules, now: Instant): Ticket | undefined {
  const why =
    t.state.name === 'called' && t.state.until < now
      ? 'no-answer'
      : t.state.name === 'waiting' && isSilent(t, rules, now)
        ? 'silent'
        : undefined;
  return why === undefined
    ? undefined
    : noted({ ...t, state: { name: 'lost', at: now, why } }, now, { what: 'queue-lost', reason: why });
}

/** When the sweep has to look at it. */
export function lostAt(t: Ticket, rules: SlotRules): Instant | undefined {
  if (t.state.name === 'called') return t.state.until;
  return t.state.name === 'waiting' ? plus(t.seenAt, rules.queue.silenceMs) : undefined;
}

/** Minutes until one's turn, for somebody with so many before. */
export const expectedWait = (ahead: number, officers: number, { queue }: SlotRules): number =>
  Math.ceil((ahead * queue.handlingMinutes) / Math.max(1, officers));

/** Whether somebody who joins now would still be served before the office closes. */
export const isServedToday = (opening: Opening, wait: number, rules: SlotRules, now: Instant): boolean =>
  opening.open &&
  (opening.until === undefined || plus(now, (wait + rules.queue.handlingMinutes) * MINUTE) <= opening.until);
