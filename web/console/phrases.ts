/** The console's words in each language it speaks; both have the same shape, so that none can lack a sentence. */
import { en } from './phrases-en.ts';
import { zh } from './phrases-zh.ts';

export type Phrases = typeof zh;
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export const phrases: Record<Language, Phrases> = { zh, en };
