/** Words that people used and no guide knows: what the guides should learn next. */
import * as z from 'zod';
import type { ConversationId, OfficeId } from '../ids.ts';
import type { Day } from '../time.ts';

/** A word that fewer talks of a month used is shown to nobody: it could point at somebody. */
export const ENOUGH_TALKS = 5;

export const HeardWord = z.strictObject({ word: z.string(), talks: z.int().min(ENOUGH_TALKS) });
export type HeardWord = z.infer<typeof HeardWord>;

export interface UnknownWords {
  /** Counts each word once a talk and month. */
  count(office: OfficeId, day: Day, talk: ConversationId, words: readonly string[]): Promise<void>;
  /** Of a month, `2026-11`: those that came up in enough talks, most first. */
  often(office: OfficeId, month: string, limit: number): Promise<HeardWord[]>;
}
