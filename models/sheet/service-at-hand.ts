/** Which service a sheet is about, and what the person answered that decides which papers it takes. */
import * as z from 'zod';
import { QuestionId } from '../guidance/questions.ts';

export const ServiceName = z.string().regex(/^[a-z0-9-]{1,60}$/);
export const Answers = z.partialRecord(QuestionId, z.string().max(40));
