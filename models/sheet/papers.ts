/** Which papers stand on a sheet: those of the legal list for this service and these answers, by construction no other. */
import { answersAmong } from '../guidance/answer-code.ts';
import { serviceById } from '../guidance/catalogue.ts';
import { checklistFor, questionsFor, type Checklist, type ChecklistItem } from '../guidance/checklist.ts';
import type { Answers } from '../guidance/questions.ts';
import { officeOf } from '../office/offices.ts';
import type { OfficeId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { sheetLimits, type GuidanceSheet, type SheetItem } from './sheet.ts';

export type AtHand = Pick<GuidanceSheet, 'office' | 'service' | 'answers'>;

export function listFor(office: OfficeId, service: string, given: Answers): Outcome<Checklist> {
  const found = serviceById(service);
  if (found === undefined) return refused('not-found', 'no such service');
  const list = checklistFor(found, answersAmong(found, given), officeOf(office));
  return list.items.length > sheetLimits.papers ? refused('bad-input', 'too many papers for a sheet') : done(list);
}

/** What stands on the sheet, as the law has it now. */
export function listOf({ office, service, answers }: AtHand): Checklist {
  const list = listFor(office, service, answers);
  if (!list.ok) throw new Error(`a sheet about ${service}: ${list.refusal.detail}`);
  return list.value;
}

/** Only a paper of a checklist becomes a line of a sheet. */
const lineOf = ({ id }: ChecklistItem, kept: SheetItem | undefined): SheetItem =>
  kept ?? { paper: id, state: 'open', changed: 0, photos: [] };

/** After another answer: papers that are still asked for keep what was found, new ones begin open, the rest falls away. */
export const linesFor = (list: Checklist, before: readonly SheetItem[] = []): SheetItem[] =>
  list.items.map((item) =>
    lineOf(
      item,
      before.find(({ paper }) => paper === item.id),
    ),
  );

/** Questions that still matter after the answers so far. */
export const questionsOn = (list: Checklist) => questionsFor(list.services[0], list.answers);
