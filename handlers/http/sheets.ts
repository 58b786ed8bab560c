/** The officer's window to guidance sheets, and the counter's to what was checked on photos. */
import * as z from 'zod';
import { actOnSheet, sheetFor } from '../../functions/sheet/act-on-sheet.ts';
import { lookUpCheck, useCheck } from '../../functions/sheet/check-at-counter.ts';
import { sheetsOfTalk, sheetsToJudge } from '../../functions/sheet/list-sheets.ts';
import { openSheet } from '../../functions/sheet/open-sheet.ts';
import { viewSheetPhoto } from '../../functions/sheet/own-sheet.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import {
  ActOnSheet,
  LookUpCheck,
  OneSheetPhoto,
  OpenSheet,
  SheetsOfTalk,
  UseCheck,
} from '../../models/sheet/requests.ts';
import { forOfficer } from '../../models/sheet/showing.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { photoAt } from './photo-at.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ photos: photosFromEnvironment, wire: wireFromEnvironment });

const shown = (sheet: Outcome<GuidanceSheet>): Outcome<object> =>
  sheet.ok ? done({ sheet: forOfficer(sheet.value) }) : sheet;

export const handler = openWindow({
  'GET /api/sheets': staffRoute('read-sheets', SheetsOfTalk, sheetsOfTalk),
  'GET /api/sheets/to-judge': staffRoute('read-sheets', z.strictObject({}), sheetsToJudge),
  'POST /api/sheets': staffRoute('work-sheets', OpenSheet, async (deps, by, input) =>
    shown(await openSheet(deps, by, input)),
  ),
  'POST /api/sheets/{id}/acts': staffRoute('work-sheets', ActOnSheet, async (deps, by, input) =>
    shown(await actOnSheet(deps, by, input)),
  ),
  'GET /api/sheets/{id}/photos/{photo}': staffRoute('read-sheets', OneSheetPhoto, async (deps, by, { id, photo }) => {
    const found = await sheetFor(deps, by, id);
    return found.ok ? photoAt(await viewSheetPhoto(deps, found.value, photo)) : found;
  }),
  'POST /api/checks': staffRoute('check-at-counter', LookUpCheck, lookUpCheck),
  'POST /api/checks/use': staffRoute('check-at-counter', UseCheck, useCheck),
});
