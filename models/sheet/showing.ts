/** Builds what each side may see of a guidance sheet. */
import { situationText, type ChecklistItem } from '../guidance/checklist.ts';
import { materialBasis } from '../guidance/citations.ts';
import { serviceById } from '../guidance/catalogue.ts';
import { answerTo } from '../guidance/questions.ts';
import { replacedIn } from '../guidance/replace-lost.ts';
import type { Text } from '../guidance/service.ts';
import { whoNames } from '../guidance/wording.ts';
import { officeOf } from '../office/offices.ts';
import type { Instant } from '../time.ts';
import { shapeOf } from './paper-shape.ts';
import { listOf, questionsOn } from './papers.ts';
import {
  isGood,
  isUntold,
  paperStates,
  toJudge,
  type GuidanceSheet,
  type SheetItem,
  type SheetPhoto,
} from './sheet.ts';
import type { FoundCheck, SheetRow, ShownPaper, ShownPhoto, ShownSheet, StaffSheet } from './views.ts';
import { aboutPhoto, explanationOf, whereOf } from './words.ts';

type Reader = 'person' | 'staff';

/** A verdict that was not told yet is nobody's but the office's. */
function shownPhoto(sheet: GuidanceSheet, photo: SheetPhoto, reader: Reader): ShownPhoto {
  const { id, at, findings, verdict } = photo;
  const untold = isUntold(photo);
  const known = verdict !== undefined && (!untold || reader === 'staff');
  const words = sheet.words[aboutPhoto(id)];
  return {
    id,
    at,
    findings,
    stands: !known ? 'waits' : untold ? 'judged' : isGood(photo) ? 'good' : 'again',
    defects: known ? verdict.defects : [],
    ...(known && words !== undefined ? { words } : {}),
  };
}

function shownPaper(sheet: GuidanceSheet, law: ChecklistItem, line: SheetItem, reader: Reader): ShownPaper {
  const { paper, state, set, photos } = line;
  const lost = replacedIn(law);
  const replacing = lost === undefined ? undefined : serviceById(lost);
  const shape = shapeOf(law);
  const basis = materialBasis(law.legal);
  const [explanation, where] = [sheet.words[explanationOf(paper)], sheet.words[whereOf(paper)]];
  return {
    paper,
    name: { zh: law.nameZh, en: law.nameEn },
    state,
    who: whoNames[law.who],
    verified: law.verified,
    photos: photos.map((photo) => shownPhoto(sheet, photo, reader)),
    ...(law.note === undefined ? {} : { note: law.note }),
    ...(law.onlyIf === undefined ? {} : { onlyIf: law.onlyIf }),
    ...(basis === undefined ? {} : { basis }),
    ...(set === undefined ? {} : { by: { name: set.byName, at: set.at } }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(where === undefined ? {} : { where }),
    ...(replacing === undefined
      ? {}
      : { replacedIn: { service: replacing.id, name: { zh: replacing.nameZh, en: replacing.nameEn } } }),
    ...(shape === undefined ? {} : { shape }),
  };
}

const nameOf = (sheet: Pick<GuidanceSheet, 'service'>): Text => {
  const service = serviceById(sheet.service);
  return { zh: service?.nameZh ?? sheet.service, en: service?.nameEn ?? sheet.service };
};

function shown(sheet: GuidanceSheet, reader: Reader): ShownSheet {
  const list = listOf(sheet);
  const { id, version, number, conversation, state, code, validTo, lastAt } = sheet;
  const office = officeOf(sheet.office);
  const papers = list.items.flatMap((law) => {
    const line = sheet.items.find(({ paper }) => paper === law.id);
    return line === undefined ? [] : [shownPaper(sheet, law, line, reader)];
  });
  return {
    id,
    version,
    number,
    conversation,
    office: { id: office.id, name: { zh: office.nameZh, en: office.nameEn } },
    service: { id: sheet.service, name: nameOf(sheet) },
    situation: situationText(list.services, list.answers),
    state: state.name,
    by: sheet.opened.byName,
    lastAt,
    papers,
    notNeeded: [...list.notNeeded],
    counts: Object.fromEntries(
      paperStates.map((name) => [name, papers.filter((paper) => paper.state === name).length]),
    ) as ShownSheet['counts'],
    ...(state.name === 'handed-over' ? { givenAt: state.at } : {}),
    ...(code === undefined ? {} : { code }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

export const forPerson = (sheet: GuidanceSheet): ShownSheet => shown(sheet, 'person');

export function forOfficer(sheet: GuidanceSheet): StaffSheet {
  const list = listOf(sheet);
  const untold = sheet.items.flatMap(({ photos }) => photos.filter(isUntold));
  return {
    ...shown(sheet, 'staff'),
    openedBy: sheet.opened.by,
    toJudge: untold.filter(({ verdict }) => verdict === undefined).length,
    toTell: untold.filter(({ verdict }) => verdict !== undefined).length,
    questions: questionsOn(list).map((question) => ({
      id: question.id,
      text: { zh: question.zh, en: question.en },
      chosen: answerTo(question.id, list.answers),
      options: question.options.map(({ value, zh, en }) => ({ value, text: { zh, en } })),
    })),
  };
}

export const sheetRow = (sheet: GuidanceSheet): SheetRow => ({
  id: sheet.id,
  number: sheet.number,
  conversation: sheet.conversation,
  service: { id: sheet.service, name: nameOf(sheet) },
  lastAt: sheet.lastAt,
  toJudge: toJudge(sheet),
});

/** The window sees what the person was told, no half-made verdict. */
export function foundCheck(sheet: GuidanceSheet, now: Instant): FoundCheck {
  const { state } = sheet;
  const over = state.name === 'expired' || sheet.expiresAt <= now;
  return {
    sheet: forPerson(sheet),
    stands: state.name === 'used' ? 'used' : over ? 'ended' : 'valid',
    ...(state.name === 'used' ? { usedBy: { name: state.byName, at: state.at } } : {}),
  };
}
