/** The words of the window's pages, in the reader's language. */
import type { Language } from './refusals.ts';
import { reportEn } from './report-en.ts';
import { reportZh, type ReportWords } from './report-zh.ts';

export type { ReportWords } from './report-zh.ts';

const books: Record<Language, ReportWords> = { zh: reportZh, en: reportEn };

export const reportWords = (language: Language): ReportWords => books[language];
