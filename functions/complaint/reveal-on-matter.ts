/** Shows a masked field to the one who handles the matter or a manager, for a reason that is kept; every time is an audit line. */
import type { Officer } from '../../models/access/staff.ts';
import { ownerOf, noted } from '../../models/complaint/complaint.ts';
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
  const c = found.value;
  const calls = c.rectification !== undefined && !c.owners.includes(by.id);
  if (ownerOf(c)?.id !== by.id && by.role !== 'manager' && !calls)
    return refused('not-allowed', 'only the one who handles the matter sees the whole number');
  const { person, matter } = c;
  const value = { phone: person.phone, name: person.name, plate: matter.plate, helper: person.helper?.phone }[field];
  if (value === undefined) return refused('not-found', 'this was not given');
  const kept = await changeComplaint(
    deps,
    id,
    (now_, now) =>
      done({
        complaint: noted(now_, { at: now, what: 'revealed', by: by.id, reason: field }),
        memos: [{ by: by.id, byName: by.name, kind: 'reveal', text: reason }],
      }),
    { clock: true },
  );
  return kept.ok ? done({ value }) : kept;
}
