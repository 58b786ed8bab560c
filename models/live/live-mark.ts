/** What a talk knows of its live guidance: enough for its pages to show it; the whole of it is in the record of its own. */
import * as z from 'zod';
import { LiveId } from '../ids.ts';
import { Asked, Rung } from './ladder.ts';
import type { LiveSession } from './live-session.ts';

export const LiveMark = z.strictObject({
  id: LiveId,
  /** Of the record: an older one never takes the place of a newer one. */
  version: z.int().nonnegative(),
  at: z.enum(['asked', 'invited', 'live', 'over']),
  asked: Asked,
  how: Rung,
  /** As shown to the citizen. */
  officer: z.string().max(40).optional(),
});
export type LiveMark = z.infer<typeof LiveMark>;

export function markOf(s: LiveSession): LiveMark {
  const at = { waiting: 'asked', invited: 'invited', live: 'live' } as const;
  return {
    id: s.id,
    version: s.version,
    at: s.state.name in at ? at[s.state.name as keyof typeof at] : 'over',
    asked: s.asked,
    how: s.how,
    ...(s.officer === undefined ? {} : { officer: s.officer.name }),
  };
}

/** Names rise with time: of two guidances the later one counts. */
export const isNewer = (mark: LiveMark, than: LiveMark | undefined): boolean =>
  than === undefined || mark.id > than.id || (mark.id === than.id && mark.version > than.version);
