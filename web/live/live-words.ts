/** The words of live guidance on the citizen's page, in either language. */
import { liveEn } from './words-en.ts';
import { liveZh, type LiveWords } from './words-zh.ts';

export const liveWords = (language: 'zh' | 'en'): LiveWords => (language === 'en' ? liveEn : liveZh);
