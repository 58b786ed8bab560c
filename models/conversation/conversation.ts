/** A talk between one citizen and the office: with the assistant, waiting for an officer, with an officer, or closed. */
import * as z from 'zod';
import { ComplaintId, ConversationId, FollowerId, OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant, MINUTE, plus } from '../time.ts';
import { LiveMark } from '../live/live-mark.ts';
import { Obstacle, obstacleRules, stillCounting, stillKept } from './obstacles.ts';
import { Rating } from './rating.ts';
import { TalkHelper } from './talk-helper.ts';

export const handOverReasons = [
  'asked',
  'two-failed-turns',
  'trouble',
  'unverified',
  'unsolved',
  'lease-lost',
  'transferred',
] as const;
export type HandOverReason = (typeof handOverReasons)[number];

/** What an officer reads first, so that nothing is asked twice. */
export const Summary = z.strictObject({
  need: z.string().max(300),
  service: z.string().max(60).optional(),
  /** What was asked and answered, question and answer. */
  known: z.array(z.strictObject({ label: z.string().max(40), value: z.string().max(200) })).max(12),
  open: z.array(z.string().max(200)).max(6),
});
export type Summary = z.infer<typeof Summary>;

const WithBot = z.strictObject({ name: z.literal('with-bot') });
const Waiting = z.strictObject({
  name: z.literal('waiting-for-officer'),
  since: Instant,
  dueAt: Instant,
  reason: z.enum(handOverReasons),
  /** `live`: the citizen waits in line and the assistant only takes notes. `message`: left for opening time, the assistant goes on helping. */
  kind: z.enum(['live', 'message']),
  /** Number given to a message, `L-1117-012`. */
  number: z.string().max(20).optional(),
  callBack: z.boolean().optional(),
  for: StaffId.optional(),
});
const WithOfficer = z.strictObject({
  name: z.literal('with-officer'),
  by: StaffId,
  byName: z.string().max(40),
  since: Instant,
  /** The officer answers before this or the talk goes back to the line. */
  leaseUntil: Instant,
  number: z.string().max(20).optional(),
});
const Closed = z.strictObject({ name: z.literal('closed'), at: Instant, by: z.union([StaffId, z.literal('system')]) });

/** What befell it; no free words here, the record's history is filed unsealed so that audit and figures can be drawn from it. */
export const Happened = z.strictObject({
  at: Instant,
  what: z.enum([
    'opened',
    'handed-over',
    'wait-cancelled',
    'claimed',
    'lease-lost',
    'transferred',
    'back-to-bot',
    'closed',
    'rated',
    'unsolved',
    'first-reply',
    'turn-failed',
    'message-left',
    'revealed',
    'gap-noted',
    'lane-given',
    'lane-ended',
    'call-back-booked',
    'helper-named',
    'helper-joined',
    'helper-removed',
    'asked',
    'not-understood',
    'solved',
  ]),
  by: StaffId.optional(),
  /** A word of a closed list (why it was handed over, which grade) or the id of the guide or small answer it was about. */
  reason: z
    .string()
    .regex(/^(?:published:[0-9A-Z]{26}|[a-z0-9]+(?:-[a-z0-9]+)*)$/)
    .optional(),
});
export type Happened = z.infer<typeof Happened>;

export const Conversation = z.strictObject({
  id: ConversationId,
  version: z.int().nonnegative(),
  office: OfficeId,
  channel: z.enum(['web', 'wechat']),
  /** Who reads this talk in WeChat, too: where it began there, or was joined to it later. */
  follower: FollowerId.optional(),
  language: z.enum(['zh', 'en']),
  elder: z.boolean(),
  /** Comes first (绿色通道), or wants to wait like everybody; absent: nothing was said. Never why. */
  greenLane: z.boolean().optional(),
  openedAt: Instant,
  lastAt: Instant,
  lastSeq: z.int().nonnegative(),
  readByCitizen: z.int().nonnegative(),
  readByOfficer: z.int().nonnegative(),
  /** The service the talk is about, once known. */
  topic: z.string().max(60).optional(),
  /** Turns in a row that the assistant could not answer. */
  failedTurns: z.int().nonnegative(),
  /** Visits, refused photos, failed bookings the citizen told of: the third opens the “办不成事” window. */
  obstacles: z.int().nonnegative(),
  /** The same by matter, those of this person's earlier talks among them. */
  met: z.array(Obstacle).max(obstacleRules.matters).optional(),
  /** The open dialog, opaque to everything but handlers/chat. */
  dialog: z.string().max(60_000).optional(),
  /** Facts the citizen told (sealed as one): answers to questions, so that nothing is asked twice. */
  told: z.record(z.string(), z.string().max(200)),
  phone: z.string().max(20).optional(),
  /** The phone that was shown to be this person's: by a code in this talk, or bound by the channel. Sealed. */
  confirmed: z.string().max(20).optional(),
  /** Who reads and writes along, named by the person. Sealed. */
  helper: TalkHelper.optional(),
  /** Matters that were filed in this talk or shown to be this person's, newest last. */
  matters: z.array(ComplaintId).max(20).optional(),
  summary: Summary.optional(),
  rating: Rating.optional(),
  /** Its newest live guidance. */
  live: LiveMark.optional(),
  transfers: z.int().nonnegative(),
  state: z.discriminatedUnion('name', [WithBot, Waiting, WithOfficer, Closed]),
  history: z.array(Happened).max(60),
});
export type Conversation = z.infer<typeof Conversation>;

