/** The sentences of live guidance, in either language. */
import type { SmsMessage } from '../access/sms.ts';
import { liveNews, type LiveNews } from '../live/news.ts';
import { liveEn } from './live-en.ts';
import { liveZh, type LiveWords } from './live-zh.ts';
import type { Language } from './refusals.ts';

export const liveWords = (language: Language): LiveWords => (language === 'en' ? liveEn : liveZh);
export const liveTemplate = (news: LiveNews): string => `live-${news}`;

/** By short message only what cannot wait: whoever reads the rest later loses nothing. */
export const liveTemplates = (): { template: string; zh: string; en: string }[] =>
  liveNews.map((news) => ({
    template: liveTemplate(news),
    zh: `${liveZh.news[news].say}：{link}`,
    en: `${liveEn.news[news].say}: {link}`,
  }));

export const liveMessage = (
  news: LiveNews,
  language: Language,
  values: { officer?: string; link: string },
): Omit<SmsMessage, 'id' | 'to'> => ({ template: liveTemplate(news), values, language });

export const saidOfLive = (news: LiveNews, language: Language, officer: string): { say: string; see: string } => {
  const { say, see } = liveWords(language).news[news];
  return { say: `${say.replace('{officer}', officer)}${language === 'zh' ? '。' : '.'}`, see };
};
