/** Whose sheet a browser may open: those of its own talk, and the one whose link was opened in it. */
import type { SheetHolder } from '../../functions/sheet/own-sheet.ts';
import { SHEET_USE } from '../../functions/sheet/sheet-links.ts';
import { SheetId, type ConversationId } from '../../models/ids.ts';
import type { Signer } from '../../models/signing.ts';
import { DAY } from '../../models/time.ts';
import { slipCookie, slipOf } from './cookies.ts';

/** As long as a sheet may be open. */
const SLIP_MS = 60 * DAY;

export function sheetHolder(
  signer: Signer,
  cookies: readonly string[] | undefined,
  conversation: ConversationId,
  nowMs: number,
): SheetHolder {
  const sheet = SheetId.safeParse(slipOf(signer, cookies, SHEET_USE, nowMs)?.['s']).data;
  return { conversation, ...(sheet === undefined ? {} : { sheet }) };
}

/** The sheet is opened again in this browser without its link. */
export const sheetCookie = (signer: Signer, id: SheetId, nowMs: number): string =>
  slipCookie(signer, SHEET_USE, { s: id }, SLIP_MS, nowMs);
