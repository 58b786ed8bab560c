/** A person who follows the account: their talks, how far each has reached them there, and how many messages may still be sent. */
import * as z from 'zod';
import { ConversationId, FollowerId } from '../ids.ts';
import { Instant } from '../time.ts';
import { OpenId } from './account.ts';
import { Post } from './post.ts';
import { allowedBy, Quota } from './quota.ts';

/** So many talks of one person are watched; older ones are read on the page. */
export const TALKS = 6;

export const Follower = z.strictObject({
  id: FollowerId,
  version: z.int().nonnegative(),
  /** The platform's name for them. Sealed. */
  openId: OpenId,
  /** Whoever left the account gets nothing from it. */
  following: z.boolean(),
  /** The talk that goes on when they write. */
  conversation: ConversationId,
  quota: Quota,
  /** How far each talk has reached them, newest last. */
  posts: z.array(Post).max(TALKS),
  lastAt: Instant,
});
export type Follower = z.infer<typeof Follower>;

export const newFollower = (id: FollowerId, openId: OpenId, conversation: ConversationId, now: Instant): Follower => ({
  id,
  version: 0,
  openId,
  following: true,
  conversation,
  quota: {},
  posts: [{ conversation, sent: 0, parcels: [] }],
  lastAt: now,
});

/** A word, a tap: whoever writes follows, whatever we knew before. */
export const acted = (f: Follower, what: 'words' | 'act', at: Instant): Follower => ({
  ...f,
  following: true,
  quota: allowedBy(f.quota, what, at),
});
export const left = (f: Follower): Follower => ({ ...f, following: false, quota: {} });

export const postOf = (f: Follower, conversation: ConversationId): Post | undefined =>
  f.posts.find((post) => post.conversation === conversation);
export const withPost = (f: Follower, post: Post): Follower => ({
  ...f,
  posts: f.posts.map((p) => (p.conversation === post.conversation ? post : p)),
});

/** From now on this talk goes on in WeChat. What was said in it before was read elsewhere; what the person has had here stays theirs. */
export function joined(f: Follower, conversation: ConversationId, lastSeq: number): Follower {
  if (f.conversation === conversation) return f;
  const known = postOf(f, conversation) ?? { conversation, sent: lastSeq, parcels: [] };
  const others = f.posts.filter((post) => post.conversation !== conversation);
  return { ...f, conversation, posts: [...others, known].slice(-TALKS) };
}

/** The talk goes on elsewhere alone; the next word in WeChat begins a new one. */
export const parted = (f: Follower, conversation: ConversationId, next: ConversationId): Follower => ({
  ...f,
  conversation: f.conversation === conversation ? next : f.conversation,
  posts: [
    ...f.posts.filter((post) => post.conversation !== conversation),
    ...(f.conversation === conversation ? [{ conversation: next, sent: 0, parcels: [] }] : []),
  ],
});
