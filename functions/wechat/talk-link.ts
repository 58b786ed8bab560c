/** The link that opens a talk on a page: for whoever reads it in WeChat or got it as a text message. */
import { ConversationId } from '../../models/ids.ts';
import { DAY, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const USE = 'wechat-talk';
/** As long as somebody may leave a message unread; a newer message brings a newer link. */
const LINK_MS = 7 * DAY;

/** The same within a day, so that a message tried again reads the same. */
export function talkLink(deps: Pick<Deps, 'signer' | 'origin' | 'now'>, conversation: ConversationId): string {
  const today = Math.floor(msOf(deps.now()) / DAY) * DAY;
  return `${deps.origin}/wechat/talk/${deps.signer.sign(USE, { c: conversation }, today + LINK_MS)}`;
}

export function talkOf(deps: Pick<Deps, 'signer' | 'now'>, slip: string): ConversationId | undefined {
  const says = deps.signer.check(USE, slip, msOf(deps.now()));
  const talk = ConversationId.safeParse(says?.['c']);
  return talk.success ? talk.data : undefined;
}
