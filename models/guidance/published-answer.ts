/** An answer the assistant could not give, written by one officer and published by a second one. */
import * as z from 'zod';
import { OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant } from '../time.ts';

export const PublishedAnswer = z.strictObject({
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  version: z.int().nonnegative(),
  office: OfficeId,
  /** How people ask it; the first is the one that failed. */
  questions: z.array(z.string().trim().min(2).max(200)).min(1).max(10),
  /** The service or intent it belongs to, as the matcher names it. */
  label: z.string().min(2).max(60),
  answerZh: z.string().trim().max(400),
  answerEn: z.string().trim().max(600),
  source: z.string().trim().max(300),
  state: z.enum(['proposed', 'published', 'rolled-back', 'rejected']),
  from: z.string().max(40).optional(),
  editedBy: StaffId.optional(),
  publishedBy: StaffId.optional(),
  at: Instant,
  /** Figures of the evaluation that let it through. */
  evaluation: z.strictObject({ before: z.number(), after: z.number(), worse: z.int() }).optional(),
});
export type PublishedAnswer = z.infer<typeof PublishedAnswer>;

export const EditAnswer = PublishedAnswer.pick({
  id: true,
  version: true,
  questions: true,
  label: true,
  answerZh: true,
  answerEn: true,
  source: true,
});
export type EditAnswer = z.infer<typeof EditAnswer>;
export const ProposeAnswer = EditAnswer.omit({ id: true, version: true }).extend({
  from: z.string().max(40).optional(),
});
export type ProposeAnswer = z.infer<typeof ProposeAnswer>;
export const OneAnswer = PublishedAnswer.pick({ id: true, version: true });
export type OneAnswer = z.infer<typeof OneAnswer>;
export const ListAnswers = z.strictObject({ state: PublishedAnswer.shape.state });

export function edit(answer: PublishedAnswer, by: StaffId, to: EditAnswer, now: Instant): Outcome<PublishedAnswer> {
  if (answer.state === 'published')
    return refused('wrong-state', 'a published answer is rolled back before it is edited');
  const { questions, label, answerZh, answerEn, source } = to;
  return done({ ...answer, questions, label, answerZh, answerEn, source, editedBy: by, at: now, state: 'proposed' });
}

/** Four eyes: whoever edited it last may not publish it. */
export function publish(
  answer: PublishedAnswer,
  by: StaffId,
  evaluation: NonNullable<PublishedAnswer['evaluation']>,
  now: Instant,
): Outcome<PublishedAnswer> {
  if (answer.state !== 'proposed')
    return refused('wrong-state', `an answer that is ${answer.state} cannot be published`);
  if (answer.answerZh === '' || answer.source === '')
    return refused('bad-input', 'an answer needs its words and its source before it is published');
  if (answer.editedBy === undefined || answer.editedBy === by)
    return refused('not-allowed', 'a second person publishes');
  if (evaluation.worse > 0) return refused('wrong-state', `${evaluation.worse} other lines would be answered worse`);
  return done({ ...answer, state: 'published', publishedBy: by, evaluation, at: now });
}

export function rollBack(answer: PublishedAnswer, now: Instant): Outcome<PublishedAnswer> {
  if (answer.state !== 'published')
    return refused('wrong-state', `an answer that is ${answer.state} cannot be rolled back`);
  return done({ ...answer, state: 'rolled-back', at: now });
}
