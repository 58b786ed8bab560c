/** The verdicts on papers while they are being made: kept field by field until all were sent at once. */
import type { ReleaseAct } from '../../../models/release/requests.ts';
import type { Defect } from '../../../models/release/papers.ts';
import type { ReleaseFile, ShownPaper } from '../../../models/release/views.ts';
import type { MatterDrafts } from '../matters/matter-drafts.ts';

export type Verdict = { good: boolean | undefined; defects: Defect[]; words: string };
type Deed = Extract<ReleaseAct, { act: 'check-papers' }>;

const field = (kind: string, what: string): string => `papers.${kind}.${what}`;
export const wordsField = (kind: string): string => field(kind, 'words');

/** As it is being written; else as it was saved. */
export function verdictOf(drafts: MatterDrafts, release: string, paper: ShownPaper): Verdict {
  const { kind, verdict } = paper;
  const chosen = drafts.get(release, field(kind, 'good'));
  const defects = drafts.get(release, field(kind, 'defects'));
  return {
    good: chosen === '' ? verdict?.good : chosen === 'good',
    defects:
      defects === '' ? [...(verdict?.defects ?? [])] : (defects.split(',').filter((one) => one !== '-') as Defect[]),
    words: drafts.get(release, wordsField(kind)) || (verdict?.words ?? ''),
  };
}

export function choose(drafts: MatterDrafts, release: string, kind: string, good: boolean): void {
  drafts.set(release, field(kind, 'good'), good ? 'good' : 'bad');
}

export function setDefects(drafts: MatterDrafts, release: string, kind: string, defects: readonly Defect[]): void {
  // A sign that it was emptied, or the saved ones would come back.
  drafts.set(release, field(kind, 'defects'), defects.length === 0 ? '-' : defects.join(','));
}

export const toCheck = (file: ReleaseFile): ShownPaper[] => file.papers.filter(({ from }) => from === 'handed-in');

/** Undefined while a paper has no verdict, or a bad one no defect. */
export function deedOf(drafts: MatterDrafts, file: ReleaseFile): Deed | undefined {
  const verdicts: Deed['verdicts'] = [];
  for (const paper of toCheck(file)) {
    const { good, defects, words } = verdictOf(drafts, file.row.id, paper);
    if (good === undefined || (!good && defects.length === 0)) return undefined;
    verdicts.push({
      kind: paper.kind,
      good,
      defects: good ? [] : defects,
      ...(good || words.trim() === '' ? {} : { words: words.trim() }),
    });
  }
  return { act: 'check-papers', verdicts };
}
