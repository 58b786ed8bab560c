/** Everything the assistant can say, in the reader's language. */
import { clerkEn } from './clerk-en.ts';
import { clerkZh, type Clerk } from './clerk-zh.ts';
import { guidanceEn } from './guidance-en.ts';
import { guidanceZh, type Guidance } from './guidance-zh.ts';
import { handingOverEn } from './handing-over-en.ts';
import { handingOverZh, type HandingOver } from './handing-over-zh.ts';
import { mattersEn } from './matters-en.ts';
import { mattersZh, type Matters } from './matters-zh.ts';
import { noticeTalk, type NoticeTalk } from './notice-talk.ts';
import { releaseTalkEn } from './release-talk-en.ts';
import { releaseTalkZh, type ReleaseTalk } from './release-talk-zh.ts';
import { showingEn } from './showing-en.ts';
import { showingZh, type Showing } from './showing-zh.ts';

export type Language = 'zh' | 'en';
export type Phrases = Guidance &
  HandingOver & { matters: Matters; release: ReleaseTalk; clerk: Clerk; showing: Showing; notices: NoticeTalk };

const books = {
  zh: {
    ...guidanceZh,
    ...handingOverZh,
    matters: mattersZh,
    release: releaseTalkZh,
    clerk: clerkZh,
    notices: noticeTalk.zh,
    showing: showingZh,
  },
  en: {
    ...guidanceEn,
    ...handingOverEn,
    matters: mattersEn,
    release: releaseTalkEn,
    clerk: clerkEn,
    notices: noticeTalk.en,
    showing: showingEn,
  },
} as const satisfies Record<Language, Phrases>;

export const phrasesIn = (language: Language): Phrases => books[language];
