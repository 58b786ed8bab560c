/** The person hands in photos of a paper, takes one back, and takes anew what was not good. */
import type { AttachmentId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { listOf } from '../papers.ts';
import { shapeOf } from '../paper-shape.ts';
import { isGood, isUntold, itemOf, sheetLimits, sheetNoted, stillOpen, withItem } from '../sheet.ts';
import type { GuidanceSheet, SheetItem, SheetPhoto } from '../sheet.ts';

export type NewPhoto = Pick<SheetPhoto, 'id' | 'sha256' | 'findings'>;

/** Once a photo is told to be good, that paper is done; what failed is replaced by what comes next. */
export function addPhoto(sheet: GuidanceSheet, paper: string, photo: NewPhoto, now: Instant): Outcome<GuidanceSheet> {
  const open = stillOpen(sheet, now);
  if (!open.ok) return open;
  const found = itemOf(sheet, paper);
  if (!found.ok) return found;
  const item = found.value;
  if (item.photos.some(({ id }) => id === photo.id)) return done(sheet);
  if (!canBePhotographed(sheet, paper)) return refused('bad-input', 'there is nothing to photograph of this');
  const failed = item.photos.filter((one) => !isUntold(one) && !isGood(one));
  if (item.photos.length > 0 && item.photos.every((one) => !isUntold(one) && isGood(one)))
    return refused('wrong-state', 'this paper was found good already');
  const kept = item.photos.filter((one) => !failed.includes(one));
  if (kept.length >= sheetLimits.photos) return refused('too-many', 'three photos of a paper are enough');
  if (sheet.retired.length + failed.length > sheetLimits.retired) return refused('too-many', 'too many photos');
  return done(
    sheetNoted(
      {
        ...withItem(sheet, { ...item, photos: [...kept, { ...photo, at: now }] }),
        retired: [...sheet.retired, ...failed.map(({ id, sha256 }) => ({ id, sha256 }))],
      },
      { at: now, what: 'photo-handed-in', reason: paper },
    ),
  );
}

/** Only as long as no officer has looked at it. */
export function takePhotoBack(sheet: GuidanceSheet, id: AttachmentId, now: Instant): Outcome<GuidanceSheet> {
  const open = stillOpen(sheet, now);
  if (!open.ok) return open;
  const item = sheet.items.find(({ photos }) => photos.some((one) => one.id === id));
  const photo = item?.photos.find((one) => one.id === id);
  if (item === undefined || photo === undefined) return done(sheet);
  if (photo.verdict !== undefined) return refused('wrong-state', 'an officer has looked at this photo already');
  if (sheet.retired.length >= sheetLimits.retired) return refused('too-many', 'too many photos');
  return done(
    sheetNoted(
      {
        ...withItem(sheet, { ...item, photos: item.photos.filter((one) => one !== photo) }),
        retired: [...sheet.retired, { id, sha256: photo.sha256 }],
      },
      { at: now, what: 'photo-taken-back', reason: item.paper },
    ),
  );
}

export function canBePhotographed(sheet: GuidanceSheet, paper: string): boolean {
  const item = listOf(sheet).items.find(({ id }) => id === paper);
  return item !== undefined && shapeOf(item) !== undefined;
}

export const photoIn = (sheet: GuidanceSheet, id: AttachmentId): { item: SheetItem; photo: SheetPhoto } | undefined => {
  for (const item of sheet.items) {
    const photo = item.photos.find((one) => one.id === id);
    if (photo !== undefined) return { item, photo };
  }
  return undefined;
};
