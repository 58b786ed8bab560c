/** How far one talk has reached its person in WeChat: what is there, what is on its way, what waits and why. */
import * as z from 'zod';
import type { Content } from '../conversation/content.ts';
import type { Line } from '../conversation/line.ts';
import { AttachmentId, ConversationId, DeliveryId } from '../ids.ts';
import { HOUR, Instant, MINUTE, plus } from '../time.ts';
import { weChatFaults, type WeChatFault } from './account.ts';
import { openFrom, stillMissed } from './missed.ts';

/** `reply`: in the answer to a message, which costs nothing. `late`: as a message of its own. `page`: the person read it on a page. */
export const Parcel = z.strictObject({
  from: z.int().positive(),
  to: z.int().positive(),
  way: z.enum(['reply', 'late', 'page']),
  at: Instant,
  tries: z.int().nonnegative(),
  /** The message that it answered, and which of its deliveries said so: one that was told to answer later did not. */
  delivery: DeliveryId.optional(),
  attempt: z.string().max(40).optional(),
  /** Whoever sent it died before saying how it ended: it may be there, and was not sent again. */
  unsure: z.literal(true).optional(),
});
export type Parcel = z.infer<typeof Parcel>;

export const waitReasons = [
  ...weChatFaults,
  /** The last message is kept back for a while, or for good. */
  'held-back',
  /** The person has the page open and is likely to read it there. */
  'page-open',
  /** The answer to a message of theirs brings it along. */
  'answering',
  /** Neither a template nor a phone: it waits for their next word. */
  'no-way',
] as const;
export type WaitReason = (typeof waitReasons)[number];

const Span = z.strictObject({ from: z.int().positive(), to: z.int().positive() });
export type Span = z.infer<typeof Span>;

export const Post = z.strictObject({
  conversation: ConversationId,
  /** Every line up to here has reached the person, but for those that were missed. */
  sent: z.int().nonnegative(),
  /** Told to come later while something behind it was said already: it comes alone. */
  missed: z.array(Span).optional(),
  /** On its way; after `until` whoever sent it is gone, and it is sent again. */
  sending: z
    .strictObject({
      from: z.int().positive(),
      to: z.int().positive(),
      /** `elsewhere`: by template or text message, once the window is closed. */
      way: z.enum(['late', 'last', 'elsewhere']),
      until: Instant,
      tries: z.int().positive(),
    })
    .optional(),
  /** The person was told that there is more to read, up to this line. */
  pointed: z
    .strictObject({
      to: z.int().positive(),
      way: z.enum(['last', 'template', 'sms']),
      at: Instant,
      message: z.string().max(40).optional(),
      arrived: z.boolean().optional(),
      unsure: z.literal(true).optional(),
    })
    .optional(),
  waits: z
    .strictObject({
      why: z.enum(waitReasons),
      tries: z.int().nonnegative(),
      next: Instant.optional(),
      /** The last line of what was refused. */
      to: z.int().positive().optional(),
    })
    .optional(),
  parcels: z.array(Parcel),
  /** Photos of what was said, which follow as messages of their own while there are enough left. */
  pictures: z.array(AttachmentId).optional(),
});
export type Post = z.infer<typeof Post>;

/** What the officer sees of it goes back so far. */
const PARCELS = 20;
/** Longer than any function may run. */
const CLAIM_MS = MINUTE;
const MOST_TRIES = 10;
/** More would use up what an officer's answer needs. */
const PICTURES = 2;

function filed(post: Post, parcel: Parcel): Post {
  const missed = stillMissed(post.missed ?? [], parcel);
  return {
    ...without(post, 'missed'),
    sent: Math.max(post.sent, parcel.to),
    parcels: [...post.parcels, parcel].slice(-PARCELS),
    ...(missed.length === 0 ? {} : { missed }),
  };
}
const without = (post: Post, ...names: ('sending' | 'waits' | 'missed')[]): Post =>
  Object.fromEntries(Object.entries(post).filter(([name]) => !(names as string[]).includes(name))) as Post;