/** How long, per office; configuration, not law. */
export type DeskRules = { firstReplyMs: number; replyLeaseMs: number; idleLeaseMs: number };
export const deskRules: DeskRules = { firstReplyMs: 3 * MINUTE, replyLeaseMs: 3 * MINUTE, idleLeaseMs: 30 * MINUTE };

export function openConversation(
  id: ConversationId,
  from: Pick<Conversation, 'office' | 'channel' | 'language' | 'elder' | 'follower'>,
  now: Instant,
): Conversation {
  return {
    id,
    version: 0,
    ...from,
    openedAt: now,
    lastAt: now,
    lastSeq: 0,
    readByCitizen: 0,
    readByOfficer: 0,
    failedTurns: 0,
    obstacles: 0,
    told: {},
    transfers: 0,
    state: { name: 'with-bot' },
    history: [{ at: now, what: 'opened' }],
  };
}

/** Begun anew: what was said stays behind; the counts that lead to a person or to the “办不成事” window come along. Undefined: there are none. */
export function carriedInto(fresh: Conversation, before: Conversation, now: Instant): Conversation | undefined {
  const met = stillCounting(before, now);
  const failedTurns = stillKept(before.lastAt, now) ? before.failedTurns : 0;
  return met.length === 0 && failedTurns === 0 ? undefined : { ...fresh, failedTurns, met };
}

/** History is short on purpose: the whole of it is in the audit lines. */
export const noted = (c: Conversation, happened: Happened): Conversation => ({
  ...c,
  history: [...c.history.slice(-59), happened],
});

export type HandOver = {
  reason: HandOverReason;
  kind: 'live' | 'message';
  dueAt: Instant;
  summary: Summary;
  number?: string;
  callBack?: boolean;
};

export function handOver(c: Conversation, how: HandOver, now: Instant): Outcome<Conversation> {
  if (c.state.name === 'with-officer') return refused('wrong-state', 'an officer already has this conversation');
  const { summary, ...rest } = how;
  const waiting = c.state.name === 'waiting-for-officer' ? c.state : undefined;
  const handed: Conversation = {
    ...c,
    summary,
    // What is said while waiting is added to the summary; number and call-back stay as they were promised.
    state: {
      ...(waiting?.kind === how.kind ? waiting : {}),
      name: 'waiting-for-officer',
      since: waiting?.since ?? now,
      ...rest,
    },
  };
  return done(
    waiting?.kind === how.kind ? handed : noted(handed, { at: now, what: 'handed-over', reason: how.reason }),
  );
}

export function cancelWaiting(c: Conversation, now: Instant): Outcome<Conversation> {
  if (c.state.name !== 'waiting-for-officer')
    return refused('wrong-state', `a conversation that is ${c.state.name} is not waiting`);
  return done(noted({ ...c, state: { name: 'with-bot' } }, { at: now, what: 'wait-cancelled' }));
}

/** The office calls at an agreed time: whoever waited, or left a message for it, waits no longer. */
export function callBackBooked(c: Conversation, summary: Summary, now: Instant): Conversation {
  if (c.state.name === 'with-officer') return noted(c, { at: now, what: 'call-back-booked' });
  return noted({ ...c, summary, state: { name: 'with-bot' } }, { at: now, what: 'call-back-booked' });
}

