/** The documents of a guidance sheet: its notice to print, and the links that lead to it. */
import { ownSheet } from '../../functions/sheet/own-sheet.ts';
import { linkedSheet, noticeLink, shownSheet } from '../../functions/sheet/sheet-links.ts';
import { ConversationId, SheetId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { visitorOf } from './cookies.ts';
import { openPages, type Reply, type Visit } from './form-window.ts';
import { notFoundPage } from './guide-pages/pages.ts';
import { sheetCookie, sheetHolder } from './sheet-holder.ts';
import { sheetNotice } from './sheet-notice.ts';

const gone = ({ page }: Visit): Reply => ({ show: notFoundPage(page), status: 404 });
const part = ({ event }: Visit, name: string): string => event.pathParameters?.[name] ?? '';

/** From WeChat, a text message or the talk itself: the sheet opens in this browser. */
async function follow(visit: Visit): Promise<Reply> {
  const { deps, signer, nowMs } = visit;
  const id = linkedSheet(deps, part(visit, 'link'));
  if (id === undefined || !(await deps.sheets.find(id)).ok) return gone(visit);
  return { go: `/sheet/${id}`, cookies: [sheetCookie(signer, id, nowMs)] };
}

const noticeOf = (visit: Visit, sheet: GuidanceSheet, self: string, back?: string): Reply => ({
  show: sheetNotice({
    page: { ...visit.page, office: officeOf(sheet.office) },
    sheet,
    url: `${visit.deps.origin}${noticeLink(visit.deps, sheet.id)}`,
    self,
    back,
  }),
});

/** Anybody who holds the printed paper sees the same as on it, as it stands now. */
async function showPublic(visit: Visit): Promise<Reply> {
  const link = part(visit, 'link');
  const id = shownSheet(visit.deps, link);
  const found = id === undefined ? undefined : await visit.deps.sheets.find(id);
  return found?.ok === true ? noticeOf(visit, found.value, `/sheet/shown/${link}`) : gone(visit);
}

async function showOwn(visit: Visit): Promise<Reply> {
  const { deps, signer, event, nowMs } = visit;
  const id = SheetId.safeParse(part(visit, 'id'));
  if (!id.success) return gone(visit);
  const talk = visitorOf(signer, event.cookies, nowMs)?.conversation ?? ConversationId.parse(deps.newId());
  const own = await ownSheet(deps, sheetHolder(signer, event.cookies, talk, nowMs), id.data);
  return own.ok ? noticeOf(visit, own.value, `/sheet/${id.data}/notice`, `/sheet/${id.data}`) : gone(visit);
}

export const handler = openPages(
  {
    'GET /sheet/go/{link}': follow,
    'GET /sheet/shown/{link}': showPublic,
    'GET /sheet/{id}/notice': showOwn,
  },
  (visit) => gone(visit),
);
