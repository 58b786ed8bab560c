/** Shows a masked field to whoever may see it whole, for a reason that is kept; every time is an audit line. */
import type { Officer } from '../../models/access/staff.ts';
import { maySeeWhole, wholeOf } from '../../models/complaint/changes/reveal.ts';
import { noted } from '../../models/complaint/complaint.ts';
import type { RevealOnMatter } from '../../models/complaint/requests.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeComplaint } from './change-complaint.ts';
import { findMatterFor } from './open-matter.ts';

export async function revealOnMatter(
  deps: Deps,
  by: Officer,
  { id, field, reason }: RevealOnMatter,
): Promise<Outcome<{ value: string }>> {
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) return found;
  const kept = await changeComplaint(
    deps,
    id,
    (c, now) => {
      if (!maySeeWhole(c, by, field, now))
        return refused('not-allowed', 'only the one who handles the matter sees it whole; others ask a manager');
      if (wholeOf(c, field) === undefined) return refused('not-found', 'this was not given');
      return done({
        complaint: noted(c, { at: now, what: 'revealed', by: by.id, reason: field }),
        memos: [{ by: by.id, byName: by.name, kind: 'reveal', text: reason }],
      });
    },
    { clock: true },
  );
  if (!kept.ok) return kept;
  const value = wholeOf(kept.value, field);
  return value === undefined ? refused('not-found', 'this was not given') : done({ value });
}
