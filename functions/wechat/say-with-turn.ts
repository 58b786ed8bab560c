/** Says the answer in the very write that files its turn, when nothing stands between them: a request less, and no moment at which it is filed and not said. */
import type { Along } from '../../models/conversation/conversations.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import { postOf, withPost, type Follower } from '../../models/wechat/follower.ts';
import { saidInReply, withPictures } from '../../models/wechat/post.ts';
import type { Deps } from '../deps.ts';
import { nextLook } from './change-follower.ts';
import { bubbleIn, type Listening } from './say-in-reply.ts';

export type WithTurn = {
  along(after: Conversation, lines: readonly Line[], now: Instant): Promise<Along | undefined>;
  /** What is said once the turn is filed; undefined: it has to be said by itself. */
  said(): { text: string | undefined } | undefined;
};

export function sayWithTurn(
  deps: Deps,
  follower: Follower,
  change: (f: Follower) => Follower,
  { delivery, attempt, claim }: Listening & { delivery: DeliveryId },
): WithTurn {
  let said: { text: string | undefined } | undefined;
  let known: Follower | undefined = follower;
  return {
    said: () => said,
    async along(after, lines, now) {
      said = undefined;
      const f = known ?? (await deps.followers.find(follower.id));
      // Whoever lost the race for the talk may have lost that for the person, too.
      known = undefined;
      if (f === undefined) return undefined;
      const acted = change(f);
      const post = postOf(acted, after.id);
      const last = lines.at(-1)?.seq;
      const plain =
        after.state.name !== 'with-officer' && post?.sending === undefined && post?.sent === (lines[0]?.seq ?? 0) - 1;
      if (!plain || last === undefined) return undefined;
      const { text, to } = bubbleIn(deps, after, lines);
      if (to < last || !claim()) return undefined;
      const told = withPictures(saidInReply(post, to, { delivery, attempt }, now), lines, to);
      const next: Follower = { ...withPost(acted, told), lastAt: now };
      said = { text: text === '' ? undefined : text };
      return {
        ...(await deps.followers.along(next, nextLook(next), delivery)),
        ...(told.pictures === undefined ? { reached: to } : {}),
      };
    },
  };
}
