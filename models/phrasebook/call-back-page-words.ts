/** The sentences of a call-back's own page. */
import type { Language } from './refusals.ts';

const zh = {
  title: '回电',
  stands: (when: string): string => `${when}警官给您打电话`,
  lead: '请把手机放在身边。没打通会再打一次，再没通，会在对话里给您留话。',
  heldLead: '这个时间先给您留着。把短信里的6位数发到对话里，就定下来。',
  owed: '到时间了还没打给您，是我们晚了。警官会尽快打。',
  over: {
    met: '电话已经打过了，说的事写在对话里。',
    'no-show': '打了两次没打通。您可以在对话里写给我们，或另约时间。',
    cancelled: '这次回电取消了。',
    expired: '这个时间没有定下来，已经放开了。',
  },
  moveTitle: '换个时间',
  noTimes: '这几天没有别的空了。',
  cancel: '不用打了',
  moved: '改好了。',
  off: '取消了，不会再打给您。',
  taken: '这个时间刚被人约走了，换一个。',
  talk: '回到对话',
  gone: '这个链接打不开',
  goneLead: '过期了，或者不完整。在对话里说“换个时间”也行。',
};
const en: typeof zh = {
  title: 'Call-back',
  stands: (when) => `An officer calls you ${when}`,
  lead: 'Please keep your phone at hand. If you miss it we call once more, then we write to you in the talk.',
  heldLead: 'This time is kept for a while. Send the 6 digits of the text message in the talk to fix it.',
  owed: 'The time has come and nobody has called yet: we are late. An officer calls as soon as possible.',
  over: {
    met: 'The call took place; what was said stands in the talk.',
    'no-show': 'We called twice in vain. Write to us in the talk, or choose another time.',
    cancelled: 'This call was called off.',
    expired: 'This time was not fixed and is free again.',
  },
  moveTitle: 'Another time',
  noTimes: 'Nothing else is free these days.',
  cancel: 'No call needed',
  moved: 'Changed.',
  off: 'Called off; nobody calls.',
  taken: 'Somebody just took that time; please choose another.',
  talk: 'Back to the talk',
  gone: 'This link does not open',
  goneLead: 'It is too old or not whole. You can also say “another time” in the talk.',
};
const books = { zh, en };
export const callBackPageWords = (lang: Language): typeof zh => books[lang];
