/** Tells somebody of their call-back: a line in their talk, and a short message, for nobody sits before an open page until the phone rings. */
import type { CallBackNews } from '../../../models/appointment/call-back-news.ts';
import { callBackSee, callBackSentence, callBackTemplate } from '../../../models/phrasebook/call-back-notices.ts';
import { filledIn } from '../../../models/phrasebook/release-news.ts';
import { saidWhen } from '../../../models/phrasebook/said-when.ts';
import { callBackLink } from '../../appointment/call-back-link.ts';
import { sayInTalk, sendToPhone } from './hand-over.ts';
import type { Teller, Tried } from './tellers.ts';

/** True only as long as the time stands. */
const standing: readonly CallBackNews[] = ['moved', 'day-before', 'soon'];

export const tellCall: Teller<'call'> = async (deps, notice) => {
  const { id, news } = notice.about;
  const booking = await deps.bookings.find(id);
  if (!booking.ok || booking.value.reference.kind !== 'conversation') return 'dropped';
  const { reference, start, state } = booking.value;
  if (standing.includes(news) && (state.name !== 'confirmed' || start <= deps.now())) return 'dropped';
  const found = await deps.conversations.find(reference.id);
  if (!found.ok) return 'no-talk';
  const { language, confirmed, follower } = found.value.conversation;
  const link = callBackLink(deps, id);
  const sentence = callBackSentence(news, language);
  const values = sentence.includes('{when}') ? { when: saidWhen(start, language) } : {};
  const template = callBackTemplate(news);
  const phone = (): Promise<Tried> =>
    sendToPhone(deps, notice, confirmed, { template, values: { ...values, link }, language });
  const told = await sayInTalk(
    deps,
    { ...notice, conversation: reference.id },
    {
      reply: {
        type: 'reply',
        say: `${filledIn(sentence, values)}${language === 'zh' ? '。' : '.'}`,
        buttons: [{ label: callBackSee(language), open: link }],
      },
      template: { name: template, values },
      phone,
    },
  );
  return follower === undefined && told === 'sent' ? phone() : told;
};
