/** Somebody does something in WeChat: what it means, and the turn of their talk that follows from it, once however often it is delivered. */
import type { CitizenContent } from '../../models/conversation/content.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { DeliveryId, OfficeId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { acted, left, postOf, type Follower } from '../../models/wechat/follower.ts';
import { isMenuKey, menuWords } from '../../models/wechat/menu.ts';
import type { Inbound } from '../../models/wechat/message.ts';
import { openFrom } from '../../models/wechat/missed.ts';
import type { Changed } from '../conversation/change-conversation.ts';
import { markRead } from '../conversation/read-chat.ts';
import { takeTurn, type Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';
import { greet, sayOnly } from './answer-by-itself.ts';
import { changeFollower } from './change-follower.ts';
import { commandIn, obey } from './commands.ts';
import { followerOf } from './follower-of.ts';
import { pickedWords } from './picked-words.ts';
import type { Listening } from './say-in-reply.ts';
import { sayWithTurn, type WithTurn } from './say-with-turn.ts';
import { pictureOf } from './take-picture.ts';
import { templateEnded } from './template-ended.ts';

export type TakenTurn = {
  follower: Follower;
  conversation: Conversation;
  lines: readonly Line[];
  /** What the act changes of their record: it allows messages. */
  change: (follower: Follower) => Follower;
  /** The answer was filed with the turn, as said. */
  said?: { text: string | undefined };
};
/** For whoever is asked by the platform just now. */
type Asked = {
  /** Done while it is looked up who it is, and before anything else. */
  filed: () => Promise<void>;
  saying: Listening & { delivery: DeliveryId };
};

/** Undefined: nothing that belongs to a talk. `office`: the desk that a talk begins at. */
export async function takeWeChatTurn(
  deps: Deps,
  inbound: Inbound,
  office: OfficeId,
  asked?: Asked,
): Promise<TakenTurn | undefined> {
  const { heard, from, at } = inbound;
  if (heard.kind === 'unasked') return undefined;
  if (heard.kind === 'template-ended') return templateEnded(deps, heard);
  if (heard.kind === 'left') {
    await changeFollower(deps, await deps.followers.idOf(from), left);
    return undefined;
  }
  const [follower] = await Promise.all([followerOf(deps, from), asked?.filed()]);
  const what = heard.kind === 'followed' || heard.kind === 'scanned' || heard.kind === 'tapped' ? 'act' : 'words';
  const change = (f: Follower): Follower => acted(f, what, at);
  const together = asked === undefined ? undefined : sayWithTurn(deps, follower, change, asked.saying);
  const turn = await turnOf(deps, follower, inbound, office, together);
  if (!turn.ok) throw new Error(`a message from WeChat was refused as ${turn.refusal.kind}`);
  const { conversation, lines, repeated } = turn.value;
  const said = repeated ? undefined : together?.said();
  return { follower, conversation, lines, change, ...(said === undefined ? {} : { said }) };
}

/** Nobody at the page: a matter filed from WeChat never came from a staff computer. */
const device = { sameDevice: false };

async function turnOf(
  deps: Deps,
  f: Follower,
  inbound: Inbound,
  office: OfficeId,
  together: WithTurn | undefined,
): Promise<Outcome<Changed>> {
  const { heard, id: delivery } = inbound;
  const look = await deps.conversations.look(f.conversation);
  const talk = look.conversation;
  const visitor = visitorIn(f, talk, office);
  const say = (content: CitizenContent): Promise<Outcome<Changed>> =>
    takeTurn(deps, visitor, { delivery, content, after: 0 }, device, {
      look,
      ...(together === undefined ? {} : { along: (...turn) => together.along(...turn) }),
    });
  // Who answers an officer has read them.
  const post = talk === undefined ? undefined : postOf(f, talk.id);
  if (talk?.state.name === 'with-officer')
    await markRead(deps, talk.id, 'citizen', post === undefined ? 0 : openFrom(post) - 1);
  switch (heard.kind) {
    case 'words':
    case 'voice':
    case 'tapped': {
      const said = heard.kind === 'tapped' ? (isMenuKey(heard.key) ? menuWords[heard.key] : undefined) : heard.text;
      if (said === undefined) return sayOnly(deps, visitor, delivery, heard.kind === 'voice' ? 'voice' : 'other');
      const command = commandIn(said, visitor.language);
      if (command !== undefined) return obey(deps, f, visitor, delivery, command, said);
      return say({ type: 'text', text: await pickedWords(deps, talk, said) });
    }
    case 'place':
      return say({ type: 'place', lat: heard.lat, lon: heard.lon });
    case 'picture': {
      const picture = await pictureOf(deps, visitor.conversation, inbound);
      return picture === undefined ? sayOnly(deps, visitor, delivery, 'picture') : say(picture);
    }
    case 'followed':
    case 'scanned':
      return greet(deps, visitor, delivery, heard.scene);
    default:
      return sayOnly(deps, visitor, delivery, 'other');
  }
}

const visitorIn = (f: Follower, talk: Conversation | undefined, office: OfficeId): Visitor => ({
  conversation: f.conversation,
  office: talk?.office ?? office,
  language: talk?.language ?? 'zh',
  elder: talk?.elder ?? false,
  follower: f.id,
});
