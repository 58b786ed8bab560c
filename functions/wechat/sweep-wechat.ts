/** Every minute: what waited for its time, what somebody who died left half done. */
import type { Deps } from '../deps.ts';
import { endLateTurn } from './late-turns.ts';
import { postToWeChat } from './post-to-wechat.ts';

/** So many fit into a sweep even if the platform is slow. */
const AT_ONCE = 60;
const SIDE_BY_SIDE = 10;

/** How many were looked at, and how many turns have to be tried again. */
export async function sweepWeChat(deps: Deps): Promise<{ looked: number; failed: number }> {
  const now = deps.now();
  const [late, due] = await Promise.all([deps.followers.dueLate(now, AT_ONCE), deps.followers.due(now, AT_ONCE)]);
  const ended = await inGroups(late, (turn) => endLateTurn(deps, turn));
  await inGroups(due, async (id) => {
    const follower = await deps.followers.find(id);
    for (const { conversation, waits, sending } of follower?.posts ?? []) {
      const when = sending?.until ?? waits?.next;
      if (when !== undefined && when <= deps.now()) await postToWeChat(deps, id, conversation);
    }
  });
  return { looked: late.length + due.length, failed: ended.filter((ok) => !ok).length };
}

async function inGroups<A, B>(all: readonly A[], each: (one: A) => Promise<B>): Promise<B[]> {
  const out: B[] = [];
  for (let from = 0; from < all.length; from += SIDE_BY_SIDE)
    out.push(...(await Promise.all(all.slice(from, from + SIDE_BY_SIDE).map(each))));
  return out;
}