export type Asked = { delivery: DeliveryId; attempt: string };

export const saidInReply = (post: Post, to: number, { delivery, attempt }: Asked, now: Instant): Post =>
  filed(without(post, 'waits'), { from: post.sent + 1, to, way: 'reply', at: now, tries: 1, delivery, attempt });
export const readOnPage = (post: Post, to: number, now: Instant): Post =>
  to < openFrom(post)
    ? post
    : filed(without(post, 'sending', 'waits'), { from: openFrom(post), to, way: 'page', at: now, tries: 0 });

export const goesOut = (post: Post, way: NonNullable<Post['sending']>['way'], to: number, now: Instant): Post => ({
  ...without(post, 'waits'),
  sending: {
    from: openFrom(post),
    to,
    way,
    until: plus(now, CLAIM_MS),
    tries: (post.sending ?? post.waits ?? { tries: 0 }).tries + 1,
  },
});

type Pointed = Pick<NonNullable<Post['pointed']>, 'way' | 'message'>;

/** A pointer leaves the lines themselves for the next word of the person. */
export function wentOut(post: Post, now: Instant, by: Pointed = { way: 'last' }): Post {
  const { sending } = post;
  if (sending === undefined) return post;
  const rest = without(post, 'sending', 'waits');
  const { from, to, way, tries } = sending;
  return way === 'late' ? filed(rest, { from, to, way, at: now, tries }) : { ...rest, pointed: { to, at: now, ...by } };
}

/** Whoever sent it is gone, and it is not worth saying twice. */
export function maybeWent(post: Post, now: Instant): Post {
  const { sending } = post;
  if (sending === undefined) return post;
  const rest = without(post, 'sending', 'waits');
  const { from, to, way, tries } = sending;
  return way === 'late'
    ? filed(rest, { from, to, way, at: now, tries, unsure: true })
    : { ...rest, pointed: { to, at: now, way: 'last', unsure: true } };
}

/** What may work later is tried again, ever more seldom; the rest waits for the person or an officer. */
export function didNotGo(post: Post, fault: WeChatFault | 'no-way', now: Instant): Post {
  const tries = post.sending?.tries ?? 1;
  const again = (fault === 'busy' || fault === 'daily-limit') && tries < MOST_TRIES;
  const wait = Math.min(HOUR, (MINUTE / 4) * 2 ** tries);
  return {
    ...without(post, 'sending'),
    waits: {
      why: fault,
      tries,
      ...(again ? { next: plus(now, wait) } : {}),
      ...(post.sending === undefined ? {} : { to: post.sending.to }),
    },
  };
}

export function waitsFor(post: Post, why: WaitReason, next?: Instant): Post {
  const { tries = 0, why: before, to } = post.waits ?? {};
  const refused = before === why && to !== undefined ? { to } : {};
  return {
    ...without(post, 'sending'),
    waits: { why, tries, ...refused, ...(next === undefined ? {} : { next }) },
  };
}

/** The last of the photos that these lines show; the link beside the words leads to all. */
export function withPictures(post: Post, lines: readonly Line[], to: number): Post {
  const shown = lines.flatMap(({ seq, content }) => (seq <= to ? picturesIn(content) : []));
  return shown.length === 0 ? post : { ...post, pictures: shown.slice(-PICTURES) };
}
function picturesIn(content: Content): AttachmentId[] {
  if (content.type === 'reply') return (content.photos?.shown ?? []).map(({ id }) => id);
  return content.type === 'drawing' && content.picture !== undefined ? [content.picture] : [];
}
export function picturesTaken(post: Post): Post {
  const { pictures: _pictures, ...rest } = post;
  return rest;
}

/** Nothing is open any more. */
export const settled = (post: Post): Post => without(post, 'sending', 'waits');

export const templateArrived = (post: Post, message: string, ok: boolean): Post =>
  post.pointed?.message === message ? { ...post, pointed: { ...post.pointed, arrived: ok } } : post;
