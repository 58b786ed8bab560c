/** The door of a talk's helper: the signed link, whether it still opens, and coming in. */
import { joinAsHelper, shownName } from '../../models/conversation/helper.ts';
import type { TalkHelper } from '../../models/conversation/talk-helper.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { ConversationId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { DAY, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeConversation } from './change-conversation.ts';

const USE = 'talk-helper';
/** The person can take it back any moment. */
const LINK_MS = 14 * DAY;

export type HelperSeat = { conversation: ConversationId; helper: string };

export function helperLink(deps: Pick<Deps, 'signer' | 'origin' | 'now'>, seat: HelperSeat): string {
  const today = Math.floor(msOf(deps.now()) / DAY) * DAY;
  const slip = deps.signer.sign(USE, { c: seat.conversation, h: seat.helper }, today + LINK_MS);
  return `${deps.origin}/helper/${slip}`;
}

/** What a link says; forged or expired it says nothing. */
export function seatIn(deps: Pick<Deps, 'signer' | 'now'>, slip: string): HelperSeat | undefined {
  const says = deps.signer.check(USE, slip, msOf(deps.now()));
  const conversation = ConversationId.safeParse(says?.['c']);
  return conversation.success && typeof says?.['h'] === 'string'
    ? { conversation: conversation.data, helper: says['h'] }
    : undefined;
}

/** Asked anew at every step: what was taken back a moment ago is taken back. */
export async function helperStands(
  deps: Pick<Deps, 'conversations'>,
  seat: HelperSeat,
): Promise<{ conversation: Conversation; helper: TalkHelper } | undefined> {
  const { conversation } = await deps.conversations.look(seat.conversation);
  const helper = conversation?.helper;
  return conversation === undefined || helper?.id !== seat.helper ? undefined : { conversation, helper };
}

/** The first time the talk says so, so that nobody reads along unseen. */
export async function enterAsHelper(deps: Deps, seat: HelperSeat): Promise<Outcome<Conversation>> {
  const entered = await changeConversation(deps, seat.conversation, (c, now) => {
    const joined = joinAsHelper(c, seat.helper, now);
    if (!joined.ok) return joined;
    const { helper } = joined.value;
    if (joined.value === c || helper === undefined) return done({ conversation: c, lines: [] });
    const who = shownName(helper).slice(0, 40);
    return done({
      conversation: joined.value,
      lines: [{ from: 'system', content: { type: 'happening', what: 'helper-joined', who } }],
    });
  });
  return entered.ok ? done(entered.value.conversation) : entered;
}

export const takenBack = refused('not-allowed', 'the helper was taken back');
