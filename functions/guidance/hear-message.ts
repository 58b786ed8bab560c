/** Reads one message once: language, what it is about, what it names, which sides of the matter it asks about. */
import { asksSomething } from '../../models/guidance/answers/commands.ts';
import { facetsIn } from '../../models/guidance/answers/facets.ts';
import { understandEnglish } from '../../models/guidance/answers/understand-english.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import { type Understanding, understand } from '../../models/guidance/understanding/understand.ts';
import type { Heard } from './talk.ts';

/** Long enough for any story; what lies beyond is kept as a line, but not weighed. */
const MOST_READ = 1200;

export function hearMessage(text: string, extra: readonly { text: string; label: string }[], english: boolean): Heard {
  const read = text.slice(0, MOST_READ);
  const plain = english ? plainEnglish(read) : plainChinese(read);
  const understood: Understanding = english ? understandEnglish(read, plain, understand) : understand(read, extra);
  const facets = facetsIn(plain, english);
  return {
    text,
    plain,
    english,
    understood,
    entities: understood.entities,
    facets,
    asks: facets.includes('doubt') || asksSomething(plain, read),
  };
}

/** Each question of a published answer counts as a known wording of its label. */
export const correctionsIn = (published: readonly PublishedAnswer[]): { text: string; label: string }[] =>
  published.flatMap(({ questions, label }) => questions.map((text) => ({ text, label })));

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

export const plainChinese = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
const plainEnglish = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** English if hardly any Chinese is in it and it has words; a plate or a number alone decides nothing. */
export function languageOf(text: string, before: 'zh' | 'en'): 'zh' | 'en' {
  const chinese = (text.match(/\p{Script=Han}/gu) ?? []).length;
  // A code or a frame number is no word of any language.
  const spoken = text.replace(/[A-Za-z0-9]*\d[A-Za-z0-9]*/g, ' ');
  const words = (spoken.match(/[A-Za-z]{2,}/g) ?? []).filter(
    (word) => !/^(C[1-6]|A[123]|B[12]|VIN|OK|APP|ETC|SUV)$/i.test(word),
  );
  if (chinese >= 2 && chinese >= words.length) return 'zh';
  if (
    words.length >= 2 ||
    (words.length === 1 &&
      chinese === 0 &&
      /^(hello|hi|help|yes|no|person|cancel|thanks|message)$/i.test(words[0] ?? ''))
  )
    return 'en';
  return before;
}
