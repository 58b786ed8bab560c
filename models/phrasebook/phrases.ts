/** Everything the assistant can say, in the reader's language. */
import { guidanceEn } from './guidance-en.ts';
import { guidanceZh, type Guidance } from './guidance-zh.ts';
import { handingOverEn } from './handing-over-en.ts';
import { handingOverZh, type HandingOver } from './handing-over-zh.ts';
import { mattersEn } from './matters-en.ts';
import { mattersZh, type Matters } from './matters-zh.ts';

export type Language = 'zh' | 'en';
export type Phrases = Guidance & HandingOver & { matters: Matters };

const books = {
  zh: { ...guidanceZh, ...handingOverZh, matters: mattersZh },
  en: { ...guidanceEn, ...handingOverEn, matters: mattersEn },
} as const satisfies Record<Language, Phrases>;

export const phrasesIn = (language: Language): Phrases => books[language];
