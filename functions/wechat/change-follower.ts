/** Reads a follower's record, lets a rule change it, writes it back; when somebody else wrote first it reads again. */
import type { DeliveryId, FollowerId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import type { Follower } from '../../models/wechat/follower.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';

const ROUNDS = 24;

/**
 * `undefined` from the rule leaves it as it is. Answers what stands there now; undefined: nobody is filed under this id. `first`: as it was
 * read just now. `answered`: the message that is owed nothing any more once this is written.
 */
export async function changeFollower(
  deps: Pick<Deps, 'followers' | 'now'>,
  id: FollowerId,
  rule: (follower: Follower, now: Instant) => Follower | undefined | Promise<Follower | undefined>,
  { first, answered }: { first?: Follower; answered?: DeliveryId } = {},
): Promise<Follower | undefined> {
  let follower = first ?? (await deps.followers.find(id));
  for (let round = 0; round < ROUNDS; round++) {
    if (follower === undefined) return undefined;
    const now = deps.now();
    const changed = await rule(follower, now);
    if (changed === undefined) return follower;
    const next: Follower = { ...changed, lastAt: now };
    if (await deps.followers.save(next, nextLook(next), answered)) return { ...next, version: next.version + 1 };
    await pause(round);
    follower = await deps.followers.find(id);
  }
  throw new Error('too many wrote to one follower at once');
}

/** When the sweep has to look: the earliest thing that waits for its time, or that somebody who died was sending. */
export const nextLook = ({ posts }: Follower): Instant | undefined =>
  posts
    .flatMap(({ sending, waits }) => [sending?.until, waits?.next])
    .filter((at) => at !== undefined)
    .sort()[0];
