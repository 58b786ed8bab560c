/** The links that join a talk of the page, or a matter, to a person in WeChat: signed, for a quarter of an hour. */
import { ComplaintId, ConversationId, OfficeId } from '../../models/ids.ts';
import { MINUTE, msOf } from '../../models/time.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';

/** What is to be joined: the talk of a browser, or a matter that its person has open. */
export type Joining = { talk: Visitor } | { matter: ComplaintId };

const USE = 'wechat-join';
/** Long enough to find the phone and scan; whoever sees the screen later joins nothing. */
export const JOIN_MINUTES = 15;

export function joinLink(deps: Pick<Deps, 'signer' | 'origin' | 'now'>, joining: Joining): string {
  const says =
    'matter' in joining
      ? { m: joining.matter }
      : { c: joining.talk.conversation, o: joining.talk.office, l: joining.talk.language, e: joining.talk.elder };
  return `${deps.origin}/wechat/join/${deps.signer.sign(USE, says, msOf(deps.now()) + JOIN_MINUTES * MINUTE)}`;
}

export function joiningOf(deps: Pick<Deps, 'signer' | 'now'>, slip: string): Joining | undefined {
  const says = deps.signer.check(USE, slip, msOf(deps.now()));
  const matter = ComplaintId.safeParse(says?.['m']);
  if (matter.success) return { matter: matter.data };
  const conversation = ConversationId.safeParse(says?.['c']);
  const office = OfficeId.safeParse(says?.['o']);
  if (says === undefined || !conversation.success || !office.success) return undefined;
  const language = says['l'] === 'en' ? 'en' : 'zh';
  return { talk: { conversation: conversation.data, office: office.data, language, elder: says['e'] === true } };
}
