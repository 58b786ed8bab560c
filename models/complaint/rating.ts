/** What the person says of how it was handled: the five official grades (国办发〔2019〕51号), given once for each answer. */
import * as z from 'zod';
import { grades } from '../conversation/rating.ts';
import { Instant } from '../time.ts';

export const ratingReasons = [
  'too-long',
  'no-news',
  'attitude',
  'unclear',
  'not-done',
  'fast',
  'clear',
  'kind',
  'few-visits',
] as const;
export const RatingReason = z.enum(ratingReasons);
export type RatingReason = z.infer<typeof RatingReason>;

export const Rating = z.strictObject({
  grade: z.enum(grades),
  reasons: z.array(RatingReason).max(9),
  words: z.string().trim().max(1000).optional(),
  at: Instant,
  /** Which answer it rates: a reopened matter is answered, and rated, again. */
  cycle: z.int().positive(),
});
export type Rating = z.infer<typeof Rating>;
