/** What a link to this page may bring along: an office, a language, big type, words ready to be sent. */
import type { Preferences } from './preferences.ts';

const MOST_WORDS = 200;

export function readAddress(
  search: string,
  path = '/',
): { preferences: Preferences; words: string; live: 'video' | 'voice' | undefined; talk: string | undefined } {
  const asked = new URLSearchParams(search);
  const language = asked.get('lang');
  const elder = asked.get('elder');
  const office = asked.get('office');
  return {
    preferences: {
      ...(language === 'zh' || language === 'en' ? { language } : {}),
      ...(elder === '1' || elder === 'true' ? { elder: 'on' as const } : {}),
      ...(office !== null && /^[a-z]{2,20}$/.test(office) ? { office } : {}),
    },
    live: path === '/live' ? (asked.get('how') === 'voice' ? 'voice' : 'video') : undefined,
    talk: path === '/live' ? (asked.get('talk') ?? undefined) : undefined,
    words: (asked.get('say') ?? '').trim().slice(0, MOST_WORDS),
  };
}

/** Live guidance that a link of this page leads to. */
export const liveIn = (href: string | undefined): 'video' | 'voice' | undefined =>
  href === undefined || !/^\/live(\?|$)/u.test(href) ? undefined : /[?&]how=voice/u.test(href) ? 'voice' : 'video';

/** The guides, as this reader sees them: same office, language and size of type. */
export function guidesAddress(office: string | undefined, language: 'zh' | 'en', elder: boolean): string {
  const wishes = new URLSearchParams();
  if (office !== undefined) wishes.set('office', office);
  if (language === 'en') wishes.set('lang', 'en');
  if (elder) wishes.set('elder', '1');
  const query = wishes.toString();
  return query === '' ? '/guides' : `/guides?${query}`;
}
