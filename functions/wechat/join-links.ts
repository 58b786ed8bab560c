/** The links that join a talk of the page, a matter or a release to a person in WeChat: signed, for a quarter of an hour. */
import { ComplaintId, ConversationId, OfficeId, ReleaseId } from '../../models/ids.ts';
import { MINUTE, msOf } from '../../models/time.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';

/** What is to be joined: the talk of a browser, or a matter or release that its person has open. */
export type Joining = { talk: Visitor } | { matter: ComplaintId } | { release: ReleaseId };

const USE = 'wechat-join';
/** Long enough to find the phone and scan; whoever sees the screen later joins nothing. */
export const JOIN_MINUTES = 15;

export function joinLink(deps: Pick<Deps, 'signer' | 'origin' | 'now'>, joining: Joining): string {
  const says = saysOf(joining);
  return `${deps.origin}/wechat/join/${deps.signer.sign(USE, says, msOf(deps.now()) + JOIN_MINUTES * MINUTE)}`;
}

function saysOf(joining: Joining): object {
  if ('matter' in joining) return { m: joining.matter };
  if ('release' in joining) return { r: joining.release };
  const { conversation, office, language, elder } = joining.talk;
  return { c: conversation, o: office, l: language, e: elder };
}

export function joiningOf(deps: Pick<Deps, 'signer' | 'now'>, slip: string): Joining | undefined {
  const says = deps.signer.check(USE, slip, msOf(deps.now()));
  const matter = ComplaintId.safeParse(says?.['m']);
  if (matter.success) return { matter: matter.data };
  const release = ReleaseId.safeParse(says?.['r']);
  if (release.success) return { release: release.data };
  const conversation = ConversationId.safeParse(says?.['c']);
  const office = OfficeId.safeParse(says?.['o']);
  if (says === undefined || !conversation.success || !office.success) return undefined;
  const language = says['l'] === 'en' ? 'en' : 'zh';
  return { talk: { conversation: conversation.data, office: office.data, language, elder: says['e'] === true } };
}
