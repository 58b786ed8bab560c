/** The talk that a matter came from, as far as the person let it go along and no further. */
import type { Officer } from '../../models/access/staff.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { ComplaintId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { forStaff } from '../conversation/for-staff.ts';
import type { Deps } from '../deps.ts';
import { findMatterFor } from './open-matter.ts';

export async function readTalkOf(
  deps: Deps,
  by: Officer,
  { id }: { id: ComplaintId },
): Promise<Outcome<{ lines: Line[] }>> {
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) return found;
  const { talk } = found.value;
  if (talk === undefined || talk.upTo === 0) return refused('not-found', 'the talk was not let go along');
  const lines = await deps.conversations.linesAfter(talk.conversation, 0, talk.upTo);
  return done({ lines: lines.filter((line) => line.seq <= talk.upTo).map(forStaff) });
}
