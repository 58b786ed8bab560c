/** The words of the page of a video session, in the reader's language. */
import type { Language } from './refusals.ts';
import { roomEn } from './room-en.ts';
import { roomZh, type RoomWords } from './room-zh.ts';

export type { RoomWords } from './room-zh.ts';

const books: Record<Language, RoomWords> = { zh: roomZh, en: roomEn };

export const roomWords = (language: Language): RoomWords => books[language];
