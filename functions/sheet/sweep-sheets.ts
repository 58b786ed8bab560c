/** Every minute: people are told that a check ends soon, sheets run out, photos whose time is over are deleted with a proof. Costs what is due. */
import { createHash } from 'node:crypto';
import { done, refused } from '../../models/outcome.ts';
import { nextStep, photosGone, photosOf, takeStep } from '../../models/sheet/changes/end.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import type { Deps } from '../deps.ts';
import { changeSheet, type SheetDeps } from './change-sheet.ts';

const AT_ONCE = 50;

/** Answers how many took a step. Repeats and crashes do no harm: the rule looks at the record again. */
export async function sweepSheets(deps: SheetDeps & Pick<Deps, 'photos'>): Promise<number> {
  let steps = 0;
  for (const sheet of await deps.sheets.due(deps.now(), AT_ONCE)) {
    const proof = await deletedPhotos(deps, sheet);
    const changed = await changeSheet(deps, sheet.id, (now, at) => {
      const after = proof === undefined ? takeStep(now, at) : photosGone(now, proof, at);
      return after === undefined ? refused('wrong-state', 'nothing is due any more') : done(after);
    });
    if (changed.ok) steps += 1;
  }
  return steps;
}

/** Deleting twice is as good as once: whoever is interrupted begins anew. */
async function deletedPhotos(
  deps: SheetDeps & Pick<Deps, 'photos'>,
  sheet: GuidanceSheet,
): Promise<{ count: number; sha256: string } | undefined> {
  const next = nextStep(sheet);
  if (next?.step !== 'delete-photos' || next.at > deps.now()) return undefined;
  const photos = photosOf(sheet);
  for (const { id } of photos) await deps.photos.remove({ id, parent: sheet.id });
  const text = photos.map(({ id, sha256 }) => `${id} ${sha256}\n`).join('');
  return { count: photos.length, sha256: createHash('sha256').update(text).digest('hex') };
}
