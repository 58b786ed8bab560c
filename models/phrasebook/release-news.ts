/** The sentences about a release for talks and for phones, and the name under which each is filed with the carrier. */
import type { About } from '../aftermath/notice-about.ts';
import { bookingNews, releaseNews } from '../release/news.ts';
import type { Language } from './refusals.ts';
import { releaseNewsEn } from './release-news-en.ts';
import { releaseNewsZh, type NewsWords } from './release-news-zh.ts';

export type ReleaseAbout = Extract<About, { kind: 'release' | 'booking' }>;

const books = { zh: releaseNewsZh, en: releaseNewsEn };

/** Undefined where this reader is not told of it. */
export function releaseNewsWords(
  about: Pick<ReleaseAbout, 'kind' | 'to' | 'news'>,
  lang: Language,
): NewsWords | undefined {
  const book = books[lang];
  const said = (about.kind === 'booking' ? book.booking : book)[about.to as 'owner' | 'agent'] as
    Partial<Record<string, NewsWords>> | undefined;
  return said?.[about.news];
}

export const releaseTemplate = ({ kind, to, news }: Pick<ReleaseAbout, 'kind' | 'to' | 'news'>): string =>
  to === 'owner' ? `${kind}-${news}` : `${kind}-${to}-${news}`;

export const filledIn = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);

const inMessage = (words: NewsWords, lang: Language): string =>
  lang === 'zh' ? `${words.say}。${words.see}：{link}` : `${words.say}. ${words.see}: {link}`;

export function releaseTemplates(): { template: string; zh: string; en: string }[] {
  const all = [
    ...(['owner', 'agent', 'contact'] as const).flatMap((to) =>
      releaseNews.map((news) => ({ kind: 'release' as const, to, news })),
    ),
    ...(['owner', 'agent'] as const).flatMap((to) =>
      bookingNews.map((news) => ({ kind: 'booking' as const, to, news })),
    ),
  ];
  return all.flatMap((about) => {
    const zh = releaseNewsWords(about, 'zh');
    const en = releaseNewsWords(about, 'en');
    return zh === undefined || en === undefined
      ? []
      : [{ template: releaseTemplate(about), zh: inMessage(zh, 'zh'), en: inMessage(en, 'en') }];
  });
}
