/** The ways to one sheet, within our own pages: for whoever reads the talk in WeChat or on another device, and the one on the printed notice. */
import { SheetId } from '../../models/ids.ts';
import { DAY, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** Opens the sheet itself, with handing in photos. Names the cookie that it leaves behind, too. */
export const SHEET_USE = 'bc_sheet';
/** Shows the notice and nothing else: it stands on paper that anybody may pick up. */
const NOTICE_USE = 'sheet-notice';
/** A sheet is over by then. */
const LINK_MS = 90 * DAY;

type Needed = Pick<Deps, 'signer' | 'now'>;

/** The same within a day, so that a message tried again reads the same. */
const until = (deps: Needed): number => Math.floor(msOf(deps.now()) / DAY) * DAY + LINK_MS;

export const sheetLink = (deps: Needed, id: SheetId): string =>
  `/sheet/go/${deps.signer.sign(SHEET_USE, { s: id }, until(deps))}`;
export const noticeLink = (deps: Needed, id: SheetId): string =>
  `/sheet/shown/${deps.signer.sign(NOTICE_USE, { s: id }, until(deps))}`;

export const linkedSheet = (deps: Pick<Deps, 'signer' | 'now'>, slip: string): SheetId | undefined =>
  SheetId.safeParse(deps.signer.check(SHEET_USE, slip, msOf(deps.now()))?.['s']).data;
export const shownSheet = (deps: Pick<Deps, 'signer' | 'now'>, slip: string): SheetId | undefined =>
  SheetId.safeParse(deps.signer.check(NOTICE_USE, slip, msOf(deps.now()))?.['s']).data;
