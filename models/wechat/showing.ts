/** What an officer sees of a talk in WeChat: how many messages are left, and of each line whether and how it reached the person. */
import * as z from 'zod';
import { Instant } from '../time.ts';
import { postOf, type Follower } from './follower.ts';
import { Parcel, Post, waitReasons } from './post.ts';
import { leftNow, openUntil, quotaRules } from './quota.ts';
import type { ConversationId } from '../ids.ts';

export const WeChatView = z.strictObject({
  following: z.boolean(),
  left: z.int().nonnegative(),
  of: z.int().positive(),
  /** Until when anything may be sent; absent: the person has to write first. */
  until: Instant.optional(),
  sent: z.int().nonnegative(),
  missed: Post.shape.missed,
  parcels: z.array(Parcel),
  sending: z.strictObject({ to: z.int(), tries: z.int() }).optional(),
  pointed: z
    .strictObject({
      to: z.int(),
      way: z.enum(['last', 'template', 'sms']),
      at: Instant,
      arrived: z.boolean().optional(),
      unsure: z.literal(true).optional(),
    })
    .optional(),
  waits: z.strictObject({ why: z.enum(waitReasons), tries: z.int(), next: Instant.optional() }).optional(),
});
export type WeChatView = z.infer<typeof WeChatView>;

export function weChatView(f: Follower, conversation: ConversationId, now: Instant): WeChatView | undefined {
  const post = postOf(f, conversation);
  if (post === undefined) return undefined;
  const until = openUntil(f.quota, now);
  const { sent, missed, parcels, sending, pointed, waits } = post;
  return {
    following: f.following,
    left: leftNow(f.quota, now),
    of: quotaRules.words.count,
    ...(until === undefined ? {} : { until }),
    sent,
    ...(missed === undefined ? {} : { missed }),
    parcels,
    ...(sending === undefined ? {} : { sending: { to: sending.to, tries: sending.tries } }),
    ...(pointed === undefined ? {} : { pointed: pointedShown(pointed) }),
    ...(waits === undefined ? {} : { waits: waitsShown(waits) }),
  };
}

const pointedShown = ({ message: _, ...shown }: NonNullable<Post['pointed']>): NonNullable<WeChatView['pointed']> =>
  shown;

const waitsShown = ({ why, tries, next }: NonNullable<Post['waits']>): NonNullable<WeChatView['waits']> => ({
  why,
  tries,
  ...(next === undefined ? {} : { next }),
});
