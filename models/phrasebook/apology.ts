/** What the assistant says when it broke down in the middle of a turn. */
import type { Reply } from '../conversation/content.ts';
import type { Language } from './refusals.ts';

export const apology = (code: string, language: Language): Reply =>
  language === 'zh'
    ? {
        type: 'reply',
        say: `这句没答上来。是我们的系统出了问题，您的话已经收到，没有丢。报修时可以报这个号：${code}。`,
        buttons: [{ label: '找人工', send: '人工', look: 'main' }],
      }
    : {
        type: 'reply',
        say: `I could not answer this. The fault is on our side; your words were received and are not lost. Reference: ${code}.`,
        buttons: [{ label: 'Ask an officer', send: 'officer', look: 'main' }],
      };
