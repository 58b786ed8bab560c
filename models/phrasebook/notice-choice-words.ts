/** How somebody says where and when they want to be told, and what they do not want to be told. */
import type { Language } from './refusals.ts';

const zh = {
  head: '怎么告诉您（通知、退订）',
  where: '在哪儿告诉您',
  places: { chat: '在对话里', sms: '短信' },
  what: '告诉您哪些',
  all: '每一步都告诉我',
  onlyDue: '退订：只告诉必须告诉的',
  dueNote: '材料要补、没有批准、有了答复这几样，退订了也会告诉您。',
  quiet: '哪段时间别发短信（可不填）',
  quietFrom: '从',
  quietTo: '到',
  quietNote: '晚上九点到早上八点本来就不发，急事除外。',
  quietWrong: '两个时间都要填，最长14个小时。',
  save: '就这样告诉我',
  done: '记下了，以后就这样告诉您。',
};
const en: typeof zh = {
  head: 'How you are told (messages, unsubscribing)',
  where: 'Where',
  places: { chat: 'In the talk', sms: 'By text message' },
  what: 'What',
  all: 'Every step',
  onlyDue: 'Unsubscribe: only what has to be told',
  dueNote: 'Papers to mend, a refusal and an answer are told all the same.',
  quiet: 'No text messages between (optional)',
  quietFrom: 'From',
  quietTo: 'To',
  quietNote: 'None are sent from nine in the evening to eight in the morning anyway, except what is urgent.',
  quietWrong: 'Fill in both times, fourteen hours at most.',
  save: 'Tell me like this',
  done: 'Noted. You will be told like this from now on.',
};
export const noticeChoiceWords = (lang: Language): typeof zh => ({ zh, en })[lang];
