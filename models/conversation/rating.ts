/** What a citizen thought of it, in the five official grades; silence is never counted as satisfaction. */
import * as z from 'zod';
import { Instant } from '../time.ts';

/** 好差评 (国办发〔2019〕51号): five grades, the lower two are 差评. */
export const grades = ['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied'] as const;
export type Grade = (typeof grades)[number];
export const isLow = (grade: Grade): boolean => grade === 'dissatisfied' || grade === 'very-dissatisfied';

export const Rating = z.strictObject({
  grade: z.enum(grades),
  at: Instant,
  /** Whom it rates: the assistant's answers or the officer's help. */
  of: z.enum(['bot', 'officer']),
  reason: z.string().max(500).optional(),
});
export type Rating = z.infer<typeof Rating>;
