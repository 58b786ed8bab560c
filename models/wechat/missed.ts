/** Answers that were told to come later and then overtaken: their lines are open although what is behind them has been said. */
import type { Asked, Post, Span } from './post.ts';

/** The reply was told to come later after all: its lines are open again, by themselves if anything came behind them. */
export function notInReply(post: Post, { delivery, attempt }: Asked): Post {
  const parcel = post.parcels.find((p) => p.delivery === delivery && p.attempt === attempt);
  if (parcel === undefined) return post;
  const { from, to } = parcel;
  const parcels = post.parcels.filter((p) => p !== parcel);
  return to === post.sent
    ? { ...post, parcels, sent: from - 1 }
    : { ...post, parcels, missed: [...(post.missed ?? []), { from, to }] };
}

/** The first line that the person has not had. */
export const openFrom = ({ missed, sent }: Pick<Post, 'missed' | 'sent'>): number => missed?.[0]?.from ?? sent + 1;

export const hasReached = ({ missed = [], sent }: Pick<Post, 'missed' | 'sent'>, seq: number): boolean =>
  seq <= sent && !missed.some(({ from, to }) => from <= seq && seq <= to);

/** What is left of them once these lines have been said. */
export const stillMissed = (missed: readonly Span[], { from, to }: Span): Span[] =>
  missed.flatMap((span) =>
    span.from < from || span.from > to ? [span] : span.to > to ? [{ from: to + 1, to: span.to }] : [],
  );
