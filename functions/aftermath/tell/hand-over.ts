/** The last step of every teller: a line in a talk, or a short message; each under the notice's own name, so that a repeat changes nothing. */
import type { SmsMessage } from '../../../models/access/sms.ts';
import { noticeId } from '../../../models/aftermath/notice-about.ts';
import type { Notice } from '../../../models/aftermath/notice.ts';
import type { Reply } from '../../../models/conversation/content.ts';
import { done } from '../../../models/outcome.ts';
import { changeConversation } from '../../conversation/change-conversation.ts';
import type { Deps } from '../../deps.ts';
import type { Tried } from './tellers.ts';

export async function sayInTalk(deps: Deps, notice: Notice, reply: Reply): Promise<Tried> {
  if (notice.conversation === undefined) return 'no-talk';
  const told = await changeConversation(
    deps,
    notice.conversation,
    (conversation) => done({ conversation, lines: [{ from: 'bot', content: reply }] }),
    { delivery: noticeId(notice) },
  );
  return told.ok ? 'sent' : told.refusal.kind === 'not-found' ? 'no-talk' : 'not-taken';
}

export async function sendToPhone(
  deps: Pick<Deps, 'sms'>,
  notice: Notice,
  phone: string | undefined,
  message: Omit<SmsMessage, 'id' | 'to'>,
): Promise<Tried> {
  if (phone === undefined) return 'no-phone';
  const end = await deps.sms.send({ id: noticeId(notice), to: phone, ...message });
  return end === 'failed' ? 'not-taken' : end;
}
