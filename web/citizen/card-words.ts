/** An answer as one would read it out to somebody: the words, then the card, without the numbers of articles. */
import type { Reply } from '../../models/conversation/content.ts';

export function spokenReply(reply: Reply): string {
  const { say, card } = reply;
  if (!card || card.type === 'rating') return say;
  const items = card.items.map(({ label, text, note }) => [label, text, note].filter(Boolean).join('，'));
  // A full stop is a breath; two would be read as a stutter.
  const sentences = [say, card.title ?? '', ...items].map((part) => part.replace(/[。.：:]$/u, ''));
  return sentences.filter((part) => part !== '').join('。');
}

/** Words in Chinese inside an English page, and the other way round, are announced in their own voice. */
export const languageOf = (text: string): 'zh-CN' | 'en' => (/[㐀-鿿]/u.test(text) ? 'zh-CN' : 'en');

/** Only places that a link may lead to; everything else is no link. */
export const safeLink = (href: string | undefined): string | undefined =>
  href !== undefined && (/^(\/(?!\/)|https:\/\/|tel:)/.test(href) || isOwn(href)) ? href : undefined;
/** On one's own machine the office has no certificate. */
const isOwn = (href: string): boolean => typeof location !== 'undefined' && href.startsWith(`${location.origin}/`);
