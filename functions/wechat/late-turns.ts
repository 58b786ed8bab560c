/** Turns whose answer the platform was told to expect later: filed before it is told so, and ended by whoever finds them. */
import type { OfficeId } from '../../models/ids.ts';
import { MINUTE, plus } from '../../models/time.ts';
import { postOf, withPost } from '../../models/wechat/follower.ts';
import type { LateTurn } from '../../models/wechat/followers.ts';
import type { Inbound } from '../../models/wechat/message.ts';
import { notInReply } from '../../models/wechat/post.ts';
import type { Deps } from '../deps.ts';
import { changeFollower } from './change-follower.ts';
import { takeWeChatTurn } from './take-wechat-turn.ts';
import { postToWeChat } from './post-to-wechat.ts';

/** The stream takes it up at once; the sweep only if the stream could not. */
const FIRST_LOOK_MS = MINUTE / 2;
const MOST_TRIES = 8;

export async function fileLateTurn(deps: Deps, inbound: Inbound, office: OfficeId, attempt: string): Promise<void> {
  const follower = await deps.followers.idOf(inbound.from);
  const turn: LateTurn = { follower, inbound, office, attempt, tries: 0 };
  await deps.followers.fileLate(turn, plus(deps.now(), FIRST_LOOK_MS));
}

/** However often and by however many it is ended, the turn is taken once and its lines go out once. False: it has to be tried again. */
export async function endLateTurn(deps: Deps, turn: LateTurn): Promise<boolean> {
  const { follower: id, inbound, office, attempt, tries } = turn;
  try {
    const taken = await takeWeChatTurn(deps, inbound, office);
    if (taken !== undefined) {
      const { conversation, change } = taken;
      await changeFollower(deps, id, (f) => {
        const acted = change(f);
        const post = postOf(acted, conversation.id);
        return post === undefined ? acted : withPost(acted, notInReply(post, { delivery: inbound.id, attempt }));
      });
      await postToWeChat(deps, id, conversation.id, inbound.id);
    }
    await deps.followers.saveLate(turn);
    return true;
  } catch {
    // Whatever it was, the words are kept: tried again ever more seldom, given up after some hours with its mark left for a day.
    const again = tries + 1;
    await deps.followers.saveLate(
      { ...turn, tries: again },
      again < MOST_TRIES ? plus(deps.now(), MINUTE * 2 ** again) : undefined,
    );
    return false;
  }
}
