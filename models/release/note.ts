/** What staff wrote about a release: reasons, remarks, why somebody looked. Never on a path to a side. */
import * as z from 'zod';
import { ReleaseId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';

export const noteKinds = ['note', 'transfer', 'untick', 'reveal', 'decision', 'gap', 'watch', 'hold'] as const;
export const ReleaseNote = z.strictObject({
  release: ReleaseId,
  id: z.string().min(1).max(64),
  at: Instant,
  by: StaffId,
  byName: z.string().max(40),
  kind: z.enum(noteKinds),
  /** Sealed. */
  text: z.string().trim().min(1).max(4000),
});
export type ReleaseNote = z.infer<typeof ReleaseNote>;
