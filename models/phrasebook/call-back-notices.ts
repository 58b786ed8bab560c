/** What a person is told of a call-back: in their talk and by short message; the name under which each is filed with the carrier. */
import { callBackNews, type CallBackNews } from '../appointment/call-back-news.ts';
import type { Language } from './refusals.ts';

const zh: Record<CallBackNews, string> = {
  moved: '给您回电的时间改到{when}',
  'called-off': '约好的回电取消了，有事在这里接着说，或另约时间',
  'day-before': '{when}警官给您打电话，请把手机放在身边',
  soon: '{when}警官给您打电话，请把手机放在身边',
  tried: '刚才给您打电话没有打通，过一会儿再打一次',
  missed: '给您打了两次电话都没打通。您在对话里写给我们，或另约一个时间',
};
const en: Record<CallBackNews, string> = {
  moved: 'Your call is now {when}',
  'called-off': 'Your call was called off; write to us in the talk, or choose another time',
  'day-before': 'An officer calls you {when}; please keep your phone at hand',
  soon: 'An officer calls you {when}; please keep your phone at hand',
  tried: 'We called and could not reach you; we try once more in a while',
  missed: 'We called twice and could not reach you. Write to us in the talk, or choose another time',
};
const books = { zh, en };
const see = { zh: '换时间、取消', en: 'Change or cancel' };

export const callBackTemplate = (news: CallBackNews): string => `call-${news}`;
export const callBackSentence = (news: CallBackNews, lang: Language): string => books[lang][news];
export const callBackSee = (lang: Language): string => see[lang];

export const callBackTemplates = (): { template: string; zh: string; en: string }[] =>
  callBackNews.map((news) => ({
    template: callBackTemplate(news),
    zh: `${zh[news]}。${see.zh}：{link}`,
    en: `${en[news]}. ${see.en}: {link}`,
  }));
