/** Word to a person that something happened to their matter: through which channel, whether it went, when it is tried again. */
import { z } from 'zod';
import type { Complaint } from '../complaint/complaint.ts';
import { matterNews } from '../complaint/news.ts';
import { ComplaintId, ConversationId, DeliveryId, OfficeId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { HOUR, Instant, MINUTE, plus } from '../time.ts';
import { quietUntil } from './notice-rules.ts';

export const noticeFaults = ['not-taken', 'no-phone', 'no-talk'] as const;

/** Names the matter and what befell it; nobody's name, number or words: those are read from the matter when it is told. */
export const Notice = z.strictObject({
  complaint: ComplaintId,
  /** The matter's version in which it happened, and its place among what happened in it. */
  version: z.int().positive(),
  index: z.int().nonnegative(),
  office: OfficeId,
  news: z.enum(matterNews),
  /** When it happened. */
  at: Instant,
  channel: z.enum(['chat', 'sms']),
  conversation: ConversationId.optional(),
  /** May ring at night. */
  urgent: z.boolean(),
  /** Counted up with every saving. */
  revision: z.int().nonnegative(),
  attempts: z.int().nonnegative(),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('queued'), nextTry: Instant }),
    /** Somebody is sending it; after `until` that try is given up and another begins. */
    z.strictObject({ name: z.literal('sending'), until: Instant }),
    z.strictObject({ name: z.literal('sent'), at: Instant }),
    /** The matter was withdrawn before the word went out. */
    z.strictObject({ name: z.literal('dropped'), at: Instant }),
    /** Given up after the last try; an operator looks at it. */
    z.strictObject({ name: z.literal('failed'), at: Instant, why: z.enum(noticeFaults) }),
  ]),
});
export type Notice = z.infer<typeof Notice>;
export type NoticeFault = (typeof noticeFaults)[number];

/** The same for every repeat of the change: `01J…-12-0`. A talk's delivery mark and a short message carry it. */
export const noticeId = ({ complaint, version, index }: Pick<Notice, 'complaint' | 'version' | 'index'>): DeliveryId =>
  DeliveryId.parse(`${complaint}-${String(version)}-${String(index)}`);

/** Longer than any function may run: whoever claimed it before has ended by then, one way or the other. */
const CLAIM_MS = 2 * MINUTE;
/** Tries double their distance from a minute to six hours: the last one comes about a day after the first. */
const MOST_TRIES = 12;
const LONGEST_MS = 6 * HOUR;

export type Way = Pick<Notice, 'channel' | 'conversation' | 'urgent'>;

/** Where a person is told: as they chose. A talk that is not there is made good by the phone they left. */
export function wayTo(c: Pick<Complaint, 'notify' | 'talk' | 'anonymous' | 'urgency'>): Way | undefined {
  const urgent = c.urgency === 'today';
  if (c.notify === 'none') return undefined;
  if (c.notify === 'chat' && c.talk !== undefined)
    return { channel: 'chat', conversation: c.talk.conversation, urgent };
  return c.anonymous ? undefined : { channel: 'sms', urgent };
}

/**
 * As it is first filed. A line in a talk is claimed by whoever files it, so that an open page shows it at once; a short message waits for
 * the sweep, within a minute: a slow carrier must not hold up the stream.
 */
export function newNotice(
  of: Pick<Notice, 'complaint' | 'version' | 'index' | 'office' | 'news' | 'at'> & Way,
  now: Instant,
): Notice {
  const fresh: Notice = { ...of, revision: 0, attempts: 0, state: { name: 'queued', nextTry: now } };
  const claimed = claimNotice(fresh, now);
  return claimed.ok && (of.channel === 'chat' || claimed.value.state.name === 'queued') ? claimed.value : fresh;
}

/** One try begins. At night it is put off instead, without counting as a try. */
export function claimNotice(notice: Notice, now: Instant): Outcome<Notice> {
  const { state, channel, urgent } = notice;
  if (state.name !== 'queued' && state.name !== 'sending')
    return refused('wrong-state', `a notice that is ${state.name} is not sent again`);
  if (now < (state.name === 'queued' ? state.nextTry : state.until))
    return refused('wrong-state', 'it is not its time');
  const quiet = channel === 'sms' && !urgent ? quietUntil(notice.office, now) : undefined;
  if (quiet !== undefined)
    return done({ ...notice, state: { name: 'queued', nextTry: plus(quiet, spread(notice, 10 * MINUTE)) } });
  // Every try ended in a crash: that ends, too.
  if (notice.attempts >= MOST_TRIES) return done(noticeFailed(notice, 'not-taken', now));
  return done({ ...notice, attempts: notice.attempts + 1, state: { name: 'sending', until: plus(now, CLAIM_MS) } });
}

export const noticeSent = (notice: Notice, now: Instant): Notice => ({ ...notice, state: { name: 'sent', at: now } });
export const noticeDropped = (notice: Notice, now: Instant): Notice => ({
  ...notice,
  state: { name: 'dropped', at: now },
});

/** Tried again later, or given up. */
export function noticeFailed(notice: Notice, why: NoticeFault, now: Instant): Notice {
  if (why === 'no-phone' || notice.attempts >= MOST_TRIES)
    return { ...notice, state: { name: 'failed', at: now, why } };
  const wait = Math.min(LONGEST_MS, MINUTE * 2 ** (notice.attempts - 1));
  return { ...notice, state: { name: 'queued', nextTry: plus(now, wait / 2 + spread(notice, wait / 2)) } };
}

/** An operator mended what was wrong: all tries anew. */
export function tryNoticeAgain(notice: Notice, now: Instant): Outcome<Notice> {
  return notice.state.name === 'failed'
    ? done({ ...notice, attempts: 0, state: { name: 'queued', nextTry: now } })
    : refused('wrong-state', `a notice that is ${notice.state.name} was not given up`);
}

/** A part of the span, different for each notice and try, so that not everything that failed together comes back together. */
function spread(notice: Notice, ms: number): number {
  let sum = notice.attempts * 7919;
  for (const letter of noticeId(notice)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return Math.floor((sum / 1_000_003) * ms);
}
