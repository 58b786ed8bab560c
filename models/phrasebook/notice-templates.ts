/** The texts that an operator files with the carrier of short messages, each under its name. */
import { matterNews, type MatterNews } from '../complaint/news.ts';
import { lenderTemplates } from './lender-notices.ts';
import { noticesEn } from './notices-en.ts';
import { noticesZh } from './notices-zh.ts';

export const templateOf = (news: MatterNews): string => `matter-${news}`;

export const noticeTemplates = (): { template: string; zh: string; en: string }[] => [
  ...matterNews.map((news) => ({ template: templateOf(news), zh: noticesZh[news], en: noticesEn[news] })),
  ...lenderTemplates(),
  {
    template: 'release-filed-by-lender',
    zh: '贷款的银行替您交了视频解除抵押的申请，编号{number}。请打开链接看一看，补材料、选时间；不是您要办的，在里面取消：{link}',
    en: 'Your lender has applied for the release of your mortgage by video, {number}. Open the link to look at it, add papers and choose a time; if you do not want it, cancel it there: {link}',
  },
  {
    template: 'release-moved-by-lender',
    zh: '银行经办人改了视频解押{number}的时间。新的时间看这里，不方便可以再改：{link}',
    en: 'The lender’s agent moved the call for {number}. See the new time here; if it does not suit you, change it: {link}',
  },
  {
    template: 'release-helper',
    zh: '车主请您在视频解押{number}时陪在旁边帮忙。到时候点这里进来，别转给别人：{link}',
    en: 'The owner asks you to help beside them in the call for {number}. Open this link then, and pass it to nobody: {link}',
  },
  {
    template: 'release-link',
    zh: '视频解押的时间留好了。请在这之前打开链接，填材料、试设备：{link}',
    en: 'Your time for the video release is kept. Before it, open the link to fill in the papers and try your device: {link}',
  },
];
