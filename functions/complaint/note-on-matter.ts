/** A private note among staff, with colleagues it is meant for; the citizen never meets it. */
import type { Officer } from '../../models/access/staff.ts';
import type { Memo } from '../../models/complaint/entry.ts';
import type { NoteOnMatter } from '../../models/complaint/requests.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { mentionsFor, tellMentioned } from '../conversation/tell-mentioned.ts';
import type { Deps } from '../deps.ts';
import { findMatterFor } from './open-matter.ts';

export async function noteOnMatter(
  deps: Deps,
  by: Officer,
  { id, delivery, text, mentions }: NoteOnMatter,
): Promise<Outcome<Memo>> {
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) return found;
  const memo: Memo = {
    complaint: id,
    id: delivery,
    at: deps.now(),
    by: by.id,
    byName: by.name,
    kind: 'note',
    text,
    mentions,
  };
  const { office, number } = found.value;
  const named = await mentionsFor(
    deps,
    by,
    mentions,
    { of: 'matter', office, id, number },
    { note: delivery, at: memo.at },
  );
  if ((await deps.complaints.addMemo(memo, named)) === 'done') await tellMentioned(deps, office, named);
  return done(memo);
}
