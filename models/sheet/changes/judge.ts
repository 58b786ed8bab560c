/** An officer judges each photo; what was found is told all at once (一次说清), never one by one. */
import type { AttachmentId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { addDays, at, dayOf } from '../../time.ts';
import { isOfPaper, type PhotoDefect } from '../photo-words.ts';
import { sheetRulesOf } from '../rules.ts';
import { isGood, isUntold, toJudge, type GuidanceSheet, type PaperState, type SheetItem } from '../sheet.ts';
import { aboutPhoto, withWords } from '../words.ts';
import { changed, mayChange, mayChangeAll, signed, touched, type Deed } from './by.ts';
import { photoIn } from './photos.ts';

export type Verdict = { photo: AttachmentId; defects: readonly PhotoDefect[]; words?: string | undefined };

/** Until it is told, a verdict may be changed. */
export function judge(
  sheet: GuidanceSheet,
  { photo: id, defects, words }: Verdict,
  deed: Deed,
): Outcome<GuidanceSheet> {
  const found = photoIn(sheet, id);
  if (found === undefined) return refused('not-found', 'no such photo on this sheet');
  const mine = mayChange(sheet, found.item, deed);
  if (!mine.ok) return mine;
  if (!isUntold(found.photo)) return refused('wrong-state', 'the person has been told of this photo already');
  if (defects.includes('other') && (words ?? '').trim() === '')
    return refused('bad-input', 'another reason needs its words');
  const verdict = { ...signed(deed), defects: [...new Set(defects)] };
  const item: SheetItem = {
    ...found.item,
    photos: found.item.photos.map((one) => (one.id === id ? { ...one, verdict } : one)),
  };
  return done(
    changed(withWords(sheet, { [aboutPhoto(id)]: words ?? '' }), item, deed, {
      what: 'photo-judged',
      reason: `${item.paper}:${defects.length === 0 ? 'good' : [...verdict.defects].join('+')}`,
    }),
  );
}

/** `code` is used only where there is none yet. Refused while one photo has no verdict: half of it would be told twice. */
export function tellVerdicts(sheet: GuidanceSheet, code: string, deed: Deed): Outcome<GuidanceSheet> {
  const open = mayChangeAll(sheet, deed);
  if (!open.ok) return open;
  const untold = sheet.items.flatMap(({ photos }) => photos.filter(isUntold));
  if (toJudge(sheet) === 0) return refused('wrong-state', 'there is nothing new to tell');
  if (untold.some(({ verdict }) => verdict === undefined))
    return refused('wrong-state', 'some photos have no verdict yet');
  const { now } = deed;
  const items = sheet.items.map((item) =>
    item.photos.some(isUntold) ? toldItem(item, sheet.version + 1, deed) : item,
  );
  const something = items.some(({ photos }) => photos.some(isGood));
  const validTo = addDays(dayOf(now), sheetRulesOf(sheet.office).checkedDays);
  const good: Partial<GuidanceSheet> = something
    ? { code: sheet.code ?? code, validTo, expiresAt: at(addDays(validTo, 1), 0), warned: false }
    : {};
  return done(touched({ ...sheet, ...good, items }, deed, { what: 'verdicts-told', reason: outcomeOf(untold) }));
}

const outcomeOf = (told: readonly { verdict?: { defects: readonly unknown[] } | undefined }[]): string =>
  told.every(({ verdict }) => verdict?.defects.length === 0) ? 'all-good' : 'some-again';

/** What was found says how the paper stands: one that has to be photographed again stands as before, but not as good; another paper is missing. */
function toldItem(item: SheetItem, version: number, deed: Deed): SheetItem {
  const photos = item.photos.map((one) => (isUntold(one) ? { ...one, toldAt: deed.now } : one));
  const defects = photos.flatMap(({ verdict }) => verdict?.defects ?? []);
  const before: PaperState = item.state === 'fine' ? 'open' : item.state;
  const state: PaperState = defects.length === 0 ? 'fine' : isOfPaper(defects) ? 'missing' : before;
  return { ...item, photos, state, set: signed(deed), changed: version };
}
