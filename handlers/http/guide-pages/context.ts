/** What every guide page knows: whose office, which language and size of type, what time it is, and where its links lead. */
import type { Office } from '../../../models/office/office.ts';
import type { Instant } from '../../../models/time.ts';
import { type Lang, type WordKey, words } from './words.ts';

export type PageLinks = {
  /** The chat, with words ready to send. */
  ask: (what: string) => string;
  book: (what: string) => string;
  report: string;
  person: string;
};

export type PageContext = {
  office: Office;
  lang: Lang;
  elder: boolean;
  nonce: string;
  now: Instant;
  links?: PageLinks;
};

const saying = (text: string): string => `/?say=${encodeURIComponent(text)}`;

const chatLinks: Omit<PageLinks, 'report'> = {
  ask: saying,
  book: (what) => saying(`约${what}`),
  person: saying('人工'),
};

export const linksOf = (page: PageContext): PageLinks =>
  page.links ?? { ...chatLinks, report: windowLink(page, '/report') };

/** The window of “办不成事” remembers language and size of type itself; the first link brings them along. */
export function windowLink({ office, lang, elder }: PageContext, path: '/report' | '/track'): string {
  const query = new URLSearchParams();
  if (path === '/report' && office.id !== 'yinchuan') query.set('office', office.id);
  if (lang !== 'zh') query.set('lang', lang);
  if (elder) query.set('elder', '1');
  const text = query.toString();
  return `${path}${text === '' ? '' : `?${text}`}`;
}

export const word = (page: Pick<PageContext, 'lang'>, key: WordKey): string => words[key][page.lang];

type Wish = { office?: string; lang?: Lang; elder?: boolean; a?: string; q?: string };

/** An address that keeps the reader's office, language and size of type; the usual ones are left out to keep links short. */
export function guideLink(page: Pick<PageContext, 'office' | 'lang' | 'elder'>, path: string, wish: Wish = {}): string {
  const { office = page.office.id, lang = page.lang, elder = page.elder, a = '', q = '' } = wish;
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (a !== '') query.set('a', a);
  if (office !== 'yinchuan') query.set('office', office);
  if (lang !== 'zh') query.set('lang', lang);
  if (elder) query.set('elder', '1');
  const text = query.toString();
  return `/guides${path}${text === '' ? '' : `?${text}`}`;
}
