/** Somebody does something in WeChat: their talk goes on as it does on the page, and what there is to say comes back as one bubble. */
import type { OfficeId } from '../../models/ids.ts';
import type { Inbound } from '../../models/wechat/message.ts';
import type { Deps } from '../deps.ts';
import { fileArrival } from './late-turns.ts';
import { sayInReply, type Listening } from './say-in-reply.ts';
import { takeWeChatTurn } from './take-wechat-turn.ts';

/** Undefined: nothing is to be said now. `office`: the desk that a talk begins at. */
export async function hearOnWeChat(
  deps: Deps,
  inbound: Inbound,
  { office, ...listening }: Listening & { office: OfficeId },
): Promise<string | undefined> {
  const saying = { ...listening, delivery: inbound.id };
  const filed = (): Promise<void> => fileArrival(deps, inbound, office);
  const turn = await takeWeChatTurn(deps, inbound, office, { filed, saying });
  if (turn === undefined) return undefined;
  return turn.said === undefined ? sayInReply(deps, { ...turn, ...saying }) : turn.said.text;
}
