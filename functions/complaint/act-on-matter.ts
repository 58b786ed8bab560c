/** What an officer or a manager does with a matter: one rule each, their words kept as an entry or a memo, one conditional write. */
import type { Officer } from '../../models/access/staff.ts';
import type { ActOnMatter } from '../../models/complaint/requests.ts';
import type { MatterFile } from '../../models/complaint/views.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeComplaint } from './change-complaint.ts';
import { mergeMatters } from './merge-matters.ts';
import { findMatterFor, showFile } from './open-matter.ts';
import { photosAreThere } from './matter-photos.ts';
import { photosOf, ruleStaffAct } from './rule-staff-act.ts';

/** Adding to a file harms nobody's decision; whatever decides needs the newest on screen. */
const adds = new Set(['contact', 'message', 'link', 'list-tick', 'list-add', 'supervise', 'answer-supervision']);
/** Who may see a number whole changes nothing of the matter: it throws nobody's answer back, and of two managers the rule tells the second. */
const apart = new Set(['ask-reveal', 'decide-reveal']);
/** What only a manager does. */
const managers = new Set(['decide-decline', 'decide-extension', 'decide-reveal', 'read-report', 'supervise', 'assign']);
export const isForManagers = (act: string, by: Pick<Officer, 'role'>): boolean =>
  managers.has(act) && by.role !== 'manager';

export async function actOnMatter(
  deps: Deps,
  by: Officer,
  { id, delivery, seen, what }: ActOnMatter,
): Promise<Outcome<MatterFile>> {
  if (isForManagers(what.act, by)) return refused('not-allowed', 'this is for a manager');
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) return found;
  // Only what was added to this very matter: a photo of another one would be shown to a stranger.
  const photos = await photosAreThere(deps, photosOf(what), [id]);
  if (!photos.ok) return photos;
  const changed =
    what.act === 'merge' || what.act === 'unmerge'
      ? await mergeMatters(deps, by, found.value, what.act === 'merge' ? what.into : undefined)
      : await changeComplaint(deps, id, (c, now) => ruleStaffAct(deps, by, c, what, now), {
          delivery,
          ...(adds.has(what.act) || apart.has(what.act) ? {} : { seen }),
          clock: apart.has(what.act),
        });
  if (changed.ok) return showFile(deps, by, changed.value);
  if (changed.refusal.kind !== 'stale') return changed;
  // The newest goes along with the refusal: the officer sees what changed, their words stay where they are.
  const now = await findMatterFor(deps, by, id);
  const file = now.ok ? await showFile(deps, by, now.value) : undefined;
  return { ...changed, ...(file?.ok === true ? { file: file.value } : {}) };
}
