/** Somebody does something in WeChat: their talk goes on as it does on the page, and what there is to say comes back as one bubble. */
import type { OfficeId } from '../../models/ids.ts';
import type { Inbound } from '../../models/wechat/message.ts';
import type { Deps } from '../deps.ts';
import { fileArrival } from './late-turns.ts';
import { sayInReply } from './say-in-reply.ts';
import { takeWeChatTurn } from './take-wechat-turn.ts';

export type Listening = {
  /** The desk that a talk begins at. */
  office: OfficeId;
  /** Names this delivery of the message among its repeats. */
  attempt: string;
  /** False once the platform was told that the answer comes later. */
  open: () => boolean;
  /** The same, and from now on the answer is being written down as said: it is waited for. */
  claim: () => boolean;
};

/** Undefined: nothing is to be said now. */
export async function hearOnWeChat(
  deps: Deps,
  inbound: Inbound,
  { office, ...listening }: Listening,
): Promise<string | undefined> {
  const turn = await takeWeChatTurn(deps, inbound, office, () => fileArrival(deps, inbound, office));
  return turn === undefined ? undefined : sayInReply(deps, { ...turn, ...listening, delivery: inbound.id });
}
