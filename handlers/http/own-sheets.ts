/** The person's window to their own guidance sheet: see it as it stands, hand in photos of papers, take them back. */
import type { SheetHolder } from '../../functions/sheet/own-sheet.ts';
import { actOnOwnSheet, ownSheet, startSheetPhoto, viewSheetPhoto } from '../../functions/sheet/own-sheet.ts';
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import type { Deps } from '../../functions/deps.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { ActOnOwnSheet, OneSheet, OneSheetPhoto, StartSheetPhoto } from '../../models/sheet/requests.ts';
import { forPerson } from '../../models/sheet/showing.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { msOf } from '../../models/time.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { citizenTicket, socketAddress } from '../socket/ticket.ts';
import { wireWith } from '../wiring.ts';
import { photoAt } from './photo-at.ts';
import { json } from './problem.ts';
import { sheetCookie, sheetHolder } from './sheet-holder.ts';
import { citizenRoute, openWindow, type Request } from './window.ts';

wireWith({ photos: photosFromEnvironment, wire: wireFromEnvironment });

const holderOf = (deps: Deps, visitor: Visitor, { signer, event }: Request): SheetHolder =>
  sheetHolder(signer, event.cookies, visitor.conversation, msOf(deps.now()));
const shown = (sheet: Outcome<GuidanceSheet>): Outcome<object> =>
  sheet.ok ? done({ sheet: forPerson(sheet.value) }) : sheet;

export const handler = openWindow({
  'GET /api/own-sheets/{id}': citizenRoute(OneSheet, async (deps, visitor, { id }, request) => {
    const own = await ownSheet(deps, holderOf(deps, visitor, request), id);
    if (!own.ok) return own;
    const nowMs = msOf(deps.now());
    // News come on the line of its own talk; a page opened by the link asks every few seconds instead.
    const mine = own.value.conversation === visitor.conversation;
    const ticket = citizenTicket(request.signer, visitor, { sameDevice: false }, nowMs);
    return {
      ...json(200, {
        sheet: forPerson(own.value),
        language: visitor.language,
        elder: visitor.elder,
        ...(mine ? { socket: { url: socketAddress(), ticket } } : {}),
      }),
      cookies: [sheetCookie(request.signer, id, nowMs)],
    };
  }),
  'POST /api/own-sheets/{id}/photos': citizenRoute(StartSheetPhoto, (deps, visitor, input, request) =>
    startSheetPhoto(deps, holderOf(deps, visitor, request), input),
  ),
  'POST /api/own-sheets/{id}/acts': citizenRoute(ActOnOwnSheet, async (deps, visitor, input, request) =>
    shown(await actOnOwnSheet(deps, holderOf(deps, visitor, request), input)),
  ),
  'GET /api/own-sheets/{id}/photos/{photo}': citizenRoute(
    OneSheetPhoto,
    async (deps, visitor, { id, photo }, request) => {
      const own = await ownSheet(deps, holderOf(deps, visitor, request), id);
      return own.ok ? photoAt(await viewSheetPhoto(deps, own.value, photo)) : own;
    },
  ),
});
