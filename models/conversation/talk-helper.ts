/** Who helps the person of a talk: named by them, called after that naming. */
import * as z from 'zod';
import { Instant } from '../time.ts';

/** Filed sealed; the record's history says that, never who. */
export const TalkHelper = z.strictObject({
  /** Called after the naming: a link holds it, so that a later naming closes the earlier door. */
  id: z.string().min(8).max(40),
  name: z.string().trim().min(1).max(40),
  relation: z.string().trim().min(1).max(20),
  at: Instant,
  joinedAt: Instant.optional(),
});
export type TalkHelper = z.infer<typeof TalkHelper>;
