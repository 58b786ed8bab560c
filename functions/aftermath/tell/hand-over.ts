/** The last step of every teller: a line in a talk, or a short message; each under the notice's own name, so that a repeat changes nothing. */
import type { SmsMessage } from '../../../models/access/sms.ts';
import { noticeId } from '../../../models/aftermath/notice-about.ts';
import { isDue } from '../../../models/aftermath/notice-wishes.ts';
import { isCourtesy, type Notice } from '../../../models/aftermath/notice.ts';
import type { Reply } from '../../../models/conversation/content.ts';
import { done } from '../../../models/outcome.ts';
import { changeConversation } from '../../conversation/change-conversation.ts';
import type { Deps } from '../../deps.ts';
import type { Tried } from './tellers.ts';

/** How a notice stands in a talk, and what else may carry it where the talk does not reach its reader. */
export type Said = {
  reply: Reply;
  /** Approved by WeChat, for a reader who has not written for two days. */
  template: { name: string; values: Record<string, string> };
  phone: () => Promise<Tried>;
};

export async function sayInTalk(deps: Deps, notice: Notice, said: Said): Promise<Tried> {
  return carriedOn(deps, notice, said, (conversation) =>
    done({ conversation, lines: [{ from: 'bot', content: said.reply }] }),
  );
}

/** So often a word waits for its reader to write in WeChat again before it goes to the phone. */
const WAITED = 3;

/**
 * `rule` writes the lines. A talk that is read in WeChat is there when WeChat has it: what it never will goes to the phone, what waits does so
 * when it is urgent or has waited long enough.
 */
export async function carriedOn(
  deps: Deps,
  notice: Notice,
  { reply, template, phone }: Said,
  rule: Parameters<typeof changeConversation>[2],
): Promise<Tried> {
  if (notice.conversation === undefined) return 'no-talk';
  const id = noticeId(notice);
  const told = await changeConversation(deps, notice.conversation, rule, { delivery: id });
  if (!told.ok) return told.refusal.kind === 'not-found' ? 'no-talk' : 'not-taken';
  const person = told.value.conversation.follower;
  if (person === undefined) return 'sent';
  // Knows WeChat: loaded with the first talk that is read there.
  const { tellOnWeChat } = await import('../../wechat/tell-on-wechat.ts');
  const open = reply.buttons[0]?.open ?? reply.card?.link?.href;
  const url = open?.startsWith('/') === true ? `${deps.origin}${open}` : open;
  const reached = await tellOnWeChat(deps, {
    person,
    talk: notice.conversation,
    seq: told.value.lines.at(-1)?.seq ?? 0,
    id,
    template,
    due: isDue(notice.about),
    ...(url === undefined ? {} : { url }),
  });
  if (reached === 'sent') return 'sent';
  return reached === 'impossible' || notice.urgent || notice.attempts >= WAITED ? phone() : 'waits';
}

export async function sendToPhone(
  deps: Pick<Deps, 'sms' | 'notices'>,
  notice: Notice,
  phone: string | undefined,
  message: Omit<SmsMessage, 'id' | 'to'>,
): Promise<Tried> {
  if (phone === undefined) return 'no-phone';
  // Written down before it goes: after a crash a courtesy is not sent twice.
  if (isCourtesy(notice) && !(await deps.notices.hand(notice))) return 'later';
  const end = await deps.sms.send({ id: noticeId(notice), to: phone, ...message });
  return end === 'failed' ? 'not-taken' : end;
}
