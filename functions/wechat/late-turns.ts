/**
 * Turns that are owed an answer: each message is filed as it arrives, before anything can die over it, and again when the platform is told
 * that the answer comes later. Whoever finds one ends it.
 */
import type { OfficeId } from '../../models/ids.ts';
import { MINUTE, plus } from '../../models/time.ts';
import { postOf, withPost, type Follower } from '../../models/wechat/follower.ts';
import { ARRIVED, type LateTurn } from '../../models/wechat/followers.ts';
import type { Inbound } from '../../models/wechat/message.ts';
import { notInReply } from '../../models/wechat/missed.ts';
import type { Deps } from '../deps.ts';
import { changeFollower } from './change-follower.ts';
import { takeWeChatTurn } from './take-wechat-turn.ts';
import { postToWeChat } from './post-to-wechat.ts';

/** The stream takes it up at once; the sweep only if the stream could not. */
const FIRST_LOOK_MS = MINUTE / 2;
const MOST_TRIES = 8;
/** The platform asks three times within fifteen seconds, and no function that heard it runs as long as this. */
const ARRIVAL_LOOK_MS = MINUTE;

export async function fileLateTurn(deps: Deps, inbound: Inbound, office: OfficeId, attempt: string): Promise<void> {
  const follower = await deps.followers.idOf(inbound.from);
  const turn: LateTurn = { follower, inbound, office, attempt, tries: 0 };
  await deps.followers.fileLate(turn, plus(deps.now(), FIRST_LOOK_MS));
}

/** Once for all deliveries. If all of them die before the turn is stored, the sweep takes it. */
export async function fileArrival(deps: Deps, inbound: Inbound, office: OfficeId): Promise<void> {
  const follower = await deps.followers.idOf(inbound.from);
  const turn: LateTurn = { follower, inbound, office, attempt: ARRIVED, tries: 0 };
  await deps.followers.fileLate(turn, plus(deps.now(), ARRIVAL_LOOK_MS));
}

/** However often and by however many it is ended, the turn is taken once and its lines go out once. False: it has to be tried again. */
export async function endLateTurn(deps: Deps, turn: LateTurn): Promise<boolean> {
  const { follower: id, inbound, office, attempt, tries } = turn;
  try {
    const taken = await takeWeChatTurn(deps, inbound, office);
    if (taken !== undefined) {
      const { conversation, change } = taken;
      const reopened = (f: Follower): Follower => {
        const acted = change(f);
        const post = postOf(acted, conversation.id);
        return post === undefined ? acted : withPost(acted, notInReply(post, { delivery: inbound.id, attempt }));
      };
      // The arrival itself is over only once its answer is on its way.
      await changeFollower(deps, id, reopened, attempt === ARRIVED ? {} : { answered: inbound.id });
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