export function claim(
  c: Conversation,
  by: StaffId,
  byName: string,
  now: Instant,
  rules: DeskRules = deskRules,
): Outcome<Conversation> {
  if (c.state.name !== 'waiting-for-officer')
    return refused('wrong-state', `a conversation that is ${c.state.name} cannot be claimed`);
  const number = c.state.number;
  return done(
    noted(
      {
        ...c,
        state: {
          name: 'with-officer',
          by,
          byName,
          since: now,
          leaseUntil: plus(now, rules.replyLeaseMs),
          ...(number === undefined ? {} : { number }),
        },
      },
      { at: now, what: 'claimed', by },
    ),
  );
}

/** The lease is short while the citizen waits for words and long once the officer has spoken. */
export function officerSpoke(
  c: Conversation,
  by: StaffId,
  now: Instant,
  rules: DeskRules = deskRules,
): Outcome<Conversation> {
  if (c.state.name !== 'with-officer')
    return refused('wrong-state', `a conversation that is ${c.state.name} is with no officer`);
  if (c.state.by !== by) return refused('not-allowed', 'this conversation is with another officer');
  const first = !c.history.some((h) => h.what === 'first-reply' && h.by === by);
  const next: Conversation = { ...c, state: { ...c.state, leaseUntil: plus(now, rules.idleLeaseMs) } };
  return done(first ? noted(next, { at: now, what: 'first-reply', by }) : next);
}

export function citizenSpoke(c: Conversation, now: Instant, rules: DeskRules = deskRules): Conversation {
  if (c.state.name === 'closed') return { ...c, state: { name: 'with-bot' } };
  // Who is being spoken with needs no answer in writing.
  if (c.state.name !== 'with-officer' || c.live?.at === 'live') return c;
  const due = plus(now, rules.replyLeaseMs);
  return { ...c, state: { ...c.state, leaseUntil: c.state.leaseUntil < due ? c.state.leaseUntil : due } };
}

/** An ignored conversation goes back to the front of the line instead of staying with somebody silent. */
export function loseLease(c: Conversation, now: Instant): Outcome<Conversation> {
  if (c.state.name !== 'with-officer') return refused('wrong-state', 'there is no lease to lose');
  if (c.state.leaseUntil > now) return refused('wrong-state', 'the lease still runs');
  return done(
    noted(
      {
        ...c,
        state: { name: 'waiting-for-officer', since: c.state.since, dueAt: now, reason: 'lease-lost', kind: 'live' },
      },
      { at: now, what: 'lease-lost', by: c.state.by },
    ),
  );
}

/** The reason is filed as a private note by the duty: history holds no free words, because it stands unsealed. */
export function transfer(
  c: Conversation,
  by: StaffId,
  reason: string,
  to: StaffId | undefined,
  now: Instant,
  rules: DeskRules = deskRules,
): Outcome<Conversation> {
  const mine = ownedBy(c, by);
  if (!mine.ok) return mine;
  if (reason.trim() === '') return refused('bad-input', 'a transfer needs a reason');
  return done(
    noted(
      {
        ...c,
        transfers: c.transfers + 1,
        state: {
          name: 'waiting-for-officer',
          since: mine.value.since,
          dueAt: plus(now, rules.firstReplyMs),
          reason: 'transferred',
          kind: 'live',
          ...(to === undefined ? {} : { for: to }),
        },
      },
      { at: now, what: 'transferred', by },
    ),
  );
}

export function backToBot(c: Conversation, by: StaffId, now: Instant): Outcome<Conversation> {
  const mine = ownedBy(c, by);
  if (!mine.ok) return mine;
  return done(noted({ ...c, failedTurns: 0, state: { name: 'with-bot' } }, { at: now, what: 'back-to-bot', by }));
}

export function close(c: Conversation, by: StaffId, now: Instant): Outcome<Conversation> {
  const mine = ownedBy(c, by);
  if (!mine.ok) return mine;
  return done(noted({ ...c, state: { name: 'closed', at: now, by } }, { at: now, what: 'closed', by }));
}

/** Whoever is still on the line is not handed on: the live guidance is ended first. */
function notLive(c: Conversation): Outcome<void> {
  return c.live?.at === 'live' ? refused('wrong-state', 'the live guidance has to end first') : done(undefined);
}

function ownedBy(c: Conversation, by: StaffId): Outcome<Extract<Conversation['state'], { name: 'with-officer' }>> {
  if (c.state.name !== 'with-officer')
    return refused('wrong-state', `a conversation that is ${c.state.name} is with no officer`);
  if (c.state.by !== by) return refused('not-allowed', 'this conversation is with another officer');
  const free = notLive(c);
  return free.ok ? done(c.state) : free;
}
