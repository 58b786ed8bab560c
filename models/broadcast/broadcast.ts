/** A radio script (空中电波): what was most asked in a week, answered; written by officers, approved by a manager who did not write it. */
import * as z from 'zod';
import { OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Day, Instant } from '../time.ts';
import { BroadcastId, broadcastIdOf } from './broadcast-id.ts';
import { BroadcastItem, holdsNumber, isReady, namesSomebody } from './item.ts';

export const broadcastStates = ['draft', 'in-review', 'approved', 'aired', 'withdrawn'] as const;
export const BroadcastState = z.enum(broadcastStates);
export type BroadcastState = z.infer<typeof BroadcastState>;
export const withdrawalReasons = ['wrong', 'rule-changed', 'not-needed'] as const;
export const WithdrawalReason = z.enum(withdrawalReasons);
export type WithdrawalReason = z.infer<typeof WithdrawalReason>;

export const BroadcastHappened = z.strictObject({
  at: Instant,
  what: z.enum([
    'broadcast-drafted',
    'broadcast-edited',
    'broadcast-sent',
    'broadcast-returned',
    'broadcast-approved',
    'broadcast-aired',
    'broadcast-withdrawn',
  ]),
  by: StaffId,
  reason: WithdrawalReason.optional(),
});
type Happened = z.infer<typeof BroadcastHappened>;

export const Broadcast = z.strictObject({
  id: BroadcastId,
  version: z.int().nonnegative(),
  office: OfficeId,
  /** Monday of the week whose questions it answers. */
  week: Day,
  title: z.string().trim().min(1).max(60),
  items: z.array(BroadcastItem).min(1).max(12),
  /** All talks of the week that asked for a guide, for the share of each item. */
  askedInAll: z.int().nonnegative(),
  state: BroadcastState,
  /** Whoever changed its words since it was drafted: none of them approves it. */
  writers: z.array(StaffId).max(40),
  /** Why it was sent back, in the manager's words; sealed. */
  remark: z.string().trim().max(500).optional(),
  approvedBy: StaffId.optional(),
  approvedAt: Instant.optional(),
  aired: z.strictObject({ day: Day, programme: z.string().trim().min(1).max(60) }).optional(),
  createdAt: Instant,
  lastAt: Instant,
  history: z.array(BroadcastHappened).max(60),
});
export type Broadcast = z.infer<typeof Broadcast>;

/** What the public may read. */
export const isPublic = ({ state }: Pick<Broadcast, 'state'>): boolean => state === 'approved' || state === 'aired';

const noted = (b: Broadcast, happened: Happened): Broadcast => ({
  ...b,
  lastAt: happened.at,
  history: [...b.history, happened].slice(-60),
});

export type Draft = Pick<Broadcast, 'office' | 'week' | 'title' | 'items' | 'askedInAll'>;
/** `before`: the week's script that was withdrawn; its history goes on. */
export function draftBroadcast(draft: Draft, by: StaffId, now: Instant, before?: Broadcast): Outcome<Broadcast> {
  if (before !== undefined && before.state !== 'withdrawn')
    return refused('wrong-state', 'broadcast: this week has a script already');
  return done(
    noted(
      {
        ...draft,
        id: broadcastIdOf(draft.office, draft.week),
        version: before?.version ?? 0,
        state: 'draft',
        writers: [by],
        createdAt: before?.createdAt ?? now,
        lastAt: now,
        history: before?.history ?? [],
      },
      { at: now, what: 'broadcast-drafted', by },
    ),
  );
}

export type Edit = Pick<Broadcast, 'title' | 'items'>;
/** What the item was asked for and how often is counted, not written: it cannot be edited. */
export function editBroadcast(b: Broadcast, by: StaffId, to: Edit, now: Instant): Outcome<Broadcast> {
  if (b.state !== 'draft') return refused('wrong-state', `a script that is ${b.state} cannot be edited`);
  if (holdsNumber(to.title) || to.items.some(namesSomebody))
    return refused('bad-input', 'broadcast: a number or plate of a person');
  const known = new Map(b.items.map((item) => [item.topic, item]));
  const items = to.items.map((item) => {
    const { asked, checkedOn } = known.get(item.topic) ?? { asked: 0 };
    const { checkedOn: _said, ...rest } = item;
    return { ...rest, asked, ...(checkedOn === undefined ? {} : { checkedOn }) };
  });
  if (new Set(items.map(({ topic }) => topic)).size < items.length)
    return refused('bad-input', 'broadcast: one thing is answered twice');
  const { remark: _settled, ...rest } = b;
  return done(
    noted(
      { ...rest, title: to.title, items, writers: [...new Set([...b.writers, by])].slice(-40) },
      { at: now, what: 'broadcast-edited', by },
    ),
  );
}

export function sendToReview(b: Broadcast, by: StaffId, now: Instant): Outcome<Broadcast> {
  if (b.state !== 'draft') return refused('wrong-state', `a script that is ${b.state} cannot be sent`);
  if (!b.items.every(isReady)) return refused('bad-input', 'broadcast: something is left to settle');
  return done(
    noted(
      { ...b, state: 'in-review', writers: [...new Set([...b.writers, by])].slice(-40) },
      { at: now, what: 'broadcast-sent', by },
    ),
  );
}

export function returnToWriters(b: Broadcast, by: StaffId, remark: string, now: Instant): Outcome<Broadcast> {
  if (b.state !== 'in-review') return refused('wrong-state', `a script that is ${b.state} cannot be sent back`);
  return done(noted({ ...b, state: 'draft', remark }, { at: now, what: 'broadcast-returned', by }));
}

/** Four eyes: nobody approves what they wrote or sent. */
export function approve(b: Broadcast, by: StaffId, now: Instant): Outcome<Broadcast> {
  if (b.state !== 'in-review') return refused('wrong-state', `a script that is ${b.state} cannot be approved`);
  if (b.writers.includes(by)) return refused('not-allowed', 'broadcast: a second person approves');
  return done(
    noted({ ...b, state: 'approved', approvedBy: by, approvedAt: now }, { at: now, what: 'broadcast-approved', by }),
  );
}

/** Said again in another programme, the newer day counts. */
export function noteAired(
  b: Broadcast,
  by: StaffId,
  aired: NonNullable<Broadcast['aired']>,
  now: Instant,
  today: Day,
): Outcome<Broadcast> {
  if (!isPublic(b)) return refused('wrong-state', `a script that is ${b.state} was not aired`);
  if (holdsNumber(aired.programme)) return refused('bad-input', 'broadcast: a number or plate of a person');
  if (aired.day > today || aired.day < b.week) return refused('bad-input', 'broadcast: not aired on that day');
  return done(noted({ ...b, state: 'aired', aired }, { at: now, what: 'broadcast-aired', by }));
}

export function withdraw(b: Broadcast, by: StaffId, reason: WithdrawalReason, now: Instant): Outcome<Broadcast> {
  if (b.state === 'withdrawn') return refused('wrong-state', 'the script is withdrawn already');
  return done(noted({ ...b, state: 'withdrawn' }, { at: now, what: 'broadcast-withdrawn', by, reason }));
}
