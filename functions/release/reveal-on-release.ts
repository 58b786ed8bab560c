/** The officer who has it, or a manager, sees a whole number or name for a reason that is kept. */
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { held } from '../../models/release/changes/by.ts';
import { noted } from '../../models/release/release.ts';
import type { RevealOnRelease } from '../../models/release/requests.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';
import { findReleaseFor } from './open-release.ts';

export async function revealOnRelease(
  deps: Deps,
  by: Officer,
  { id, field, reason }: RevealOnRelease,
): Promise<Outcome<{ value: string }>> {
  const found = await findReleaseFor(deps, by, id);
  if (!found.ok) return found;
  const { owner } = found.value;
  const value = field === 'phone' ? owner.phone : field === 'owner' ? owner.name : owner.proxy?.name;
  if (value === undefined) return refused('not-found', 'nothing is filed there');
  const kept = await changeRelease(
    deps,
    id,
    (r, now) => {
      const may = held(r, by);
      return may.ok
        ? done({
            release: noted(r, { at: now, what: 'revealed', by: by.id, reason: field }),
            notes: [{ by: by.id, byName: by.name, kind: 'reveal', text: reason }],
          })
        : may;
    },
    { clock: true },
  );
  return kept.ok ? done({ value }) : kept;
}
