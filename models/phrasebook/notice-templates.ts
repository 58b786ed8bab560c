/** The texts that an operator files with the carrier of short messages, each under its name. */
import { matterNews, type MatterNews } from '../complaint/news.ts';
import { agentTemplates } from './agent-notices.ts';
import { callBackTemplates } from './call-back-notices.ts';
import { liveTemplates } from './live-words.ts';
import { lenderTemplates } from './lender-notices.ts';
import { noticesEn } from './notices-en.ts';
import { noticesZh } from './notices-zh.ts';
import { sheetTemplates } from './sheet-talk.ts';
import { releaseTemplates } from './release-news.ts';

export const templateOf = (news: MatterNews): string => `matter-${news}`;

export const noticeTemplates = (): { template: string; zh: string; en: string }[] => [
  ...matterNews.map((news) => ({ template: templateOf(news), zh: noticesZh[news], en: noticesEn[news] })),
  ...lenderTemplates(),
  ...releaseTemplates(),
  ...agentTemplates(),
  ...callBackTemplates(),
  ...sheetTemplates(),
  ...liveTemplates(),
  {
    template: 'release-helper',
    zh: '车主请您在视频解押{number}时陪在旁边帮忙。到时候点这里进来，别转给别人：{link}',
    en: 'The owner asks you to help beside them in the call for {number}. Open this link then, and pass it to nobody: {link}',
  },
  {
    template: 'phone-code',
    zh: '验证码{code}，{minutes}分钟内有效。要您报验证码的电话都不是我们打的。',
    en: 'Code {code}, good for {minutes} minutes. Nobody from the office asks for it by phone.',
  },
  {
    template: 'talk-answered',
    zh: '您在微信问的事，警官回话了，点开就能看：{link}',
    en: 'An officer answered what you asked in WeChat. Read it here: {link}',
  },
  {
    template: 'release-link',
    zh: '视频解押的时间留好了。请在这之前打开链接，填材料、试设备：{link}',
    en: 'Your time for the video release is kept. Before it, open the link to fill in the papers and try your device: {link}',
  },
];
