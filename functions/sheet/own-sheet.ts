/** The person opens their own sheet, hands in photos of papers and takes them back. */
import type { AttachmentId, ConversationId, SheetId } from '../../models/ids.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import { addPhoto, canBePhotographed, photoIn, takePhotoBack } from '../../models/sheet/changes/photos.ts';
import type { ActOnOwnSheet, StartSheetPhoto } from '../../models/sheet/requests.ts';
import { stillOpen, type GuidanceSheet } from '../../models/sheet/sheet.ts';
import { startUpload, viewPhoto } from '../conversation/photos.ts';
import type { Deps } from '../deps.ts';
import { changeSheet } from './change-sheet.ts';

/** Whoever has the talk in this browser, or opened the sheet by its link. */
export type SheetHolder = { conversation: ConversationId; sheet?: SheetId };

export async function ownSheet(
  deps: Pick<Deps, 'sheets'>,
  holder: SheetHolder,
  id: SheetId,
): Promise<Outcome<GuidanceSheet>> {
  const found = await deps.sheets.find(id);
  if (!found.ok) return found;
  return found.value.conversation === holder.conversation || holder.sheet === id
    ? found
    : refused('not-found', 'no such sheet');
}

export async function startSheetPhoto(deps: Deps, holder: SheetHolder, { id, paper, ...file }: StartSheetPhoto) {
  const own = await ownSheet(deps, holder, id);
  if (!own.ok) return own;
  const open = stillOpen(own.value, deps.now());
  if (!open.ok) return open;
  if (!canBePhotographed(open.value, paper)) return refused('bad-input', 'there is nothing to photograph of this');
  return startUpload(deps, id, file);
}

export async function actOnOwnSheet(
  deps: Deps,
  holder: SheetHolder,
  act: ActOnOwnSheet,
): Promise<Outcome<GuidanceSheet>> {
  const own = await ownSheet(deps, holder, act.id);
  if (!own.ok) return own;
  if (act.act === 'take-back')
    return changeSheet(deps, act.id, (sheet, now) => takePhotoBack(sheet, act.photo, now), act.delivery);
  const attachment = await deps.attachments.find(act.photo);
  if (attachment?.parent !== act.id) return refused('not-found', 'no such photo');
  if (!(await deps.photos.isThere(attachment))) return refused('wrong-state', 'the photo has not arrived');
  const { id, sha256 } = attachment;
  return changeSheet(
    deps,
    act.id,
    (sheet, now) => addPhoto(sheet, act.paper, { id, sha256, findings: act.findings }, now),
    act.delivery,
  );
}

export async function viewSheetPhoto(
  deps: Pick<Deps, 'sheets' | 'attachments' | 'photos'> & Deps,
  sheet: GuidanceSheet,
  photo: AttachmentId,
): Promise<Outcome<string>> {
  return photoIn(sheet, photo) === undefined ? refused('not-found', 'no such photo') : viewPhoto(deps, sheet.id, photo);
}
