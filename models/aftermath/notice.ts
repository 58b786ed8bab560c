/** Word to a person that something happened to what is theirs: through which channel, whether it went, when it is tried again. */
import * as z from 'zod';
import { ConversationId, OfficeId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { HOUR, Instant, MINUTE, plus } from '../time.ts';
import { About, noticeId } from './notice-about.ts';
import { isDue } from './notice-wishes.ts';
import { QuietHours, quietUntil } from './notice-rules.ts';

/** `desk`: the console of whoever keeps the office's business. */
export const noticeChannels = ['chat', 'sms', 'desk'] as const;
export const noticeFaults = ['not-taken', 'later', 'waits', 'no-phone', 'no-talk', 'no-manager', 'maybe-sent'] as const;

/** Names the record and what befell it; nobody's name, number or words: those are read from the record when it is told. */
export const Notice = z.strictObject({
  about: About,
  /** The record's version in which it happened, and its place among what happened in it. */
  version: z.int().positive(),
  index: z.int().nonnegative(),
  office: OfficeId,
  /** When it happened. */
  at: Instant,
  channel: z.enum(noticeChannels),
  conversation: ConversationId.optional(),
  /** May ring at night. */
  urgent: z.boolean(),
  /** When this person wants no short message, besides the office's own hours. */
  quiet: QuietHours.optional(),
  /** Counted up with every saving. */
  revision: z.int().nonnegative(),
  attempts: z.int().nonnegative(),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('queued'), nextTry: Instant }),
    /** Somebody is sending it; after `until` that try is given up and another begins. `handed`: the carrier has it, or is just getting it. */
    z.strictObject({ name: z.literal('sending'), until: Instant, handed: z.literal(true).optional() }),
    z.strictObject({ name: z.literal('sent'), at: Instant }),
    /** It was no news any more when its turn came. */
    z.strictObject({ name: z.literal('dropped'), at: Instant }),
    /** Given up after the last try; an operator looks at it. */
    z.strictObject({ name: z.literal('failed'), at: Instant, why: z.enum(noticeFaults) }),
  ]),
});
export type Notice = z.infer<typeof Notice>;
export type NoticeFault = (typeof noticeFaults)[number];

/** Longer than any function may run: whoever claimed it before has ended by then, one way or the other. */
const CLAIM_MS = 2 * MINUTE;
/** Tries double their distance from a minute to six hours: the last one comes about a day after the first. */
const MOST_TRIES = 12;
const LONGEST_MS = 6 * HOUR;

export type Way = Pick<Notice, 'channel' | 'conversation' | 'urgent' | 'quiet'>;
/** What is to be told, before anybody has tried. */
export type Word = Pick<Notice, 'about' | 'version' | 'index' | 'office' | 'at'> & Way;

/**
 * As it is first filed. A line in a talk is claimed by whoever files it, so that an open page shows it at once; a short message waits for
 * the sweep, within a minute, unless somebody waits for it: a slow carrier must not hold up the stream.
 */
export function newNotice(word: Word, now: Instant, when: 'at-once' | 'in-turn' = 'in-turn'): Notice {
  const fresh: Notice = { ...word, revision: 0, attempts: 0, state: { name: 'queued', nextTry: now } };
  const claimed = claimNotice(fresh, now);
  if (!claimed.ok) return fresh;
  const goesNow = when === 'at-once' || word.channel !== 'sms' || claimed.value.state.name === 'queued';
  return goesNow ? claimed.value : fresh;
}

/** One try begins. At night it is put off instead, without counting as a try. */
export function claimNotice(notice: Notice, now: Instant): Outcome<Notice> {
  const { state, channel, urgent, office } = notice;
  if (state.name !== 'queued' && state.name !== 'sending')
    return refused('wrong-state', `a notice that is ${state.name} is not sent again`);
  if (now < (state.name === 'queued' ? state.nextTry : state.until))
    return refused('wrong-state', 'it is not its time');
  // Whoever was sending it died: a courtesy does not reach a person twice; an operator may still send it.
  if (state.name === 'sending' && state.handed === true && isCourtesy(notice))
    return done(noticeFailed(notice, 'maybe-sent', now));
  const quiet = channel === 'sms' && !urgent ? quietUntil(office, now, notice.quiet) : undefined;
  if (quiet !== undefined)
    return done({ ...notice, state: { name: 'queued', nextTry: plus(quiet, spread(notice, 10 * MINUTE)) } });
  // Every try ended in a crash: that ends, too.
  if (notice.attempts >= MOST_TRIES) return done(noticeFailed(notice, 'not-taken', now));
  return done({ ...notice, attempts: notice.attempts + 1, state: { name: 'sending', until: plus(now, CLAIM_MS) } });
}

/** To hear nothing of it would not be worse than to hear it twice. */
export const isCourtesy = ({ about, urgent }: Pick<Notice, 'about' | 'urgent'>): boolean => !urgent && !isDue(about);

export const noticeSent = (notice: Notice, now: Instant): Notice => ({ ...notice, state: { name: 'sent', at: now } });
export const noticeDropped = (notice: Notice, now: Instant): Notice => ({
  ...notice,
  state: { name: 'dropped', at: now },
});

/** Tried again later, or given up. */
export function noticeFailed(notice: Notice, why: NoticeFault, now: Instant): Notice {
  if (why === 'no-phone' || why === 'maybe-sent' || notice.attempts >= MOST_TRIES)
    return { ...notice, state: { name: 'failed', at: now, why } };
  // Whoever had enough for now has enough for an hour: carriers count by the hour and the day.
  const least = why === 'later' ? HOUR : 0;
  const wait = Math.max(least, Math.min(LONGEST_MS, MINUTE * 2 ** (notice.attempts - 1)));
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
